"""The collector's controls. It traces what the program can reach; there are no reference counts and no generations."""

import _runtime

DEBUG_STATS = 1
DEBUG_COLLECTABLE = 2
DEBUG_UNCOLLECTABLE = 4
DEBUG_SAVEALL = 32
DEBUG_LEAK = 38

garbage = []
callbacks = []
_enabled = True
_threshold = (700, 10, 10)


def collect(generation=2):
    """Takes back at once what nobody can reach. How many objects that was is not counted: 0."""
    if not isinstance(generation, int):
        raise TypeError(f"'{type(generation).__name__}' object cannot be interpreted as an integer")
    if not 0 <= generation <= 2:
        raise ValueError("invalid generation")
    _runtime.collect()
    import sys
    if "weakref" in sys.modules:
        sys.modules["weakref"]._run_callbacks()
    return 0


def enable():
    global _enabled
    _enabled = True


def disable():
    """Only remembered: the collector goes on when memory needs it."""
    global _enabled
    _enabled = False


def isenabled():
    return _enabled


def get_threshold():
    return _threshold


def set_threshold(threshold0, threshold1=10, threshold2=10):
    """Only remembered."""
    global _threshold
    _threshold = (threshold0, threshold1, threshold2)


def get_count():
    return (0, 0, 0)


def get_stats():
    return [{"collections": 0, "collected": 0, "uncollectable": 0},
            {"collections": 0, "collected": 0, "uncollectable": 0},
            {"collections": _runtime.collections(), "collected": 0, "uncollectable": 0}]


def get_debug():
    return 0


def set_debug(flags):
    if flags:
        raise NotImplementedError("gc.set_debug() is not supported here")


def is_tracked(obj):
    return not isinstance(obj, (int, float, str, bytes, bool, type(None)))


def is_finalized(obj):
    return False


def get_objects(generation=None):
    raise NotImplementedError("gc.get_objects() is not supported here")


def get_referrers(*objs):
    raise NotImplementedError("gc.get_referrers() is not supported here")


def get_referents(*objs):
    raise NotImplementedError("gc.get_referents() is not supported here")


def freeze():
    pass


def unfreeze():
    pass


def get_freeze_count():
    return 0
