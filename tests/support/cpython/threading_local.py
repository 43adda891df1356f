"""There is one kind of local here; CPython's second one, in Python, is not needed. Not part of the product."""

from threading import local
