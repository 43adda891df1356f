"""TextTestRunner's report."""
import io
import unittest


class Sums(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        print("class up")

    @classmethod
    def tearDownClass(cls):
        print("class down")

    def setUp(self):
        self.addCleanup(print, "cleanup")

    def tearDown(self):
        print("down")

    def test_good(self):
        """The first line of its docstring."""
        self.assertEqual(1 + 1, 2)

    def test_bad(self):
        self.assertEqual(1 + 1, 3)

    def test_error(self):
        {}["k"]

    @unittest.skip("not today")
    def test_skipped(self):
        pass

    @unittest.expectedFailure
    def test_expected(self):
        self.fail()

    def test_parts(self):
        for i in range(3):
            with self.subTest(i=i):
                self.assertNotEqual(i, 1)


stream = io.StringIO()
suite = unittest.defaultTestLoader.loadTestsFromTestCase(Sums)
result = unittest.TextTestRunner(stream, verbosity=2).run(suite)
for line in stream.getvalue().replace(__file__, "FILE").splitlines():
    print(line.rsplit(" in ", 1)[0] if line.startswith("Ran") else line)
print(result.testsRun, len(result.failures), len(result.errors), len(result.skipped), result.wasSuccessful())

# expect: class up
# expect: down
# expect: cleanup
# expect: down
# expect: cleanup
# expect: down
# expect: cleanup
# expect: down
# expect: cleanup
# expect: down
# expect: cleanup
# expect: class down
# expect: test_bad (__main__.Sums.test_bad) ... FAIL
# expect: test_error (__main__.Sums.test_error) ... ERROR
# expect: test_expected (__main__.Sums.test_expected) ... expected failure
# expect: test_good (__main__.Sums.test_good)
# expect: The first line of its docstring. ... ok
# expect: test_parts (__main__.Sums.test_parts) ...
# expect:   test_parts (__main__.Sums.test_parts) (i=1) ... FAIL
# expect: test_skipped (__main__.Sums.test_skipped) ... skipped 'not today'
# expect:
# expect: ======================================================================
# expect: ERROR: test_error (__main__.Sums.test_error)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "FILE", line 29, in test_error
# expect:     {}["k"]
# expect:     ~~^^^^^
# expect: KeyError: 'k'
# expect:
# expect: ======================================================================
# expect: FAIL: test_bad (__main__.Sums.test_bad)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "FILE", line 26, in test_bad
# expect:     self.assertEqual(1 + 1, 3)
# expect: AssertionError: 2 != 3
# expect:
# expect: ======================================================================
# expect: FAIL: test_parts (__main__.Sums.test_parts) (i=1)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "FILE", line 42, in test_parts
# expect:     self.assertNotEqual(i, 1)
# expect: AssertionError: 1 == 1
# expect:
# expect: ----------------------------------------------------------------------
# expect: Ran 6 tests
# expect:
# expect: FAILED (failures=2, errors=1, skipped=1, expected failures=1)
# expect: 6 2 1 1 False
