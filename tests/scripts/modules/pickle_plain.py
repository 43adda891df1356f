import io
import pickle

shared = [1]
data = {"n": None, "b": [True, False], "i": [0, -1, 2 ** 80], "f": 1.5, "s": "é", "y": b"\0x", "t": (1, (2,)), "set": {1, 2},
        "z": frozenset([3]), "c": 1 + 2j, "a": bytearray(b"x"), "twice": [shared, shared], "e": ..., "list": list, "len": len}
copy = pickle.loads(pickle.dumps(data))
print(copy == data, copy["twice"][0] is copy["twice"][1], copy["len"] is len)
loop = []
loop.append(loop)
again = pickle.loads(pickle.dumps(loop, pickle.HIGHEST_PROTOCOL))
print(again[0] is again)
file = io.BytesIO()
pickle.dump("first", file)
pickle.dump([2], file)
file.seek(0)
print(pickle.load(file), pickle.load(file))
try:
    pickle.load(file)
except EOFError as e:
    print(e)
with open("data.pkl", "wb") as f:
    pickle.dump({"k": 1}, f)
with open("data.pkl", "rb") as f:
    print(pickle.load(f))

# expect: True True True
# expect: True
# expect: first [2]
# expect: Ran out of input
# expect: {'k': 1}
