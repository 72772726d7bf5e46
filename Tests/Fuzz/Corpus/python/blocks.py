class A: x = 1; y = 2
class B(C, metaclass=D):
	x = 1
        
	if x:
		y = 2
	z = 3
def f(): w = 1
async def __init__(self):
  self.v = 1
class E:
  def __init__(self): self.a = 1; b = 2
