# not-cpython
writer = open("log.txt", "w")
writer.write("seen at once")
print(open("log.txt").read())

# expect: seen at once
