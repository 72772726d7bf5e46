a = 1
<<<<<<< HEAD
b = 2
