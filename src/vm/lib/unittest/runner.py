"""Collecting tests, running them, and saying how it went."""

import sys
import time

from unittest.case import SkipTest, TestCase, _SubTest, strclass

_OWN_FILES = ("unittest/case.py", "unittest/runner.py", "unittest/__init__.py", "unittest.py")


def registerResult(result):
    pass


def installHandler():
    pass


def removeHandler(method=None):
    return method


class TestResult:
    """How tests went."""

    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.failfast = False
        self.failures = []
        self.errors = []
        self.testsRun = 0
        self.skipped = []
        self.expectedFailures = []
        self.unexpectedSuccesses = []
        self.collectedDurations = []
        self.shouldStop = False
        self.buffer = False
        self.tb_locals = False

    def startTest(self, test):
        self.testsRun += 1

    def stopTest(self, test):
        pass

    def startTestRun(self):
        pass

    def stopTestRun(self):
        pass

    def printErrors(self):
        pass

    def _note(self, entries, test, err):
        if self.failfast and entries is not self.expectedFailures:
            self.stop()
        entries.append((test, self._exc_info_to_string(err, test)))

    def addError(self, test, err):
        self._note(self.errors, test, err)

    def addFailure(self, test, err):
        self._note(self.failures, test, err)

    def addSubTest(self, test, subtest, err):
        if err is not None:
            entries = self.failures if issubclass(err[0], test.failureException) else self.errors
            self._note(entries, subtest, err)

    def addSuccess(self, test):
        pass

    def addSkip(self, test, reason):
        self.skipped.append((test, reason))

    def addExpectedFailure(self, test, err):
        self._note(self.expectedFailures, test, err)

    def addUnexpectedSuccess(self, test):
        if self.failfast:
            self.stop()
        self.unexpectedSuccesses.append(test)

    def wasSuccessful(self):
        return not self.failures and not self.errors and not self.unexpectedSuccesses

    def stop(self):
        self.shouldStop = True

    def _exc_info_to_string(self, err, test):
        """The report without the frames of this package."""
        import traceback
        cls, value, tb = err
        report = traceback.TracebackException(cls, value, tb, compact=True)
        at = report
        while at is not None:
            at.stack = traceback.StackSummary(place for place in at.stack if place.filename not in _OWN_FILES)
            at = at.__cause__ or (None if at.__suppress_context__ else at.__context__)
        return "".join(report.format())

    def __repr__(self):
        return f"<{strclass(self.__class__)} run={self.testsRun} errors={len(self.errors)} failures={len(self.failures)}>"


class _WritelnDecorator:
    """A stream with writeln()."""

    def __init__(self, stream):
        self.stream = stream

    def __getattr__(self, attr):
        if attr in ('stream', '__getstate__'):
            raise AttributeError(attr)
        return getattr(self.stream, attr)

    def writeln(self, arg=None):
        self.write((arg or '') + '\n')


