"""Tracebacks as text."""
import io
import traceback


def show(text):
    print(text.replace(__file__, "FILE"), end="")


def inner():
    raise ValueError("deep")


def outer():
    try:
        inner()
    except ValueError as error:
        raise KeyError("outer") from error


try:
    outer()
except KeyError as error:
    show(traceback.format_exc())
    print(traceback.format_exception_only(error))
    print(traceback.format_exception_only(type(error), error))
    print([(f.name, f.lineno, f.line) for f in traceback.extract_tb(error.__traceback__)])
    text = io.StringIO()
    traceback.print_exception(error, limit=1, chain=False, file=text)
    traceback.print_tb(error.__traceback__, file=text)
    show(text.getvalue())
    show("".join(traceback.format_exception(error.__cause__)))
show(traceback.format_exc())

# expect: Traceback (most recent call last):
# expect:   File "FILE", line 16, in outer
# expect:     inner()
# expect:   File "FILE", line 11, in inner
# expect:     raise ValueError("deep")
# expect: ValueError: deep
# expect:
# expect: The above exception was the direct cause of the following exception:
# expect:
# expect: Traceback (most recent call last):
# expect:   File "FILE", line 22, in <module>
# expect:     outer()
# expect:   File "FILE", line 18, in outer
# expect:     raise KeyError("outer") from error
# expect: KeyError: 'outer'
# expect: ["KeyError: 'outer'\n"]
# expect: ["KeyError: 'outer'\n"]
# expect: [('<module>', 22, 'outer()'), ('outer', 18, 'raise KeyError("outer") from error')]
# expect: Traceback (most recent call last):
# expect:   File "FILE", line 22, in <module>
# expect:     outer()
# expect: KeyError: 'outer'
# expect:   File "FILE", line 22, in <module>
# expect:     outer()
# expect:   File "FILE", line 18, in outer
# expect:     raise KeyError("outer") from error
# expect: Traceback (most recent call last):
# expect:   File "FILE", line 16, in outer
# expect:     inner()
# expect:   File "FILE", line 11, in inner
# expect:     raise ValueError("deep")
# expect: ValueError: deep
# expect: NoneType: None
