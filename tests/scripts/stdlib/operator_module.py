import operator

print(operator.add(1, 2), operator.itemgetter(1, 0)("ab"), operator.attrgetter("real")(3), operator.methodcaller("upper")("x"))
print(operator.mul(3, "ab"), operator.contains([1], 1), operator.countOf([1, 1, 2], 1), operator.indexOf("abc", "c"))
print(operator.lt(1, 2), operator.not_(0), operator.truth([]), operator.index(5), operator.concat([1], [2]), operator.neg(3))
items = [3]
print(operator.iadd(items, [4]) is items, items, operator.floordiv(7, 2), operator.mod(7, 3), operator.pow(2, 8))
operator.setitem(items, 0, 9)
operator.delitem(items, 1)
print(items, operator.is_not(1, None), operator.xor(6, 3), operator.lshift(1, 4), operator.invert(5))

# expect: 3 ('b', 'a') 3 X
# expect: ababab True 2 2
# expect: True True False 5 [1, 2] -3
# expect: True [3, 4] 3 1 256
# expect: [9] True 5 16 -6
