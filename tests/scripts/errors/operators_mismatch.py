import operator
values = ["1", "1.5", "'a'", "b'a'", "None", "[1]", "(1,)", "{1: 2}", "{1}", "2j", "True", "range(2)", "len", "int", "..."]
ops = ["+", "-", "*", "/", "//", "%", "**", "@", "<<", "&", "<", ">=", "in"]
n = 0
for op in ops:
    acc = []
    for a in values:
        for b in values:
            try:
                r = repr(eval(f"{a} {op} {b}"))
            except Exception as e:
                r = type(e).__name__ + ": " + str(e)
            acc.append(r)
            if (len(a) * 7 + len(b) * 3 + len(op)) % 9 == 0:
                print(a, op, b, "->", r)
for op in ["+=", "-=", "|=", "&=", "<<=", "**=", "@=", "//=", "%=", ">>="]:
    for a, b in [("1", "'a'"), ("[1]", "5"), ("(1,)", "[2]"), ("{1: 1}", "5"), ("'a'", "1"), ("None", "1"), ("[1]", "'ab'"), ("[1]", "2"), ("bytearray(b'a')", "b'b'"), ("frozenset([1])", "{2}")]:
        ns = {}
        try:
            exec(f"x = {a}\nx {op} {b}", ns)
            print(a, op, b, "->", ns["x"])
        except Exception as e:
            print(a, op, b, "->", type(e).__name__ + ":", e)
for u in ["-", "+", "~", "not "]:
    for a in values:
        try:
            print(u + a, "->", eval(u + a))
        except Exception as e:
            print(u + a, "->", type(e).__name__ + ":", e)

