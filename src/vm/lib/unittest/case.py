"""One test, and all that it can assert."""

import sys


class SkipTest(Exception):
    """Raised in a test that is not to be run."""


class _ShouldStop(Exception):
    """A subtest failed, and the runner is to stop at the first."""


class _UnexpectedSuccess(Exception):
    pass


DIFF_OMITTED = '\nDiff is %s characters long. Set self.maxDiff to None to see it.'
_MAX_LENGTH = 80


def safe_repr(obj, short=False):
    try:
        result = repr(obj)
    except Exception:
        result = object.__repr__(obj)
    if not short or len(result) < _MAX_LENGTH:
        return result
    return result[:_MAX_LENGTH] + ' [truncated]...'


def strclass(cls):
    return "%s.%s" % (cls.__module__, cls.__qualname__)


def _shorten(s, prefixlen, suffixlen):
    skip = len(s) - prefixlen - suffixlen
    if skip > 12:
        s = '%s[%d chars]%s' % (s[:prefixlen], skip, s[len(s) - suffixlen:])
    return s


def _common_shorten_repr(*args):
    """The reprs of values, shortened where they are alike if they are long."""
    args = tuple(map(safe_repr, args))
    longest = max(map(len, args))
    if longest <= _MAX_LENGTH:
        return args
    prefix = args[0]
    for arg in args[1:]:
        while not arg.startswith(prefix):
            prefix = prefix[:-1]
    common = len(prefix)
    room = _MAX_LENGTH - (longest - common + 5 + 12 + 5)
    if room > 5:
        prefix = _shorten(prefix, 5, room)
        return tuple(prefix + s[common:] for s in args)
    prefix = _shorten(prefix, 5, 5)
    return tuple(prefix + _shorten(s[common:], 5, 5) for s in args)


# --- Skipping and expecting failure ----------------------------------------------------------------------------

def skip(reason):
    """Leaves out a test or a class of tests."""
    def decorator(test_item):
        if not isinstance(test_item, type):
            import functools

            @functools.wraps(test_item)
            def skip_wrapper(*args, **kwargs):
                raise SkipTest(reason)
            test_item = skip_wrapper
        test_item.__unittest_skip__ = True
        test_item.__unittest_skip_why__ = reason
        return test_item
    if callable(reason) and not isinstance(reason, str):
        test_item, reason = reason, ''
        return decorator(test_item)
    return decorator


def _identity(obj):
    return obj


def skipIf(condition, reason):
    return skip(reason) if condition else _identity


def skipUnless(condition, reason):
    return _identity if condition else skip(reason)


def expectedFailure(test_item):
    """The test is right when it fails."""
    test_item.__unittest_expecting_failure__ = True
    return test_item


_module_cleanups = []


def addModuleCleanup(function, /, *args, **kwargs):
    _module_cleanups.append((function, args, kwargs))


def enterModuleContext(cm):
    result = type(cm).__enter__(cm)
    addModuleCleanup(type(cm).__exit__, cm, None, None, None)
    return result


def doModuleCleanups():
    first = None
    while _module_cleanups:
        function, args, kwargs = _module_cleanups.pop()
        try:
            function(*args, **kwargs)
        except Exception as error:
            first = first or error
    if first is not None:
        raise first


# --- assertRaises and its like ---------------------------------------------------------------------------------

