"""Tests that start another Python are left out. Not part of the product."""

import unittest


def assert_python_ok(*args, **kwargs):
    raise unittest.SkipTest("starts another Python")


assert_python_failure = assert_python_ok
