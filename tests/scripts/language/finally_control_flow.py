def f1():
    try: return "try"
    finally: print("fin")
def f2():
    try: return "try"
    finally: return "fin"
def f3():
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: break
            print("body", i)
        finally:
            print("fin", i)
    else:
        print("no")
    return i
def f4():
    while True:
        try: return 1
        finally: break
    return 2
def f5():
    for i in range(2):
        try: 1 / 0
        finally: continue
    return "swallowed"
def f6():
    try:
        try: 1 / 0
        finally: raise KeyError("k")
    except KeyError as e:
        return repr(e.__context__)
def f7():
    x = 1
    try: return x
    finally: x = 2
def f8():
    try: pass
    except ValueError: return "no"
    else: return "else"
    finally: print("fin8")
def f9():
    try:
        return (yield_ := [1])
    finally:
        yield_.append(2)
def f10():
    for i in range(3):
        for j in range(3):
            try:
                if j == 1: break
                try: continue
                finally: print("in", i, j)
            finally: print("out", i, j)
        if i == 1: return "done"
def f11():
    try:
        try: raise ValueError(1)
        except ValueError: raise TypeError(2)
        finally: print("f")
    except TypeError as e: return e.__context__
def f12():
    try:
        raise ValueError("a")
    except ValueError as e:
        try: return e
        finally: print("still", e)
for f in (f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12):
    print(f.__name__, repr(f()))

# expect: fin
# expect: f1 'try'
# expect: f2 'fin'
# expect: body 0
# expect: fin 0
# expect: fin 1
# expect: fin 2
# expect: f3 2
# expect: f4 2
# expect: f5 'swallowed'
# expect: f6 "ZeroDivisionError('division by zero')"
# expect: f7 1
# expect: fin8
# expect: f8 'else'
# expect: f9 [1, 2]
# expect: in 0 0
# expect: out 0 0
# expect: out 0 1
# expect: in 1 0
# expect: out 1 0
# expect: out 1 1
# expect: f10 'done'
# expect: f
# expect: f11 ValueError(1)
# expect: still a
# expect: f12 ValueError('a')