class _Expecting:
    """What the contexts of assertRaises(), assertWarns() … share."""

    def __init__(self, expected, test_case, pattern=None):
        self.test_case = test_case
        self.expected = expected
        self.expected_regex = pattern
        self.obj_name = None
        self.msg = None

    def _raise(self, standard):
        raise self.test_case.failureException(self.test_case._formatMessage(self.msg, standard))

    def _handle(self, name, args, kwargs):
        classes = self.expected if isinstance(self.expected, tuple) else (self.expected,)
        if not all(isinstance(cls, type) and issubclass(cls, self._base) for cls in classes):
            raise TypeError('%s() arg 1 must be %s' % (name, self._base_text))
        if not args:
            self.msg = kwargs.pop('msg', None)
            if kwargs:
                raise TypeError('%r is an invalid keyword argument for this function' % (next(iter(kwargs)),))
            return self
        function, *args = args
        self.obj_name = getattr(function, "__name__", str(function))
        with self:
            function(*args, **kwargs)
        return None

    def _name(self):
        return getattr(self.expected, "__name__", str(self.expected))

    def _check_pattern(self, text):
        import re
        pattern = re.compile(self.expected_regex) if isinstance(self.expected_regex, (str, bytes)) \
            else self.expected_regex
        return pattern, pattern.search(text)


class _AssertRaisesContext(_Expecting):
    _base = BaseException
    _base_text = 'an exception type or tuple of exception types'

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, tb):
        if exc_type is None:
            if self.obj_name:
                self._raise(f"{self._name()} not raised by {self.obj_name}")
            self._raise(f"{self._name()} not raised")
        if not issubclass(exc_type, self.expected):
            return False
        self.exception = exc_value.with_traceback(None)
        if self.expected_regex is None:
            return True
        pattern, found = self._check_pattern(str(exc_value))
        if not found:
            self._raise('"%s" does not match "%s"' % (pattern.pattern, str(exc_value)))
        return True


class _AssertWarnsContext(_Expecting):
    _base = Warning
    _base_text = 'a warning type or tuple of warning types'

    def __enter__(self):
        import warnings
        for module in list(sys.modules.values()):
            if getattr(module, '__warningregistry__', None):
                module.__warningregistry__ = {}
        self._catcher = warnings.catch_warnings(record=True)
        self.warnings = self._catcher.__enter__()
        warnings.simplefilter("always", self.expected)
        return self

    def __exit__(self, exc_type, exc_value, tb):
        self._catcher.__exit__(exc_type, exc_value, tb)
        if exc_type is not None:
            return
        first = None
        for entry in self.warnings:
            if not isinstance(entry.message, self.expected):
                continue
            first = first or entry.message
            if self.expected_regex is not None and not self._check_pattern(str(entry.message))[1]:
                continue
            self.warning = entry.message
            self.filename = entry.filename
            self.lineno = entry.lineno
            return
        if first is not None:
            pattern = self.expected_regex
            self._raise('"%s" does not match "%s"' % (getattr(pattern, "pattern", pattern), str(first)))
        if self.obj_name:
            self._raise(f"{self._name()} not triggered by {self.obj_name}")
        self._raise(f"{self._name()} not triggered")


class _LoggingWatcher:
    def __init__(self, records, output):
        self.records = records
        self.output = output


class _AssertLogsContext:
    def __init__(self, test_case, logger_name, level, no_logs):
        import logging
        self.test_case = test_case
        self.logger_name = logger_name
        self.level = getattr(logging, level) if isinstance(level, str) else level or logging.INFO
        self.no_logs = no_logs
        self.msg = None

    def __enter__(self):
        import logging

        class Capture(logging.Handler):
            def __init__(self):
                logging.Handler.__init__(self)
                self.watcher = _LoggingWatcher([], [])

            def emit(self, record):
                self.watcher.records.append(record)
                self.watcher.output.append(self.format(record))
        logger = self.logger_name if isinstance(self.logger_name, logging.Logger) \
            else logging.getLogger(self.logger_name)
        self.logger = logger
        handler = Capture()
        handler.setLevel(self.level)
        handler.setFormatter(logging.Formatter("%(levelname)s:%(name)s:%(message)s"))
        self.watcher = handler.watcher
        self.old = (logger.handlers, logger.level, logger.propagate)
        logger.handlers = [handler]
        logger.setLevel(self.level)
        logger.propagate = False
        return None if self.no_logs else self.watcher

    def __exit__(self, exc_type, exc_value, tb):
        import logging
        self.logger.handlers, level, self.logger.propagate = self.old
        self.logger.setLevel(level)
        if exc_type is not None:
            return False
        seen = self.watcher.records
        if self.no_logs and seen:
            self._fail(f"Unexpected logs found: {self.watcher.output!r}")
        elif not self.no_logs and not seen:
            self._fail("no logs of level {} or higher triggered on {}".format(logging.getLevelName(self.level),
                                                                              self.logger.name))

    def _fail(self, text):
        raise self.test_case.failureException(self.test_case._formatMessage(self.msg, text))


