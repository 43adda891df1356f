# not-cpython
import pickle

print(pickle.dumps(1)[:3])
try:
    pickle.loads(b"\x80\x04K\x01.")
except pickle.UnpicklingError as e:
    print(e)

# expect: b'\x80il'
# expect: these bytes were not made by pickle as it is here