class TextTestResult(TestResult):
    """Says how each test went on a stream."""

    separator1 = '=' * 70
    separator2 = '-' * 70

    def __init__(self, stream, descriptions, verbosity, *, durations=None):
        super().__init__(stream, descriptions, verbosity)
        self.stream = stream
        self.showAll = verbosity > 1
        self.dots = verbosity == 1
        self.descriptions = descriptions
        self._newline = True

    def getDescription(self, test):
        first_line = test.shortDescription()
        return '\n'.join((str(test), first_line)) if self.descriptions and first_line else str(test)

    def startTest(self, test):
        super().startTest(test)
        if self.showAll:
            self.stream.write(self.getDescription(test) + " ... ")
            self.stream.flush()
            self._newline = False

    def _write_status(self, test, status):
        subtest = isinstance(test, _SubTest)
        if subtest or self._newline:
            if not self._newline:
                self.stream.writeln()
            if subtest:
                self.stream.write("  ")
            self.stream.write(self.getDescription(test) + " ... ")
        self.stream.writeln(status)
        self.stream.flush()
        self._newline = True

    def _say(self, test, long, short):
        if self.showAll:
            self._write_status(test, long)
        elif self.dots:
            self.stream.write(short)
            self.stream.flush()

    def addSubTest(self, test, subtest, err):
        if err is not None:
            if issubclass(err[0], subtest.failureException):
                self._say(subtest, "FAIL", 'F')
            else:
                self._say(subtest, "ERROR", 'E')
        super().addSubTest(test, subtest, err)

    def addSuccess(self, test):
        super().addSuccess(test)
        self._say(test, "ok", '.')

    def addError(self, test, err):
        super().addError(test, err)
        self._say(test, "ERROR", 'E')

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self._say(test, "FAIL", 'F')

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self._say(test, "skipped {0!r}".format(reason), 's')

    def addExpectedFailure(self, test, err):
        super().addExpectedFailure(test, err)
        self._say(test, "expected failure", 'x')

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self._say(test, "unexpected success", 'u')

    def printErrors(self):
        if self.dots or self.showAll:
            self.stream.writeln()
            self.stream.flush()
        self.printErrorList('ERROR', self.errors)
        self.printErrorList('FAIL', self.failures)
        if self.unexpectedSuccesses:
            self.stream.writeln(self.separator1)
            for test in self.unexpectedSuccesses:
                self.stream.writeln(f"UNEXPECTED SUCCESS: {self.getDescription(test)}")
            self.stream.flush()

    def printErrorList(self, flavour, errors):
        for test, err in errors:
            self.stream.writeln(self.separator1)
            self.stream.writeln("%s: %s" % (flavour, self.getDescription(test)))
            self.stream.writeln(self.separator2)
            self.stream.writeln("%s" % err)
            self.stream.flush()


class TextTestRunner:
    """Runs tests and says on a stream how it went."""

    resultclass = TextTestResult

    def __init__(self, stream=None, descriptions=True, verbosity=1, failfast=False, buffer=False, resultclass=None,
                 warnings=None, *, tb_locals=False, durations=None):
        self.stream = _WritelnDecorator(sys.stderr if stream is None else stream)
        self.descriptions = descriptions
        self.verbosity = verbosity
        self.failfast = failfast
        self.buffer = buffer
        self.tb_locals = tb_locals
        self.warnings = warnings
        if resultclass is not None:
            self.resultclass = resultclass

    def _makeResult(self):
        return self.resultclass(self.stream, self.descriptions, self.verbosity)

    def run(self, test):
        result = self._makeResult()
        result.failfast = self.failfast
        result.buffer = self.buffer
        start = time.perf_counter()
        result.startTestRun()
        try:
            test(result)
        finally:
            result.stopTestRun()
        taken = time.perf_counter() - start
        result.printErrors()
        if hasattr(result, 'separator2'):
            self.stream.writeln(result.separator2)
        run = result.testsRun
        self.stream.writeln("Ran %d test%s in %.3fs" % (run, "s" if run != 1 else "", taken))
        self.stream.writeln()
        infos = []
        if not result.wasSuccessful():
            self.stream.write("FAILED")
            infos += [f"{name}={len(entries)}" for name, entries in (("failures", result.failures),
                                                                     ("errors", result.errors)) if entries]
        else:
            self.stream.write("OK")
        infos += [f"{name}={len(entries)}" for name, entries in (
            ("skipped", result.skipped), ("expected failures", result.expectedFailures),
            ("unexpected successes", result.unexpectedSuccesses)) if entries]
        self.stream.writeln(" (%s)" % ", ".join(infos) if infos else "")
        self.stream.flush()
        return result


# --- Suites ----------------------------------------------------------------------------------------------------

class BaseTestSuite:
    def __init__(self, tests=()):
        self._tests = []
        self._removed_tests = 0
        self.addTests(tests)

    def __repr__(self):
        return "<%s tests=%s>" % (strclass(self.__class__), list(self))

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return list(self) == list(other)

    __hash__ = None

    def __iter__(self):
        return iter(self._tests)

    def countTestCases(self):
        return sum(test.countTestCases() for test in self)

    def addTest(self, test):
        if not callable(test):
            raise TypeError("{} is not callable".format(repr(test)))
        if isinstance(test, type) and issubclass(test, (TestCase, BaseTestSuite)):
            raise TypeError("TestCases and TestSuites must be instantiated before passing them to addTest()")
        self._tests.append(test)

    def addTests(self, tests):
        if isinstance(tests, str):
            raise TypeError("tests must be an iterable of tests, not a string")
        for test in tests:
            self.addTest(test)

    def run(self, result):
        for test in self:
            if result.shouldStop:
                break
            test(result)
        return result

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        for test in self:
            test.debug()


