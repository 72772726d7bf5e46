a = b = 1
c, d = 1, 2
e += 1
f: int
g = 2 * 3
h = call(x=1)
i.j = 1
k[0] = 1
l = [x for x in y]
m = {**n}
(o := 1)
p = lambda: 1
q = -x
r == 1
if s: t = 1
else: u = 1
