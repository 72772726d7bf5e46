a = f"{d["it's"]}"
b = 1