# --- How one test went -----------------------------------------------------------------------------------------

class _Outcome:
    def __init__(self, result=None):
        self.expecting_failure = False
        self.result = result
        self.result_supports_subtests = hasattr(result, "addSubTest")
        self.success = True
        self.expectedFailure = None

    def part(self, test_case, subtest=False):
        return _Part(self, test_case, subtest)


class _Part:
    """setUp, the test, a subtest, tearDown or a cleanup: what is raised inside goes to the result."""

    def __init__(self, outcome, test_case, subtest):
        self.outcome = outcome
        self.test_case = test_case
        self.subtest = subtest

    def __enter__(self):
        self.old_success = self.outcome.success
        self.outcome.success = True

    def __exit__(self, exc_type, exc_value, tb):
        outcome = self.outcome
        swallow = exc_type is not None
        if exc_type is None:
            if self.subtest and outcome.success:
                outcome.result.addSubTest(self.test_case.test_case, self.test_case, None)
        elif issubclass(exc_type, KeyboardInterrupt):
            swallow = False
        elif issubclass(exc_type, SkipTest):
            outcome.success = False
            _add_skip(outcome.result, self.test_case, str(exc_value))
        elif issubclass(exc_type, _ShouldStop):
            pass
        else:
            info = (exc_type, exc_value, tb)
            if outcome.expecting_failure:
                outcome.expectedFailure = info
            else:
                outcome.success = False
                if self.subtest:
                    outcome.result.addSubTest(self.test_case.test_case, self.test_case, info)
                elif issubclass(exc_type, self.test_case.failureException):
                    outcome.result.addFailure(self.test_case, info)
                else:
                    outcome.result.addError(self.test_case, info)
        outcome.success = outcome.success and self.old_success
        return swallow


def _add_skip(result, test_case, reason):
    result.addSkip(test_case, reason)


class _SubTestContext:
    def __init__(self, test_case, subtest):
        self.test_case = test_case
        self.subtest = subtest

    def __enter__(self):
        self.parent = self.test_case._subtest
        self.test_case._subtest = self.subtest
        self.part = self.test_case._outcome.part(self.subtest, True)
        self.part.__enter__()

    def __exit__(self, *exc_info):
        swallow = self.part.__exit__(*exc_info)
        self.test_case._subtest = self.parent
        outcome = self.test_case._outcome
        if exc_info[0] is None and not outcome.success or swallow:
            result = outcome.result
            if result is not None and getattr(result, "failfast", False) and not outcome.success:
                raise _ShouldStop
            if exc_info[0] is not None and outcome.expectedFailure:
                raise _ShouldStop
        return swallow


class _Nothing:
    def __enter__(self):
        return None

    def __exit__(self, *exc_info):
        return False


