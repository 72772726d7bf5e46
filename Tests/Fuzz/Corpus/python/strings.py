a = 'x' "y" '''z
'''
b = r'\d\''
c = b'x'
d = f'{x!r:>{w}}'
e = '\x41\u00e9\U0001F680\101\N{BULLET}\0\ud83d'
f = ('a'
  u'b'  # c
  'c')
g = 'a\
b'
