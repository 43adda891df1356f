"""Doctests are left out. Not part of the product."""

import unittest


def DocTestSuite(*args, **kwargs):
    return unittest.TestSuite()
