# not-cpython
# __del__ is kept and may be called, but nothing calls it at a fixed time.
class Closes:
    def __del__(self):
        print("gone")


c = Closes()
del c
print("after del")

# expect: after del
