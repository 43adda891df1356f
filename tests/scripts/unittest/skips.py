"""skipIf, skipUnless, skipTest, and classes that are left out."""
import io
import unittest


class A(unittest.TestCase):
    @unittest.skipIf(True, "always")
    def test_a(self):
        print("never")

    @unittest.skipUnless(True, "never")
    def test_b(self):
        print("runs")

    def test_c(self):
        self.skipTest("inside")


@unittest.skip("all of it")
class B(unittest.TestCase):
    def test_d(self):
        print("never")


suite = unittest.TestSuite()
for cls in (A, B):
    suite.addTests(unittest.defaultTestLoader.loadTestsFromTestCase(cls))
stream = io.StringIO()
result = unittest.TextTestRunner(stream).run(suite)
print([reason for _, reason in result.skipped], stream.getvalue().splitlines()[0], stream.getvalue().splitlines()[-1])

# expect: runs
# expect: ['always', 'inside', 'all of it'] s.ss OK (skipped=3)