class TestCase:
    """Tests are its methods whose names begin with test; each runs on an instance of its own."""

    failureException = AssertionError
    longMessage = True
    maxDiff = 80 * 8
    _diffThreshold = 2 ** 16

    def __init_subclass__(cls, *args, **kwargs):
        cls._classSetupFailed = False
        cls._class_cleanups = []
        super().__init_subclass__(*args, **kwargs)

    _classSetupFailed = False
    _class_cleanups = []

    def __init__(self, methodName='runTest'):
        self._testMethodName = methodName
        self._outcome = None
        self._testMethodDoc = 'No test'
        method = getattr(self, methodName, None)
        if method is None:
            if methodName != 'runTest':
                raise ValueError("no such test method in %s: %s" % (self.__class__, methodName))
        else:
            self._testMethodDoc = method.__doc__
        self._cleanups = []
        self._subtest = None
        self._type_equality_funcs = {dict: 'assertDictEqual', list: 'assertListEqual', tuple: 'assertTupleEqual',
                                     set: 'assertSetEqual', frozenset: 'assertSetEqual', str: 'assertMultiLineEqual'}

    def addTypeEqualityFunc(self, typeobj, function):
        self._type_equality_funcs[typeobj] = function

    # Around the tests.
    def setUp(self):
        pass

    def tearDown(self):
        pass

    @classmethod
    def setUpClass(cls):
        pass

    @classmethod
    def tearDownClass(cls):
        pass

    def addCleanup(self, function, /, *args, **kwargs):
        """Has the function called after tearDown()."""
        self._cleanups.append((function, args, kwargs))

    def enterContext(self, cm):
        result = type(cm).__enter__(cm)
        self.addCleanup(type(cm).__exit__, cm, None, None, None)
        return result

    @classmethod
    def addClassCleanup(cls, function, /, *args, **kwargs):
        cls._class_cleanups.append((function, args, kwargs))

    @classmethod
    def enterClassContext(cls, cm):
        result = type(cm).__enter__(cm)
        cls.addClassCleanup(type(cm).__exit__, cm, None, None, None)
        return result

    @classmethod
    def doClassCleanups(cls):
        cls.tearDown_exceptions = []
        while cls._class_cleanups:
            function, args, kwargs = cls._class_cleanups.pop()
            try:
                function(*args, **kwargs)
            except Exception:
                cls.tearDown_exceptions.append(sys.exc_info())

    def doCleanups(self):
        outcome = self._outcome or _Outcome()
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            with outcome.part(self):
                function(*args, **kwargs)
        return outcome.success

    # As a test.
    def countTestCases(self):
        return 1

    def defaultTestResult(self):
        from unittest.runner import TestResult
        return TestResult()

    def shortDescription(self):
        doc = self._testMethodDoc
        return doc.strip().split("\n")[0].strip() if doc else None

    def id(self):
        return "%s.%s" % (strclass(self.__class__), self._testMethodName)

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return self._testMethodName == other._testMethodName

    def __hash__(self):
        return hash((type(self), self._testMethodName))

    def __str__(self):
        return "%s (%s.%s)" % (self._testMethodName, strclass(self.__class__), self._testMethodName)

    def __repr__(self):
        return "<%s testMethod=%s>" % (strclass(self.__class__), self._testMethodName)

    def skipTest(self, reason):
        raise SkipTest(reason)

    def subTest(self, msg=None, **params):
        """A part of the test that is reported on its own."""
        if self._outcome is None or not self._outcome.result_supports_subtests:
            return _Nothing()
        parent = self._subtest
        if parent is not None:
            params = {**parent.params, **params}
        return _SubTestContext(self, _SubTest(self, msg, params))

    def run(self, result=None):
        started_here = result is None
        if started_here:
            result = self.defaultTestResult()
            result.startTestRun()
        result.startTest(self)
        try:
            method = getattr(self, self._testMethodName)
            if getattr(self.__class__, "__unittest_skip__", False) or getattr(method, "__unittest_skip__", False):
                why = getattr(self.__class__, '__unittest_skip_why__', '') or \
                    getattr(method, '__unittest_skip_why__', '')
                _add_skip(result, self, why)
                return result
            self._run_parts(result, method)
            return result
        finally:
            result.stopTest(self)
            if started_here:
                result.stopTestRun()

    def _run_parts(self, result, method):
        expecting = getattr(self, "__unittest_expecting_failure__", False) or \
            getattr(method, "__unittest_expecting_failure__", False)
        outcome = self._outcome = _Outcome(result)
        try:
            with outcome.part(self):
                self.setUp()
            if outcome.success:
                outcome.expecting_failure = expecting
                with outcome.part(self):
                    if method() is not None:
                        import warnings
                        warnings.warn(f'It is deprecated to return a value that is not None from a test case ({method})',
                                      DeprecationWarning, stacklevel=3)
                outcome.expecting_failure = False
                with outcome.part(self):
                    self.tearDown()
            self.doCleanups()
            if outcome.success:
                if expecting and outcome.expectedFailure:
                    result.addExpectedFailure(self, outcome.expectedFailure)
                elif expecting:
                    result.addUnexpectedSuccess(self)
                else:
                    result.addSuccess(self)
        finally:
            outcome.expectedFailure = None
            self._outcome = None

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        """Without a result: what is raised goes to the caller."""
        self.setUp()
        getattr(self, self._testMethodName)()
        self.tearDown()
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            function(*args, **kwargs)

    # Asserts.
    def _formatMessage(self, msg, standardMsg):
        if not self.longMessage:
            return msg or standardMsg
        return standardMsg if msg is None else '%s : %s' % (standardMsg, msg)

    def _fail(self, msg, standard):
        raise self.failureException(self._formatMessage(msg, standard))

    def fail(self, msg=None):
        raise self.failureException(msg)

    def assertTrue(self, expr, msg=None):
        if not expr:
            self._fail(msg, "%s is not true" % safe_repr(expr))

    def assertFalse(self, expr, msg=None):
        if expr:
            self._fail(msg, "%s is not false" % safe_repr(expr))

    def assertEqual(self, first, second, msg=None):
        if type(first) is type(second) and type(first) in self._type_equality_funcs:
            function = self._type_equality_funcs[type(first)]
            if isinstance(function, str):
                function = getattr(self, function)
            function(first, second, msg=msg)
        elif not first == second:
            self._fail(msg, '%s != %s' % _common_shorten_repr(first, second))

    def assertNotEqual(self, first, second, msg=None):
        if not first != second:
            self._fail(msg, '%s == %s' % (safe_repr(first), safe_repr(second)))

    def assertIs(self, expr1, expr2, msg=None):
        if expr1 is not expr2:
            self._fail(msg, '%s is not %s' % (safe_repr(expr1), safe_repr(expr2)))

    def assertIsNot(self, expr1, expr2, msg=None):
        if expr1 is expr2:
            self._fail(msg, 'unexpectedly identical: %s' % (safe_repr(expr1),))

    def assertIsNone(self, obj, msg=None):
        if obj is not None:
            self._fail(msg, '%s is not None' % (safe_repr(obj),))

    def assertIsNotNone(self, obj, msg=None):
        if obj is None:
            self._fail(msg, 'unexpectedly None')

    def assertIn(self, member, container, msg=None):
        if member not in container:
            self._fail(msg, '%s not found in %s' % (safe_repr(member), safe_repr(container)))

    def assertNotIn(self, member, container, msg=None):
        if member in container:
            self._fail(msg, '%s unexpectedly found in %s' % (safe_repr(member), safe_repr(container)))

    def assertIsInstance(self, obj, cls, msg=None):
        if not isinstance(obj, cls):
            self._fail(msg, '%s is not an instance of %r' % (safe_repr(obj), cls))

    def assertNotIsInstance(self, obj, cls, msg=None):
        if isinstance(obj, cls):
            self._fail(msg, '%s is an instance of %r' % (safe_repr(obj), cls))

    def assertLess(self, a, b, msg=None):
        if not a < b:
            self._fail(msg, '%s not less than %s' % (safe_repr(a), safe_repr(b)))

    def assertLessEqual(self, a, b, msg=None):
        if not a <= b:
            self._fail(msg, '%s not less than or equal to %s' % (safe_repr(a), safe_repr(b)))

    def assertGreater(self, a, b, msg=None):
        if not a > b:
            self._fail(msg, '%s not greater than %s' % (safe_repr(a), safe_repr(b)))

    def assertGreaterEqual(self, a, b, msg=None):
        if not a >= b:
            self._fail(msg, '%s not greater than or equal to %s' % (safe_repr(a), safe_repr(b)))

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if first == second:
            return
        if delta is not None and places is not None:
            raise TypeError("specify delta or places not both")
        difference = abs(first - second)
        texts = (safe_repr(first), safe_repr(second))
        if delta is not None:
            if difference <= delta:
                return
            standard = '%s != %s within %s delta (%s difference)' % (*texts, safe_repr(delta), safe_repr(difference))
        else:
            places = 7 if places is None else places
            if round(difference, places) == 0:
                return
            standard = '%s != %s within %r places (%s difference)' % (*texts, places, safe_repr(difference))
        self._fail(msg, standard)

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if delta is not None and places is not None:
            raise TypeError("specify delta or places not both")
        difference = abs(first - second)
        texts = (safe_repr(first), safe_repr(second))
        if delta is not None:
            if not first == second and difference > delta:
                return
            standard = '%s == %s within %s delta (%s difference)' % (*texts, safe_repr(delta), safe_repr(difference))
        else:
            places = 7 if places is None else places
            if not first == second and round(difference, places) != 0:
                return
            standard = '%s == %s within %r places' % (*texts, places)
        self._fail(msg, standard)

    def assertSequenceEqual(self, seq1, seq2, msg=None, seq_type=None):
        name = seq_type.__name__ if seq_type is not None else "sequence"
        if seq_type is not None:
            if not isinstance(seq1, seq_type):
                raise self.failureException('First sequence is not a %s: %s' % (name, safe_repr(seq1)))
            if not isinstance(seq2, seq_type):
                raise self.failureException('Second sequence is not a %s: %s' % (name, safe_repr(seq2)))
        if seq1 == seq2:
            return
        standard = '%ss differ: %s != %s\n' % ((name.capitalize(),) + _common_shorten_repr(seq1, seq2))
        len1, len2 = len(seq1), len(seq2)
        for i in range(min(len1, len2)):
            if seq1[i] != seq2[i]:
                standard += '\nFirst differing element %d:\n%s\n%s\n' % ((i,) + _common_shorten_repr(seq1[i], seq2[i]))
                break
        else:
            if len1 == len2 and seq_type is None and type(seq1) != type(seq2):
                return
        if len1 > len2:
            standard += '\nFirst %s contains %d additional elements.\nFirst extra element %d:\n%s\n' % (
                name, len1 - len2, len2, safe_repr(seq1[len2]))
        elif len1 < len2:
            standard += '\nSecond %s contains %d additional elements.\nFirst extra element %d:\n%s\n' % (
                name, len2 - len1, len1, safe_repr(seq2[len1]))
        import pprint
        self._fail(msg, self._with_diff(standard, pprint.pformat(seq1).splitlines(), pprint.pformat(seq2).splitlines()))

    def _with_diff(self, standard, first, second):
        diff = '\n' + '\n'.join(_ndiff(first, second))
        if self.maxDiff is None or len(diff) <= self.maxDiff:
            return standard + diff
        return standard + DIFF_OMITTED % len(diff)

    def assertListEqual(self, list1, list2, msg=None):
        self.assertSequenceEqual(list1, list2, msg, seq_type=list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        self.assertSequenceEqual(tuple1, tuple2, msg, seq_type=tuple)

    def assertSetEqual(self, set1, set2, msg=None):
        lines = []
        for one, two, name in ((set1, set2, 'first'), (set2, set1, 'second')):
            extra = one.difference(two)
            if extra:
                lines.append('Items in the %s set but not the %s:' % (name, 'second' if name == 'first' else 'first'))
                lines += [repr(item) for item in extra]
        if lines:
            self._fail(msg, '\n'.join(lines))

    def assertDictEqual(self, d1, d2, msg=None):
        self.assertIsInstance(d1, dict, 'First argument is not a dictionary')
        self.assertIsInstance(d2, dict, 'Second argument is not a dictionary')
        if d1 != d2:
            import pprint
            standard = '%s != %s' % _common_shorten_repr(d1, d2)
            self._fail(msg, self._with_diff(standard, pprint.pformat(d1).splitlines(),
                                            pprint.pformat(d2).splitlines()))

    def assertCountEqual(self, first, second, msg=None):
        left, right = list(first), list(second)
        differences = []
        remaining = list(right)
        for item in left:
            if item in remaining:
                remaining.remove(item)
        if len(left) == len(right) and not remaining:
            return
        seen = []
        for item in left + right:
            if item in seen:
                continue
            seen.append(item)
            counts = left.count(item), right.count(item)
            if counts[0] != counts[1]:
                differences.append('First has %d, Second has %d:  %r' % (*counts, item))
        self._fail(msg, 'Element counts were not equal:\n' + '\n'.join(differences))

    def assertMultiLineEqual(self, first, second, msg=None):
        self.assertIsInstance(first, str, "First argument is not a string")
        self.assertIsInstance(second, str, "Second argument is not a string")
        if first == second:
            return
        standard = '%s != %s' % _common_shorten_repr(first, second)
        lines1, lines2 = first.splitlines(True), second.splitlines(True)
        if len(lines1) == 1 and first.strip('\r\n') == first:
            lines1, lines2 = [first + '\n'], [line if line.endswith('\n') else line + '\n' for line in lines2]
        diff = '\n' + ''.join(_ndiff(lines1, lines2))
        if self.maxDiff is not None and len(diff) > self.maxDiff:
            diff = DIFF_OMITTED % len(diff)
        self._fail(msg, standard + diff)

    def assertRaises(self, expected_exception, *args, **kwargs):
        """Calls args[0], or is a context manager; what is raised is its attribute `exception`."""
        return _AssertRaisesContext(expected_exception, self)._handle('assertRaises', args, kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        return _AssertRaisesContext(expected_exception, self, expected_regex)._handle('assertRaisesRegex', args, kwargs)

    def assertWarns(self, expected_warning, *args, **kwargs):
        return _AssertWarnsContext(expected_warning, self)._handle('assertWarns', args, kwargs)

    def assertWarnsRegex(self, expected_warning, expected_regex, *args, **kwargs):
        return _AssertWarnsContext(expected_warning, self, expected_regex)._handle('assertWarnsRegex', args, kwargs)

    def assertLogs(self, logger=None, level=None):
        return _AssertLogsContext(self, logger, level, no_logs=False)

    def assertNoLogs(self, logger=None, level=None):
        return _AssertLogsContext(self, logger, level, no_logs=True)

    def assertRegex(self, text, expected_regex, msg=None):
        import re
        pattern = re.compile(expected_regex) if isinstance(expected_regex, (str, bytes)) else expected_regex
        if not pattern.search(text):
            self._fail(msg, "Regex didn't match: %r not found in %r" % (pattern.pattern, text))

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        import re
        pattern = re.compile(unexpected_regex) if isinstance(unexpected_regex, (str, bytes)) else unexpected_regex
        found = pattern.search(text)
        if found:
            self._fail(msg, 'Regex matched: %r matches %r in %r' % (text[found.start():found.end()], pattern.pattern,
                                                                   text))

    assertEquals = assertEqual
    assertNotEquals = assertNotEqual
    assert_ = assertTrue
    assertAlmostEquals = assertAlmostEqual
    assertRaisesRegexp = assertRaisesRegex
    assertRegexpMatches = assertRegex


class FunctionTestCase(TestCase):
    """A test that is a function."""

    def __init__(self, testFunc, setUp=None, tearDown=None, description=None):
        super().__init__()
        self._setUpFunc = setUp
        self._tearDownFunc = tearDown
        self._testFunc = testFunc
        self._description = description

    def setUp(self):
        if self._setUpFunc is not None:
            self._setUpFunc()

    def tearDown(self):
        if self._tearDownFunc is not None:
            self._tearDownFunc()

    def runTest(self):
        self._testFunc()

    def id(self):
        return self._testFunc.__name__

    def __str__(self):
        return "%s (%s)" % (strclass(self.__class__), self._testFunc.__name__)


class _SubTest(TestCase):
    def __init__(self, test_case, message, params):
        super().__init__()
        self._message = message
        self.test_case = test_case
        self.params = params
        self.failureException = test_case.failureException

    def runTest(self):
        raise NotImplementedError("subtests cannot be run directly")

    def _description(self):
        parts = []
        if self._message is not None:
            parts.append("[{}]".format(self._message))
        if self.params:
            parts.append("({})".format(', '.join("{}={!r}".format(k, v) for k, v in self.params.items())))
        return " ".join(parts) or '(<subtest>)'

    def id(self):
        return "{} {}".format(self.test_case.id(), self._description())

    def shortDescription(self):
        return self.test_case.shortDescription()

    def __str__(self):
        return "{} {}".format(self.test_case, self._description())


# --- Differences of texts ---------------------------------------------------------------------------------------

def _ndiff(first, second):
    """Lines with '- ', '+ ' or '  ' in front, by the longest common subsequence; '? ' lines mark what changed in a
    line."""
    n, m = len(first), len(second)
    if n * m > 250000:
        yield from ('- ' + line for line in first)
        yield from ('+ ' + line for line in second)
        return
    length = [[0] * (m + 1) for _ in range(n + 1)]
    for i in range(n - 1, -1, -1):
        for j in range(m - 1, -1, -1):
            length[i][j] = length[i + 1][j + 1] + 1 if first[i] == second[j] else max(length[i + 1][j],
                                                                                     length[i][j + 1])
    i = j = 0
    removed, added = [], []
    while i < n or j < m:
        if i < n and j < m and first[i] == second[j]:
            yield from _changed(removed, added)
            removed, added = [], []
            yield '  ' + first[i]
            i += 1
            j += 1
        elif i < n and (j == m or length[i + 1][j] >= length[i][j + 1]):
            removed.append(first[i])
            i += 1
        else:
            added.append(second[j])
            j += 1
    yield from _changed(removed, added)


def _changed(removed, added):
    while removed and added:
        old, new = removed.pop(0), added.pop(0)
        marks_old, marks_new = _marks(old, new)
        if marks_old is None:
            yield '- ' + old
            yield '+ ' + new
            continue
        yield '- ' + old
        if marks_old.strip():
            yield '? ' + marks_old.rstrip() + '\n'
        yield '+ ' + new
        if marks_new.strip():
            yield '? ' + marks_new.rstrip() + '\n'
    yield from ('- ' + line for line in removed)
    yield from ('+ ' + line for line in added)


def _marks(old, new):
    """Under each line: '^' changed, '-' gone, '+' new; None when the lines have little in common."""
    a, b = old.rstrip('\n'), new.rstrip('\n')
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    end = 0
    while end < min(len(a), len(b)) - start and a[-1 - end] == b[-1 - end]:
        end += 1
    if 2 * (start + end) <= 0.75 * (len(a) + len(b)):
        return None, None
    middle_a, middle_b = len(a) - start - end, len(b) - start - end
    same = min(middle_a, middle_b)
    return (' ' * start + '^' * same + '-' * (middle_a - same), ' ' * start + '^' * same + '+' * (middle_b - same))
