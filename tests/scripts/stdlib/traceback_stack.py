"""Where the program is."""
import io
import sys
import traceback


def f():
    text = io.StringIO()
    traceback.print_stack(file=text)
    print(text.getvalue().replace(__file__, "FILE"), end="")
    print([frame.name for frame in traceback.extract_stack()])
    print(sys._getframe().f_code.co_name, sys._getframe(1).f_lineno)


def g():
    f()


g()

# expect:   File "FILE", line 19, in <module>
# expect:     g()
# expect:   File "FILE", line 16, in g
# expect:     f()
# expect:   File "FILE", line 9, in f
# expect:     traceback.print_stack(file=text)
# expect: ['<module>', 'g', 'f']
# expect: f 16