# expect: 2j + 1 -> (1+2j)
# expect: 2j + b'a' -> TypeError: unsupported operand type(s) for +: 'complex' and 'bytes'
# expect: 2j + None -> TypeError: unsupported operand type(s) for +: 'complex' and 'NoneType'
# expect: 2j + (1,) -> TypeError: unsupported operand type(s) for +: 'complex' and 'tuple'
# expect: 2j + True -> (1+2j)
# expect: range(2) + 2j -> TypeError: unsupported operand type(s) for +: 'range' and 'complex'
# expect: range(2) + range(2) -> TypeError: unsupported operand type(s) for +: 'range' and 'range'
# expect: 2j - 1 -> (-1+2j)
# expect: 2j - b'a' -> TypeError: unsupported operand type(s) for -: 'complex' and 'bytes'
# expect: 2j - None -> TypeError: unsupported operand type(s) for -: 'complex' and 'NoneType'
# expect: 2j - (1,) -> TypeError: unsupported operand type(s) for -: 'complex' and 'tuple'
# expect: 2j - True -> (-1+2j)
# expect: range(2) - 2j -> TypeError: unsupported operand type(s) for -: 'range' and 'complex'
# expect: range(2) - range(2) -> TypeError: unsupported operand type(s) for -: 'range' and 'range'
# expect: 2j * 1 -> 2j
# expect: 2j * b'a' -> TypeError: can't multiply sequence by non-int of type 'complex'
# expect: 2j * None -> TypeError: unsupported operand type(s) for *: 'complex' and 'NoneType'
# expect: 2j * (1,) -> TypeError: can't multiply sequence by non-int of type 'complex'
# expect: 2j * True -> 2j
# expect: range(2) * 2j -> TypeError: unsupported operand type(s) for *: 'range' and 'complex'
# expect: range(2) * range(2) -> TypeError: unsupported operand type(s) for *: 'range' and 'range'
# expect: 2j / 1 -> 2j
# expect: 2j / b'a' -> TypeError: unsupported operand type(s) for /: 'complex' and 'bytes'
# expect: 2j / None -> TypeError: unsupported operand type(s) for /: 'complex' and 'NoneType'
# expect: 2j / (1,) -> TypeError: unsupported operand type(s) for /: 'complex' and 'tuple'
# expect: 2j / True -> 2j
# expect: range(2) / 2j -> TypeError: unsupported operand type(s) for /: 'range' and 'complex'
# expect: range(2) / range(2) -> TypeError: unsupported operand type(s) for /: 'range' and 'range'
# expect: 1 // 1.5 -> 0.0
# expect: 1 // 'a' -> TypeError: unsupported operand type(s) for //: 'int' and 'str'
# expect: 1 // [1] -> TypeError: unsupported operand type(s) for //: 'int' and 'list'
# expect: 1 // {1: 2} -> TypeError: unsupported operand type(s) for //: 'int' and 'dict'
# expect: 1 // {1} -> TypeError: unsupported operand type(s) for //: 'int' and 'set'
# expect: 1 // len -> TypeError: unsupported operand type(s) for //: 'int' and 'builtin_function_or_method'
# expect: 1 // int -> TypeError: unsupported operand type(s) for //: 'int' and 'type'
# expect: 1 // ... -> TypeError: unsupported operand type(s) for //: 'int' and 'ellipsis'
# expect: b'a' // 2j -> TypeError: unsupported operand type(s) for //: 'bytes' and 'complex'
# expect: b'a' // range(2) -> TypeError: unsupported operand type(s) for //: 'bytes' and 'range'
# expect: None // 2j -> TypeError: unsupported operand type(s) for //: 'NoneType' and 'complex'
# expect: None // range(2) -> TypeError: unsupported operand type(s) for //: 'NoneType' and 'range'
# expect: (1,) // 2j -> TypeError: unsupported operand type(s) for //: 'tuple' and 'complex'
# expect: (1,) // range(2) -> TypeError: unsupported operand type(s) for //: 'tuple' and 'range'
# expect: True // 2j -> TypeError: unsupported operand type(s) for //: 'bool' and 'complex'
# expect: True // range(2) -> TypeError: unsupported operand type(s) for //: 'bool' and 'range'
# expect: 2j % 1 -> TypeError: unsupported operand type(s) for %: 'complex' and 'int'
# expect: 2j % b'a' -> TypeError: unsupported operand type(s) for %: 'complex' and 'bytes'
# expect: 2j % None -> TypeError: unsupported operand type(s) for %: 'complex' and 'NoneType'
# expect: 2j % (1,) -> TypeError: unsupported operand type(s) for %: 'complex' and 'tuple'
# expect: 2j % True -> TypeError: unsupported operand type(s) for %: 'complex' and 'bool'
# expect: range(2) % 2j -> TypeError: unsupported operand type(s) for %: 'range' and 'complex'
# expect: range(2) % range(2) -> TypeError: unsupported operand type(s) for %: 'range' and 'range'
# expect: 1 ** 1.5 -> 1.0
# expect: 1 ** 'a' -> TypeError: unsupported operand type(s) for ** or pow(): 'int' and 'str'
# expect: 1 ** [1] -> TypeError: unsupported operand type(s) for ** or pow(): 'int' and 'list'
# expect: 1 ** {1: 2} -> TypeError: unsupported operand type(s) for ** or pow(): 'int' and 'dict'
# expect: 1 ** {1} -> TypeError: unsupported operand type(s) for ** or pow(): 'int' and 'set'
# expect: 1 ** len -> TypeError: unsupported operand type(s) for ** or pow(): 'int' and 'builtin_function_or_method'
# expect: 1 ** int -> TypeError: unsupported operand type(s) for ** or pow(): 'int' and 'type'
# expect: 1 ** ... -> TypeError: unsupported operand type(s) for ** or pow(): 'int' and 'ellipsis'
# expect: b'a' ** 2j -> TypeError: unsupported operand type(s) for ** or pow(): 'bytes' and 'complex'
# expect: b'a' ** range(2) -> TypeError: unsupported operand type(s) for ** or pow(): 'bytes' and 'range'
# expect: None ** 2j -> TypeError: unsupported operand type(s) for ** or pow(): 'NoneType' and 'complex'
# expect: None ** range(2) -> TypeError: unsupported operand type(s) for ** or pow(): 'NoneType' and 'range'
# expect: (1,) ** 2j -> TypeError: unsupported operand type(s) for ** or pow(): 'tuple' and 'complex'
# expect: (1,) ** range(2) -> TypeError: unsupported operand type(s) for ** or pow(): 'tuple' and 'range'
# expect: True ** 2j -> (1+0j)
# expect: True ** range(2) -> TypeError: unsupported operand type(s) for ** or pow(): 'bool' and 'range'
# expect: 2j @ 1 -> TypeError: unsupported operand type(s) for @: 'complex' and 'int'
# expect: 2j @ b'a' -> TypeError: unsupported operand type(s) for @: 'complex' and 'bytes'
# expect: 2j @ None -> TypeError: unsupported operand type(s) for @: 'complex' and 'NoneType'
# expect: 2j @ (1,) -> TypeError: unsupported operand type(s) for @: 'complex' and 'tuple'
# expect: 2j @ True -> TypeError: unsupported operand type(s) for @: 'complex' and 'bool'
# expect: range(2) @ 2j -> TypeError: unsupported operand type(s) for @: 'range' and 'complex'
# expect: range(2) @ range(2) -> TypeError: unsupported operand type(s) for @: 'range' and 'range'
# expect: 1 << 1.5 -> TypeError: unsupported operand type(s) for <<: 'int' and 'float'
# expect: 1 << 'a' -> TypeError: unsupported operand type(s) for <<: 'int' and 'str'
# expect: 1 << [1] -> TypeError: unsupported operand type(s) for <<: 'int' and 'list'
# expect: 1 << {1: 2} -> TypeError: unsupported operand type(s) for <<: 'int' and 'dict'
# expect: 1 << {1} -> TypeError: unsupported operand type(s) for <<: 'int' and 'set'
# expect: 1 << len -> TypeError: unsupported operand type(s) for <<: 'int' and 'builtin_function_or_method'
# expect: 1 << int -> TypeError: unsupported operand type(s) for <<: 'int' and 'type'
# expect: 1 << ... -> TypeError: unsupported operand type(s) for <<: 'int' and 'ellipsis'
# expect: b'a' << 2j -> TypeError: unsupported operand type(s) for <<: 'bytes' and 'complex'
# expect: b'a' << range(2) -> TypeError: unsupported operand type(s) for <<: 'bytes' and 'range'
# expect: None << 2j -> TypeError: unsupported operand type(s) for <<: 'NoneType' and 'complex'
# expect: None << range(2) -> TypeError: unsupported operand type(s) for <<: 'NoneType' and 'range'
# expect: (1,) << 2j -> TypeError: unsupported operand type(s) for <<: 'tuple' and 'complex'
# expect: (1,) << range(2) -> TypeError: unsupported operand type(s) for <<: 'tuple' and 'range'
# expect: True << 2j -> TypeError: unsupported operand type(s) for <<: 'bool' and 'complex'
# expect: True << range(2) -> TypeError: unsupported operand type(s) for <<: 'bool' and 'range'
# expect: 2j & 1 -> TypeError: unsupported operand type(s) for &: 'complex' and 'int'
# expect: 2j & b'a' -> TypeError: unsupported operand type(s) for &: 'complex' and 'bytes'
# expect: 2j & None -> TypeError: unsupported operand type(s) for &: 'complex' and 'NoneType'
# expect: 2j & (1,) -> TypeError: unsupported operand type(s) for &: 'complex' and 'tuple'
# expect: 2j & True -> TypeError: unsupported operand type(s) for &: 'complex' and 'bool'
# expect: range(2) & 2j -> TypeError: unsupported operand type(s) for &: 'range' and 'complex'
# expect: range(2) & range(2) -> TypeError: unsupported operand type(s) for &: 'range' and 'range'
# expect: 2j < 1 -> TypeError: '<' not supported between instances of 'complex' and 'int'
# expect: 2j < b'a' -> TypeError: '<' not supported between instances of 'complex' and 'bytes'
# expect: 2j < None -> TypeError: '<' not supported between instances of 'complex' and 'NoneType'
# expect: 2j < (1,) -> TypeError: '<' not supported between instances of 'complex' and 'tuple'
# expect: 2j < True -> TypeError: '<' not supported between instances of 'complex' and 'bool'
# expect: range(2) < 2j -> TypeError: '<' not supported between instances of 'range' and 'complex'
# expect: range(2) < range(2) -> TypeError: '<' not supported between instances of 'range' and 'range'
# expect: 1 >= 1.5 -> False
# expect: 1 >= 'a' -> TypeError: '>=' not supported between instances of 'int' and 'str'
# expect: 1 >= [1] -> TypeError: '>=' not supported between instances of 'int' and 'list'
# expect: 1 >= {1: 2} -> TypeError: '>=' not supported between instances of 'int' and 'dict'
# expect: 1 >= {1} -> TypeError: '>=' not supported between instances of 'int' and 'set'
# expect: 1 >= len -> TypeError: '>=' not supported between instances of 'int' and 'builtin_function_or_method'
# expect: 1 >= int -> TypeError: '>=' not supported between instances of 'int' and 'type'
# expect: 1 >= ... -> TypeError: '>=' not supported between instances of 'int' and 'ellipsis'
# expect: b'a' >= 2j -> TypeError: '>=' not supported between instances of 'bytes' and 'complex'
# expect: b'a' >= range(2) -> TypeError: '>=' not supported between instances of 'bytes' and 'range'
# expect: None >= 2j -> TypeError: '>=' not supported between instances of 'NoneType' and 'complex'
# expect: None >= range(2) -> TypeError: '>=' not supported between instances of 'NoneType' and 'range'
# expect: (1,) >= 2j -> TypeError: '>=' not supported between instances of 'tuple' and 'complex'
# expect: (1,) >= range(2) -> TypeError: '>=' not supported between instances of 'tuple' and 'range'
# expect: True >= 2j -> TypeError: '>=' not supported between instances of 'bool' and 'complex'
# expect: True >= range(2) -> TypeError: '>=' not supported between instances of 'bool' and 'range'
# expect: 1 in 1.5 -> TypeError: argument of type 'float' is not iterable
# expect: 1 in 'a' -> TypeError: 'in <string>' requires string as left operand, not int
# expect: 1 in [1] -> True
# expect: 1 in {1: 2} -> True
# expect: 1 in {1} -> True
# expect: 1 in len -> TypeError: argument of type 'builtin_function_or_method' is not iterable
# expect: 1 in int -> TypeError: argument of type 'type' is not iterable
# expect: 1 in ... -> TypeError: argument of type 'ellipsis' is not iterable
# expect: b'a' in 2j -> TypeError: argument of type 'complex' is not iterable
# expect: b'a' in range(2) -> False
# expect: None in 2j -> TypeError: argument of type 'complex' is not iterable
# expect: None in range(2) -> False
# expect: (1,) in 2j -> TypeError: argument of type 'complex' is not iterable
# expect: (1,) in range(2) -> False
# expect: True in 2j -> TypeError: argument of type 'complex' is not iterable
# expect: True in range(2) -> True
# expect: 1 += 'a' -> TypeError: unsupported operand type(s) for +=: 'int' and 'str'
# expect: [1] += 5 -> TypeError: 'int' object is not iterable
# expect: (1,) += [2] -> TypeError: can only concatenate tuple (not "list") to tuple
# expect: {1: 1} += 5 -> TypeError: unsupported operand type(s) for +=: 'dict' and 'int'
# expect: 'a' += 1 -> TypeError: can only concatenate str (not "int") to str
# expect: None += 1 -> TypeError: unsupported operand type(s) for +=: 'NoneType' and 'int'
# expect: [1] += 'ab' -> [1, 'a', 'b']
# expect: [1] += 2 -> TypeError: 'int' object is not iterable
# expect: bytearray(b'a') += b'b' -> bytearray(b'ab')
# expect: frozenset([1]) += {2} -> TypeError: unsupported operand type(s) for +=: 'frozenset' and 'set'
# expect: 1 -= 'a' -> TypeError: unsupported operand type(s) for -=: 'int' and 'str'
# expect: [1] -= 5 -> TypeError: unsupported operand type(s) for -=: 'list' and 'int'
# expect: (1,) -= [2] -> TypeError: unsupported operand type(s) for -=: 'tuple' and 'list'
# expect: {1: 1} -= 5 -> TypeError: unsupported operand type(s) for -=: 'dict' and 'int'
# expect: 'a' -= 1 -> TypeError: unsupported operand type(s) for -=: 'str' and 'int'
# expect: None -= 1 -> TypeError: unsupported operand type(s) for -=: 'NoneType' and 'int'
# expect: [1] -= 'ab' -> TypeError: unsupported operand type(s) for -=: 'list' and 'str'
# expect: [1] -= 2 -> TypeError: unsupported operand type(s) for -=: 'list' and 'int'
# expect: bytearray(b'a') -= b'b' -> TypeError: unsupported operand type(s) for -=: 'bytearray' and 'bytes'
# expect: frozenset([1]) -= {2} -> frozenset({1})
# expect: 1 |= 'a' -> TypeError: unsupported operand type(s) for |=: 'int' and 'str'
# expect: [1] |= 5 -> TypeError: unsupported operand type(s) for |=: 'list' and 'int'
# expect: (1,) |= [2] -> TypeError: unsupported operand type(s) for |=: 'tuple' and 'list'
# expect: {1: 1} |= 5 -> TypeError: 'int' object is not iterable
# expect: 'a' |= 1 -> TypeError: unsupported operand type(s) for |=: 'str' and 'int'
# expect: None |= 1 -> TypeError: unsupported operand type(s) for |=: 'NoneType' and 'int'
# expect: [1] |= 'ab' -> TypeError: unsupported operand type(s) for |=: 'list' and 'str'
# expect: [1] |= 2 -> TypeError: unsupported operand type(s) for |=: 'list' and 'int'
# expect: bytearray(b'a') |= b'b' -> TypeError: unsupported operand type(s) for |=: 'bytearray' and 'bytes'
# expect: frozenset([1]) |= {2} -> frozenset({1, 2})
# expect: 1 &= 'a' -> TypeError: unsupported operand type(s) for &=: 'int' and 'str'
# expect: [1] &= 5 -> TypeError: unsupported operand type(s) for &=: 'list' and 'int'
# expect: (1,) &= [2] -> TypeError: unsupported operand type(s) for &=: 'tuple' and 'list'
# expect: {1: 1} &= 5 -> TypeError: unsupported operand type(s) for &=: 'dict' and 'int'
# expect: 'a' &= 1 -> TypeError: unsupported operand type(s) for &=: 'str' and 'int'
# expect: None &= 1 -> TypeError: unsupported operand type(s) for &=: 'NoneType' and 'int'
# expect: [1] &= 'ab' -> TypeError: unsupported operand type(s) for &=: 'list' and 'str'
# expect: [1] &= 2 -> TypeError: unsupported operand type(s) for &=: 'list' and 'int'
# expect: bytearray(b'a') &= b'b' -> TypeError: unsupported operand type(s) for &=: 'bytearray' and 'bytes'
# expect: frozenset([1]) &= {2} -> frozenset()
# expect: 1 <<= 'a' -> TypeError: unsupported operand type(s) for <<=: 'int' and 'str'
# expect: [1] <<= 5 -> TypeError: unsupported operand type(s) for <<=: 'list' and 'int'
# expect: (1,) <<= [2] -> TypeError: unsupported operand type(s) for <<=: 'tuple' and 'list'
# expect: {1: 1} <<= 5 -> TypeError: unsupported operand type(s) for <<=: 'dict' and 'int'
# expect: 'a' <<= 1 -> TypeError: unsupported operand type(s) for <<=: 'str' and 'int'
# expect: None <<= 1 -> TypeError: unsupported operand type(s) for <<=: 'NoneType' and 'int'
# expect: [1] <<= 'ab' -> TypeError: unsupported operand type(s) for <<=: 'list' and 'str'
# expect: [1] <<= 2 -> TypeError: unsupported operand type(s) for <<=: 'list' and 'int'
# expect: bytearray(b'a') <<= b'b' -> TypeError: unsupported operand type(s) for <<=: 'bytearray' and 'bytes'
# expect: frozenset([1]) <<= {2} -> TypeError: unsupported operand type(s) for <<=: 'frozenset' and 'set'
# expect: 1 **= 'a' -> TypeError: unsupported operand type(s) for **=: 'int' and 'str'
# expect: [1] **= 5 -> TypeError: unsupported operand type(s) for **=: 'list' and 'int'
# expect: (1,) **= [2] -> TypeError: unsupported operand type(s) for **=: 'tuple' and 'list'
# expect: {1: 1} **= 5 -> TypeError: unsupported operand type(s) for **=: 'dict' and 'int'
# expect: 'a' **= 1 -> TypeError: unsupported operand type(s) for **=: 'str' and 'int'
# expect: None **= 1 -> TypeError: unsupported operand type(s) for **=: 'NoneType' and 'int'
# expect: [1] **= 'ab' -> TypeError: unsupported operand type(s) for **=: 'list' and 'str'
# expect: [1] **= 2 -> TypeError: unsupported operand type(s) for **=: 'list' and 'int'
# expect: bytearray(b'a') **= b'b' -> TypeError: unsupported operand type(s) for **=: 'bytearray' and 'bytes'
# expect: frozenset([1]) **= {2} -> TypeError: unsupported operand type(s) for **=: 'frozenset' and 'set'
# expect: 1 @= 'a' -> TypeError: unsupported operand type(s) for @=: 'int' and 'str'
# expect: [1] @= 5 -> TypeError: unsupported operand type(s) for @=: 'list' and 'int'
# expect: (1,) @= [2] -> TypeError: unsupported operand type(s) for @=: 'tuple' and 'list'
# expect: {1: 1} @= 5 -> TypeError: unsupported operand type(s) for @=: 'dict' and 'int'
# expect: 'a' @= 1 -> TypeError: unsupported operand type(s) for @=: 'str' and 'int'
# expect: None @= 1 -> TypeError: unsupported operand type(s) for @=: 'NoneType' and 'int'
# expect: [1] @= 'ab' -> TypeError: unsupported operand type(s) for @=: 'list' and 'str'
# expect: [1] @= 2 -> TypeError: unsupported operand type(s) for @=: 'list' and 'int'
# expect: bytearray(b'a') @= b'b' -> TypeError: unsupported operand type(s) for @=: 'bytearray' and 'bytes'
# expect: frozenset([1]) @= {2} -> TypeError: unsupported operand type(s) for @=: 'frozenset' and 'set'
# expect: 1 //= 'a' -> TypeError: unsupported operand type(s) for //=: 'int' and 'str'
# expect: [1] //= 5 -> TypeError: unsupported operand type(s) for //=: 'list' and 'int'
# expect: (1,) //= [2] -> TypeError: unsupported operand type(s) for //=: 'tuple' and 'list'
# expect: {1: 1} //= 5 -> TypeError: unsupported operand type(s) for //=: 'dict' and 'int'
# expect: 'a' //= 1 -> TypeError: unsupported operand type(s) for //=: 'str' and 'int'
# expect: None //= 1 -> TypeError: unsupported operand type(s) for //=: 'NoneType' and 'int'
# expect: [1] //= 'ab' -> TypeError: unsupported operand type(s) for //=: 'list' and 'str'
# expect: [1] //= 2 -> TypeError: unsupported operand type(s) for //=: 'list' and 'int'
# expect: bytearray(b'a') //= b'b' -> TypeError: unsupported operand type(s) for //=: 'bytearray' and 'bytes'
# expect: frozenset([1]) //= {2} -> TypeError: unsupported operand type(s) for //=: 'frozenset' and 'set'
# expect: 1 %= 'a' -> TypeError: unsupported operand type(s) for %=: 'int' and 'str'
# expect: [1] %= 5 -> TypeError: unsupported operand type(s) for %=: 'list' and 'int'
# expect: (1,) %= [2] -> TypeError: unsupported operand type(s) for %=: 'tuple' and 'list'
# expect: {1: 1} %= 5 -> TypeError: unsupported operand type(s) for %=: 'dict' and 'int'
# expect: 'a' %= 1 -> TypeError: not all arguments converted during string formatting
# expect: None %= 1 -> TypeError: unsupported operand type(s) for %=: 'NoneType' and 'int'
# expect: [1] %= 'ab' -> TypeError: unsupported operand type(s) for %=: 'list' and 'str'
# expect: [1] %= 2 -> TypeError: unsupported operand type(s) for %=: 'list' and 'int'
# expect: bytearray(b'a') %= b'b' -> TypeError: not all arguments converted during bytes formatting
# expect: frozenset([1]) %= {2} -> TypeError: unsupported operand type(s) for %=: 'frozenset' and 'set'
# expect: 1 >>= 'a' -> TypeError: unsupported operand type(s) for >>=: 'int' and 'str'
# expect: [1] >>= 5 -> TypeError: unsupported operand type(s) for >>=: 'list' and 'int'
# expect: (1,) >>= [2] -> TypeError: unsupported operand type(s) for >>=: 'tuple' and 'list'
# expect: {1: 1} >>= 5 -> TypeError: unsupported operand type(s) for >>=: 'dict' and 'int'
# expect: 'a' >>= 1 -> TypeError: unsupported operand type(s) for >>=: 'str' and 'int'
# expect: None >>= 1 -> TypeError: unsupported operand type(s) for >>=: 'NoneType' and 'int'
# expect: [1] >>= 'ab' -> TypeError: unsupported operand type(s) for >>=: 'list' and 'str'
# expect: [1] >>= 2 -> TypeError: unsupported operand type(s) for >>=: 'list' and 'int'
# expect: bytearray(b'a') >>= b'b' -> TypeError: unsupported operand type(s) for >>=: 'bytearray' and 'bytes'
# expect: frozenset([1]) >>= {2} -> TypeError: unsupported operand type(s) for >>=: 'frozenset' and 'set'
# expect: -1 -> -1
# expect: -1.5 -> -1.5
# expect: -'a' -> TypeError: bad operand type for unary -: 'str'
# expect: -b'a' -> TypeError: bad operand type for unary -: 'bytes'
# expect: -None -> TypeError: bad operand type for unary -: 'NoneType'
# expect: -[1] -> TypeError: bad operand type for unary -: 'list'
# expect: -(1,) -> TypeError: bad operand type for unary -: 'tuple'
# expect: -{1: 2} -> TypeError: bad operand type for unary -: 'dict'
# expect: -{1} -> TypeError: bad operand type for unary -: 'set'
# expect: -2j -> (-0-2j)
# expect: -True -> -1
# expect: -range(2) -> TypeError: bad operand type for unary -: 'range'
# expect: -len -> TypeError: bad operand type for unary -: 'builtin_function_or_method'
# expect: -int -> TypeError: bad operand type for unary -: 'type'
# expect: -... -> TypeError: bad operand type for unary -: 'ellipsis'
# expect: +1 -> 1
# expect: +1.5 -> 1.5
# expect: +'a' -> TypeError: bad operand type for unary +: 'str'
# expect: +b'a' -> TypeError: bad operand type for unary +: 'bytes'
# expect: +None -> TypeError: bad operand type for unary +: 'NoneType'
# expect: +[1] -> TypeError: bad operand type for unary +: 'list'
# expect: +(1,) -> TypeError: bad operand type for unary +: 'tuple'
# expect: +{1: 2} -> TypeError: bad operand type for unary +: 'dict'
# expect: +{1} -> TypeError: bad operand type for unary +: 'set'
# expect: +2j -> 2j
# expect: +True -> 1
# expect: +range(2) -> TypeError: bad operand type for unary +: 'range'
# expect: +len -> TypeError: bad operand type for unary +: 'builtin_function_or_method'
# expect: +int -> TypeError: bad operand type for unary +: 'type'
# expect: +... -> TypeError: bad operand type for unary +: 'ellipsis'
# expect: ~1 -> -2
# expect: ~1.5 -> TypeError: bad operand type for unary ~: 'float'
# expect: ~'a' -> TypeError: bad operand type for unary ~: 'str'
# expect: ~b'a' -> TypeError: bad operand type for unary ~: 'bytes'
# expect: ~None -> TypeError: bad operand type for unary ~: 'NoneType'
# expect: ~[1] -> TypeError: bad operand type for unary ~: 'list'
# expect: ~(1,) -> TypeError: bad operand type for unary ~: 'tuple'
# expect: ~{1: 2} -> TypeError: bad operand type for unary ~: 'dict'
# expect: ~{1} -> TypeError: bad operand type for unary ~: 'set'
# expect: ~2j -> TypeError: bad operand type for unary ~: 'complex'
# expect: ~True -> -2
# expect: ~range(2) -> TypeError: bad operand type for unary ~: 'range'
# expect: ~len -> TypeError: bad operand type for unary ~: 'builtin_function_or_method'
# expect: ~int -> TypeError: bad operand type for unary ~: 'type'
# expect: ~... -> TypeError: bad operand type for unary ~: 'ellipsis'
# expect: not 1 -> False
# expect: not 1.5 -> False
# expect: not 'a' -> False
# expect: not b'a' -> False
# expect: not None -> True
# expect: not [1] -> False
# expect: not (1,) -> False
# expect: not {1: 2} -> False
# expect: not {1} -> False
# expect: not 2j -> False
# expect: not True -> False
# expect: not range(2) -> False
# expect: not len -> False
# expect: not int -> False
# expect: not ... -> False
