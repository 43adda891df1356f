def inner():
    yield 1
    yield 2


def outer():
    yield from inner()


g = outer()
print(g.gi_running, g.gi_yieldfrom, g.gi_frame.f_lineno, g.gi_code.co_name)
next(g)
print(g.gi_yieldfrom.__name__, g.gi_frame.f_lineno)
print(list(g), g.gi_frame, g.gi_yieldfrom, g.gi_running)


def itself():
    yield me.gi_running


me = itself()
print(next(me), me.gi_running)
me.close()
print(me.gi_frame)

# expect: False None 6 outer
# expect: inner 7
# expect: [2] None None False
# expect: True False
# expect: None
