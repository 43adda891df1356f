"""Asserts, and what they say when they fail."""
import unittest


class Case(unittest.TestCase):
    maxDiff = None

    def runTest(self):
        pass


case = Case()
for attempt in (lambda: case.assertEqual(1, 2), lambda: case.assertTrue(0), lambda: case.assertFalse([1]),
                lambda: case.assertIs(None, 1), lambda: case.assertIn(3, [1, 2]), lambda: case.assertNotIn(1, [1]),
                lambda: case.assertIsNone(5), lambda: case.assertIsNotNone(None), lambda: case.assertLess(2, 1),
                lambda: case.assertGreaterEqual(1, 2), lambda: case.assertAlmostEqual(1.0, 1.1),
                lambda: case.assertNotEqual("a", "a"), lambda: case.assertIsInstance("x", int),
                lambda: case.assertEqual([1, 2], [1, 3]), lambda: case.assertEqual({"a": 1}, {"a": 2}),
                lambda: case.assertEqual({1, 2}, {2, 3}), lambda: case.assertEqual((1,), (1, 2)),
                lambda: case.assertCountEqual([1, 1, 2], [1, 2, 2]), lambda: case.assertEqual(1, 2, "my words"),
                lambda: case.fail("failed"), lambda: case.assertAlmostEqual(1, 2, delta=0.5)):
    try:
        attempt()
    except AssertionError as error:
        print(error)
case.assertAlmostEqual(0.1 + 0.2, 0.3)
case.assertCountEqual([3, 1, 2], [1, 2, 3])

# expect: 1 != 2
# expect: 0 is not true
# expect: [1] is not false
# expect: None is not 1
# expect: 3 not found in [1, 2]
# expect: 1 unexpectedly found in [1]
# expect: 5 is not None
# expect: unexpectedly None
# expect: 2 not less than 1
# expect: 1 not greater than or equal to 2
# expect: 1.0 != 1.1 within 7 places (0.10000000000000009 difference)
# expect: 'a' == 'a'
# expect: 'x' is not an instance of <class 'int'>
# expect: Lists differ: [1, 2] != [1, 3]
# expect:
# expect: First differing element 1:
# expect: 2
# expect: 3
# expect:
# expect: - [1, 2]
# expect: ?     ^
# expect:
# expect: + [1, 3]
# expect: ?     ^
# expect:
# expect: {'a': 1} != {'a': 2}
# expect: - {'a': 1}
# expect: ?       ^
# expect:
# expect: + {'a': 2}
# expect: ?       ^
# expect:
# expect: Items in the first set but not the second:
# expect: 1
# expect: Items in the second set but not the first:
# expect: 3
# expect: Tuples differ: (1,) != (1, 2)
# expect:
# expect: Second tuple contains 1 additional elements.
# expect: First extra element 1:
# expect: 2
# expect:
# expect: - (1,)
# expect: + (1, 2)
# expect: ?    ++
# expect:
# expect: Element counts were not equal:
# expect: First has 2, Second has 1:  1
# expect: First has 1, Second has 2:  2
# expect: 1 != 2 : my words
# expect: failed
# expect: 1 != 2 within 0.5 delta (1 difference)