class _ErrorHolder:
    """Stands for a class or module whose set-up or end failed."""

    failureException = None

    def __init__(self, description):
        self.description = description

    def id(self):
        return self.description

    def shortDescription(self):
        return None

    def countTestCases(self):
        return 0

    def __str__(self):
        return self.id()

    def __repr__(self):
        return "<ErrorHolder description=%r>" % (self.description,)


class TestSuite(BaseTestSuite):
    """Tests and suites, with what must be done before and after each class and module."""

    def run(self, result, debug=False):
        outermost = not getattr(result, '_test_run_entered', False)
        result._test_run_entered = True
        for index, test in enumerate(self):
            if result.shouldStop:
                break
            if not isinstance(test, BaseTestSuite) and isinstance(test, TestCase):
                self._end_class(test, result)
                self._begin_module(test, result)
                self._begin_class(test, result)
                result._previousTestClass = test.__class__
                if test.__class__._classSetupFailed or getattr(result, '_moduleSetUpFailed', False):
                    continue
            test(result)
        if outermost:
            self._end_class(None, result)
            self._end_module(result)
            result._test_run_entered = False
            result._previousTestClass = None
        return result

    def _begin_class(self, test, result):
        cls = test.__class__
        if cls is getattr(result, '_previousTestClass', None) or getattr(result, '_moduleSetUpFailed', False) or \
                getattr(cls, "__unittest_skip__", False):
            return
        cls._classSetupFailed = False
        cls._class_cleanups = []
        try:
            cls.setUpClass()
        except Exception:
            cls._classSetupFailed = True
            self._failed(result, sys.exc_info(), f'setUpClass ({strclass(cls)})')
            self._class_cleanups(cls, result, 'setUpClass')

    def _end_class(self, test, result):
        cls = getattr(result, '_previousTestClass', None)
        if cls is None or test is not None and test.__class__ is cls:
            return
        if getattr(cls, '_classSetupFailed', False) or getattr(result, '_moduleSetUpFailed', False) or \
                getattr(cls, "__unittest_skip__", False):
            return
        try:
            cls.tearDownClass()
        except Exception:
            self._failed(result, sys.exc_info(), f'tearDownClass ({strclass(cls)})')
        self._class_cleanups(cls, result, 'tearDownClass')

    def _class_cleanups(self, cls, result, name):
        cls.doClassCleanups()
        for info in cls.tearDown_exceptions:
            self._failed(result, info, f'{name} ({strclass(cls)})')

    def _begin_module(self, test, result):
        previous = getattr(result, '_previousTestClass', None)
        current = test.__class__.__module__
        if previous is not None and previous.__module__ == current:
            return
        self._end_module(result)
        result._moduleSetUpFailed = False
        set_up = getattr(sys.modules.get(current), 'setUpModule', None)
        if set_up is not None:
            try:
                set_up()
            except Exception:
                result._moduleSetUpFailed = True
                self._failed(result, sys.exc_info(), f'setUpModule ({current})')

    def _end_module(self, result):
        previous = getattr(result, '_previousTestClass', None)
        if previous is None or getattr(result, '_moduleSetUpFailed', False):
            return
        from unittest.case import doModuleCleanups
        module = sys.modules.get(previous.__module__)
        try:
            tear_down = getattr(module, 'tearDownModule', None)
            if tear_down is not None:
                tear_down()
            doModuleCleanups()
        except Exception:
            self._failed(result, sys.exc_info(), f'tearDownModule ({previous.__module__})')

    def _failed(self, result, info, description):
        holder = _ErrorHolder(description)
        if isinstance(info[1], SkipTest):
            result.addSkip(holder, str(info[1]))
        else:
            result.addError(holder, info)


# --- Finding tests ----------------------------------------------------------------------------------------------

