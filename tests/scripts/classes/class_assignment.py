class Open:
    def act(self):
        return "open"


class Closed:
    def act(self):
        return f"closed {self.name}"


class Slotted:
    __slots__ = ("q",)


door = Open()
door.name = "front"
print(door.act())
door.__class__ = Closed
door.extra = 1
print(door.act(), type(door).__name__, isinstance(door, Open), door.__dict__)
for bad in (int, 3, Slotted):
    try:
        door.__class__ = bad
    except TypeError as e:
        print(e)
door.__class__ = Open
print(door.act())

# expect: open
# expect: closed front Closed False {'name': 'front', 'extra': 1}
# expect: __class__ assignment only supported for mutable types or ModuleType subclasses
# expect: __class__ must be set to a class, not 'int' object
# expect: __class__ assignment: 'Slotted' object layout differs from 'Closed'
# expect: open
