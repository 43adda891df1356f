# not-cpython
import numpy as np
a = np.array([1.0, 2.5, 3.25])
print(a, repr(a), a.sum(), a.mean(), a * 2, 1 / a, a + a, a @ a, np.sqrt(np.array([4.0, 9.0])))
print(np.arange(5), repr(np.arange(0, 1, 0.25)), np.zeros(3), np.ones((2, 2)), np.linspace(0, 1, 5))
m = np.array([[1, 2], [3, 4]])
print(m, repr(m), m @ m, m.T, m.shape, m[1, 0], m[:, 1], m.sum(axis=0), m * np.array([10, 20]))
v = np.arange(10.0)
w = v[2:5]
w[0] = 99
print(v, v[::-1][:3], v[v > 5], len(v), v.max(), (v > 3).sum())
np.random.seed(42)
print(np.random.rand(3))
print(np.array([1e10, 1.0]), np.array([0.1, 0.2]) + 0.2, np.array([True, False]), np.dot(np.ones(100000), np.ones(100000)), np.exp(np.zeros(2)))
v += 1
print(v, v.dtype, a.std(), np.array([]), -a, abs(-a), 2 ** a)
print(np.arange(2000), np.array([1/3, 2/3]))
try:
    np.ones(3) + np.ones(4)
except ValueError as e: print(str(e).strip())
try:
    np.ones(3)[5]
except IndexError as e: print(e)
# expect: [1.   2.5  3.25] array([1.  , 2.5 , 3.25]) 6.75 2.25 [2.  5.  6.5] [1.         0.4        0.30769231] [2.  5.  6.5] 17.8125 [2. 3.]
# expect: [0 1 2 3 4] array([0.  , 0.25, 0.5 , 0.75]) [0. 0. 0.] [[1. 1.]
# expect:  [1. 1.]] [0.   0.25 0.5  0.75 1.  ]
# expect: [[1 2]
# expect:  [3 4]] array([[1, 2],
# expect:        [3, 4]]) [[ 7 10]
# expect:  [15 22]] [[1 3]
# expect:  [2 4]] (2, 2) 3 [2 4] [4 6] [[10 40]
# expect:  [30 80]]
# expect: [ 0.  1. 99.  3.  4.  5.  6.  7.  8.  9.] [9. 8. 7.] [99.  6.  7.  8.  9.] 10 99.0 7
# expect: [0.37454012 0.95071431 0.73199394]
# expect: [1.e+10 1.e+00] [0.3 0.4] [ True False] 100000.0 [1. 1.]
# expect: [  1.   2. 100.   4.   5.   6.   7.   8.   9.  10.] float64 0.9354143466934853 [] [-1.   -2.5  -3.25] [1.   2.5  3.25] [2.         5.65685425 9.51365692]
# expect: [   0    1    2 ... 1997 1998 1999] [0.33333333 0.66666667]
# expect: operands could not be broadcast together with shapes (3,) (4,)
# expect: index 5 is out of bounds for axis 0 with size 3