class TestLoader:
    testMethodPrefix = 'test'
    sortTestMethodsUsing = staticmethod(lambda a, b: (a > b) - (a < b))
    suiteClass = TestSuite

    def __init__(self):
        self.errors = []

    def getTestCaseNames(self, testCaseClass):
        import functools
        names = [name for name in dir(testCaseClass) if name.startswith(self.testMethodPrefix) and
                 callable(getattr(testCaseClass, name))]
        if self.sortTestMethodsUsing:
            names.sort(key=functools.cmp_to_key(self.sortTestMethodsUsing))
        return names

    def loadTestsFromTestCase(self, testCaseClass):
        if issubclass(testCaseClass, BaseTestSuite):
            raise TypeError("Test cases should not be derived from TestSuite. Maybe you meant to derive from TestCase?")
        names = self.getTestCaseNames(testCaseClass)
        if not names and hasattr(testCaseClass, 'runTest'):
            names = ['runTest']
        return self.suiteClass(map(testCaseClass, names))

    def loadTestsFromModule(self, module, *, pattern=None):
        tests = []
        for name in dir(module):
            obj = getattr(module, name)
            if isinstance(obj, type) and issubclass(obj, TestCase) and obj is not TestCase \
                    and (obj.__module__, obj.__name__) != (TestCase.__module__, 'FunctionTestCase'):
                tests.append(self.loadTestsFromTestCase(obj))
        load_tests = getattr(module, 'load_tests', None)
        tests = self.suiteClass(tests)
        return tests if load_tests is None else load_tests(self, tests, pattern)

    def loadTestsFromName(self, name, module=None):
        obj = module
        parts = name.split('.')
        if module is None:
            obj = sys.modules.get(parts.pop(0)) or sys.modules['__main__']
        parent = None
        for part in parts:
            parent, obj = obj, getattr(obj, part)
        if isinstance(obj, type) and issubclass(obj, TestCase):
            return self.loadTestsFromTestCase(obj)
        if isinstance(obj, type(sys)):
            return self.loadTestsFromModule(obj)
        if isinstance(parent, type) and issubclass(parent, TestCase):
            return self.suiteClass([parent(parts[-1])])
        if isinstance(obj, BaseTestSuite):
            return obj
        if callable(obj):
            test = obj()
            return test if isinstance(test, BaseTestSuite) else self.suiteClass([test])
        raise TypeError("don't know how to make test from: %s" % obj)

    def loadTestsFromNames(self, names, module=None):
        return self.suiteClass([self.loadTestsFromName(name, module) for name in names])

    def discover(self, start_dir, pattern='test*.py', top_level_dir=None):
        raise NotImplementedError("unittest's discovery is not supported: there is one program and no folders here")


defaultTestLoader = TestLoader()


class TestProgram:
    """What unittest.main() does."""

    def __init__(self, module='__main__', defaultTest=None, argv=None, testRunner=None, testLoader=defaultTestLoader,
                 exit=True, verbosity=1, failfast=None, catchbreak=None, buffer=None, warnings=None, *,
                 tb_locals=False, durations=None):
        if isinstance(module, str):
            module = sys.modules[module]
        self.module = module
        names = []
        for argument in (sys.argv if argv is None else argv)[1:]:
            if argument in ('-v', '--verbose'):
                verbosity = 2
            elif argument in ('-q', '--quiet'):
                verbosity = 0
            elif argument in ('-f', '--failfast'):
                failfast = True
            elif argument in ('-b', '--buffer'):
                buffer = True
            elif not argument.startswith('-'):
                names.append(argument)
        if not names and defaultTest is not None:
            names = [defaultTest] if isinstance(defaultTest, str) else list(defaultTest)
        self.test = testLoader.loadTestsFromNames(names, module) if names else testLoader.loadTestsFromModule(module)
        if testRunner is None:
            testRunner = TextTestRunner
        if isinstance(testRunner, type):
            testRunner = testRunner(verbosity=verbosity, failfast=bool(failfast), buffer=bool(buffer))
        self.result = testRunner.run(self.test)
        if exit:
            sys.exit(not self.result.wasSuccessful())


main = TestProgram
