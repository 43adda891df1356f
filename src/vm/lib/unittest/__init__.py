"""Tests: classes with test_… methods, asserts that say what was wrong, and runners."""

from unittest.case import (
    TestCase, FunctionTestCase, SkipTest, skip, skipIf, skipUnless, expectedFailure, addModuleCleanup,
    doModuleCleanups, enterModuleContext)
from unittest.runner import (
    TestResult, TextTestResult, TextTestRunner, TestSuite, BaseTestSuite, TestLoader, defaultTestLoader, TestProgram,
    main, registerResult, installHandler, removeHandler)

__all__ = ['TestResult', 'TestCase', 'TestSuite', 'TextTestRunner', 'TestLoader', 'FunctionTestCase', 'main',
           'defaultTestLoader', 'SkipTest', 'skip', 'skipIf', 'skipUnless', 'expectedFailure', 'TextTestResult',
           'installHandler', 'registerResult', 'removeHandler', 'addModuleCleanup', 'doModuleCleanups',
           'enterModuleContext']
