"""What the program runs on."""

import sys


def system():
    return "Interleave"


def node():
    return "page"


def release():
    return "1"


version = release


def machine():
    return "wasm32"


processor = architecture_name = machine


def architecture():
    return ("32bit", "")


def platform(aliased=False, terse=False):
    return "Interleave-1-wasm32"


def python_version():
    return "%d.%d.%d" % tuple(sys.version_info[:3])


def python_version_tuple():
    return tuple(python_version().split("."))


def python_implementation():
    return "Interleave"


def python_compiler():
    return "Interleave"


def uname():
    import os
    return os.uname()
