"""Callbacks and finalizers when an object is gone."""
import gc
import weakref


class Thing:
    pass


def make():
    thing = Thing()
    return weakref.ref(thing, lambda r: print("gone", r())), weakref.finalize(thing, print, "finalized")


reference, finalizer = make()
gc.collect()
print(finalizer.alive)
keep = Thing()
weakref.finalize(keep, print, "at the end")
print("main")

# expect: finalized
# expect: gone None
# expect: False
# expect: main
# expect: at the end
