"""@contextmanager: what is before and after the yield."""
from contextlib import contextmanager


@contextmanager
def tag(name):
    print(f"<{name}>")
    try:
        yield name.upper()
    finally:
        print(f"</{name}>")


with tag("a") as name, tag("b"):
    print(name)
try:
    with tag("c"):
        raise ValueError("inside")
except ValueError as error:
    print("out", error)


@tag("decorated")
def function():
    print("body")


function()
function()

# expect: <a>
# expect: <b>
# expect: A
# expect: </b>
# expect: </a>
# expect: <c>
# expect: </c>
# expect: out inside
# expect: <decorated>
# expect: body
# expect: </decorated>
# expect: <decorated>
# expect: body
# expect: </decorated>
