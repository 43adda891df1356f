"""Dictionaries and sets whose entries go with their objects."""
import gc
import weakref


class Thing:
    def __init__(self, name):
        self.name = name


values, keys, things = weakref.WeakValueDictionary(), weakref.WeakKeyDictionary(), weakref.WeakSet()
kept = Thing("kept")


def fill():
    dropped = Thing("dropped")
    for thing in (kept, dropped):
        values[thing.name] = thing
        keys[thing] = thing.name
        things.add(thing)
    print(len(values), len(keys), len(things))


fill()
gc.collect()
print(list(values), list(keys.values()), [t.name for t in things])
print(values["kept"] is kept, "dropped" in values, keys[kept], values.get("dropped", "none"))

# expect: 2 2 2
# expect: ['kept'] ['kept'] ['kept']
# expect: True False kept none
