"""The little of CPython's test.support.os_helper that its tests ask for. Not part of the product."""

import os
import unittest

TESTFN = "/tmp/@test_tmp"


def unlink(name):
    try:
        os.unlink(name)
    except FileNotFoundError:
        pass


def rmtree(name):
    import shutil
    shutil.rmtree(name, ignore_errors=True)


def requires_working_umask(test):
    return unittest.skip("no umask")(test)


skip_unless_working_chmod = skip_unless_symlink = requires_working_umask


class FakePath:
    def __init__(self, path):
        self.path = path

    def __fspath__(self):
        return self.path


class EnvironmentVarGuard(dict):
    def __enter__(self):
        return self

    def __exit__(self, *ignored):
        pass
