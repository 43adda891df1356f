def counter():
    n = 0
    def inc(by=1):
        nonlocal n
        n += by
        return n
    def get(): return n
    return inc, get
a, get = counter()
b, _ = counter()
print(a(), a(5), b(), get())
print(a.__closure__[0].cell_contents, a.__code__.co_freevars, counter.__code__.co_cellvars)
def late():
    def use(): return later
    try:
        use()
    except NameError as e:
        print(type(e).__name__, e)
    later = 3
    return use()
print(late())
def unbound():
    print(y)
    y = 1
try:
    unbound()
except UnboundLocalError as e:
    print(e, e.name)
def deleted():
    z = 1
    def f(): return z
    del z
    try:
        f()
    except NameError as e:
        print(e)
    try:
        del z
    except NameError as e:
        print(e)
    try:
        z
    except UnboundLocalError as e:
        print(e)
deleted()
def deep():
    v = "a"
    class K:
        v = "b"
        def m(self): return v
        w = v
    return K().m(), K.w
print(deep())
q = "global"
class G:
    print(q)
    q = "class"
    print(q)
    del q
    print(q)
    def m(self): return q
print(G().m())
def ex():
    try:
        1 / 0
    except ZeroDivisionError as e:
        pass
    try:
        e
    except UnboundLocalError as err:
        print(err)
ex()
def loop():
    out = []
    for i in range(3):
        def f(): return i
        out.append(f)
    return [f() for f in out]
print(loop())
def cls_nonlocal():
    n = 1
    class C:
        nonlocal n
        n = 2
    return n, hasattr(C, "n")
print(cls_nonlocal())
try:
    del undefined
except NameError as e:
    print(e)
def gl():
    global made
    made = 1
    del made
gl()
try:
    made
except NameError as e:
    print(e)

# expect: 1 6 1 6
# expect: 6 ('n',) ('n',)
# expect: NameError cannot access free variable 'later' where it is not associated with a value in enclosing scope
# expect: 3
# expect: cannot access local variable 'y' where it is not associated with a value None
# expect: cannot access free variable 'z' where it is not associated with a value in enclosing scope
# expect: cannot access local variable 'z' where it is not associated with a value
# expect: cannot access local variable 'z' where it is not associated with a value
# expect: ('a', 'b')
# expect: global
# expect: class
# expect: global
# expect: global
# expect: cannot access local variable 'e' where it is not associated with a value
# expect: [2, 2, 2]
# expect: (2, False)
# expect: name 'undefined' is not defined
# expect: name 'made' is not defined
