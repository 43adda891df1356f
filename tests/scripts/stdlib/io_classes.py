"""Names of io and what streams in memory refuse."""
import io

print(issubclass(io.StringIO, io.TextIOBase), issubclass(io.BytesIO, io.IOBase))
for call in (lambda: io.StringIO(5), lambda: io.StringIO("x").fileno(), lambda: io.StringIO().seek(-1),
             lambda: io.StringIO("abc").seek(1, 1)):
    try:
        call()
    except (TypeError, ValueError, OSError) as error:
        print(type(error).__name__, error)
print([line for line in io.StringIO("a\r\nb\n", newline=None)], io.SEEK_END)

# expect: True True
# expect: TypeError initial_value must be str or None, not int
# expect: UnsupportedOperation fileno
# expect: ValueError Negative seek position -1
# expect: OSError Can't do nonzero cur-relative seeks
# expect: ['a\n', 'b\n'] 2
