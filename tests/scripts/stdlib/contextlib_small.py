"""suppress, closing, nullcontext, redirect_stdout."""
import io
from contextlib import closing, nullcontext, redirect_stdout, suppress


class Door:
    def close(self):
        print("closed")


with suppress(ZeroDivisionError, KeyError):
    1 / 0
    print("not reached")
with closing(Door()) as door:
    print(type(door).__name__)
with nullcontext(5) as five:
    print(five)
text = io.StringIO()
with redirect_stdout(text):
    print("hidden")
print(repr(text.getvalue()))

# expect: Door
# expect: closed
# expect: 5
# expect: 'hidden\n'
