"""import_fresh_module of what the suite's program has put there. Not part of the product."""

import sys


def import_module(name, deprecated=False, *, required_on=()):
    __import__(name)
    return sys.modules[name]


def import_fresh_module(name, fresh=(), blocked=(), *, deprecated=False):
    """Without the module in C: CPython's own module in Python, over our threads. With it: ours."""
    if name not in sys.modules:
        __import__(name)
    return sys.modules.get("test.python_" + name if blocked else name, sys.modules[name])


def import_module_or_skip(name):
    return import_module(name)


class CleanImport:
    def __init__(self, *names):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        pass
