"""import_fresh_module of what the suite's program has put there. Not part of the product."""

import sys


def import_module(name, deprecated=False, *, required_on=()):
    return sys.modules[name]


def import_fresh_module(name, fresh=(), blocked=(), *, deprecated=False):
    """Without the module in C: CPython's own module in Python, over our threads. With it: ours."""
    return sys.modules.get("test.python_" + name if blocked else name)
