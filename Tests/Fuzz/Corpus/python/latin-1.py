a = 'café'
