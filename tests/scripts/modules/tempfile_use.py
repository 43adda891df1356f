import tempfile, os
with tempfile.TemporaryDirectory() as d:
    print(os.path.isdir(d))
    path = os.path.join(d, "x")
    open(path, "w").close()
    print(os.listdir(d))
print(os.path.exists(d))
with tempfile.NamedTemporaryFile("w+", suffix=".txt") as f:
    f.write("abc")
    f.seek(0)
    print(f.read(), f.name.endswith(".txt"), os.path.exists(f.name))
print(os.path.exists(f.name), isinstance(tempfile.gettempdir(), str))

# expect: True
# expect: ['x']
# expect: False
# expect: abc True True
# expect: False True
