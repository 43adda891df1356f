"""A weak reference does not keep its object."""
import gc
import weakref


class Thing:
    pass


def make():
    thing = Thing()
    reference = weakref.ref(thing)
    print(reference() is thing, reference == weakref.ref(thing))
    return reference


reference = make()
gc.collect()
print(reference())
for value in (1, "text", [], None, (1, 2)):
    try:
        weakref.ref(value)
    except TypeError as error:
        print(error)

# expect: True True
# expect: None
# expect: cannot create weak reference to 'int' object
# expect: cannot create weak reference to 'str' object
# expect: cannot create weak reference to 'list' object
# expect: cannot create weak reference to 'NoneType' object
# expect: cannot create weak reference to 'tuple' object
