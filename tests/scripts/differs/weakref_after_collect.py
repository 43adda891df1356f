# not-cpython
import gc
import weakref


class Thing:
    pass


thing = Thing()
r = weakref.ref(thing)
del thing
print("before a collection:", r() is not None)
gc.collect()
print("after it:", r())

# expect: before a collection: True
# expect: after it: None
