self.x = 1
self . y : int = 2
self.z.w = 3
self = 4
