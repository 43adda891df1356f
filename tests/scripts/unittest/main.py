"""unittest.main() with the exit code of the result."""
import sys
import threading
import unittest


class Threads(unittest.TestCase):
    def test_join(self):
        seen = []
        thread = threading.Thread(target=seen.append, args=(1,))
        thread.start()
        thread.join()
        self.assertEqual(seen, [1])

    def test_fails(self):
        self.assertTrue(False, "on purpose")


if __name__ == "__main__":
    runner = unittest.TextTestRunner(sys.stderr)
    unittest.main(testRunner=runner)
# expect-stderr: FAIL: test_fails \(__main__\.Threads\.test_fails\)[\s\S]*AssertionError: False is not true : on purpose[\s\S]*Ran 2 tests in [\s\S]*FAILED \(failures=1\)

# expect-exit: 1
