"""Streams in memory, and the names of the classes of streams."""

import builtins
import threading

__all__ = ["StringIO", "BytesIO", "IOBase", "RawIOBase", "BufferedIOBase", "TextIOBase", "UnsupportedOperation", "open",
           "SEEK_SET", "SEEK_CUR", "SEEK_END", "DEFAULT_BUFFER_SIZE"]

SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2
DEFAULT_BUFFER_SIZE = 8192
BlockingIOError = BlockingIOError


class UnsupportedOperation(OSError, ValueError):
    """The stream cannot do that."""


def open(*args, **kwargs):
    return builtins.open(*args, **kwargs)


class IOBase:
    """What all streams have."""

    _closed = False

    def _unsupported(self, name):
        raise UnsupportedOperation(name)

    @property
    def closed(self):
        return self._closed

    def _check(self):
        if self._closed:
            raise ValueError("I/O operation on closed file")

    def close(self):
        if not self._closed:
            try:
                self.flush()
            finally:
                self._closed = True

    def flush(self):
        self._check()

    def readable(self):
        return False

    def writable(self):
        return False

    def seekable(self):
        return False

    def isatty(self):
        self._check()
        return False

    def fileno(self):
        self._unsupported("fileno")

    def seek(self, pos, whence=0):
        self._unsupported("seek")

    def tell(self):
        return self.seek(0, 1)

    def truncate(self, pos=None):
        self._unsupported("truncate")

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *exc_info):
        self.close()

    def __iter__(self):
        self._check()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readlines(self, hint=None):
        lines = []
        size = 0
        for line in self:
            lines.append(line)
            size += len(line)
            if hint is not None and 0 < hint <= size:
                break
        return lines

    def writelines(self, lines):
        self._check()
        for line in lines:
            self.write(line)


class RawIOBase(IOBase):
    pass


class BufferedIOBase(IOBase):
    pass


class TextIOBase(IOBase):
    encoding = None
    errors = None
    newlines = None


class _Memory:
    """The text or bytes of a stream, and where it stands. One operation is indivisible, as CPython's are."""

    def _begin(self, empty):
        self._empty = empty
        self._parts = []      # written at the end, not yet joined
        self._data = empty
        self._pos = 0
        self._length = 0
        self._lock = threading.Lock()
        import _thread
        _thread.present(self._lock, "Other", None, type(self).__name__, self._lock)

    def _all(self):
        if self._parts:
            self._data = self._empty.join([self._data, *self._parts])
            self._parts = []
        return self._data

    def _put(self, new):
        with self._lock:
            if self._pos == self._length:
                self._parts.append(new)
                self._length += len(new)
            else:
                data = self._all()
                if self._pos > len(data):
                    data += self._padding * (self._pos - len(data))
                self._data = data[:self._pos] + new + data[self._pos + len(new):]
                self._length = len(self._data)
            self._pos += len(new)

    def _take(self, size):
        with self._lock:
            data = self._all()
            start = self._pos
            end = len(data) if size is None or size < 0 else min(len(data), start + size)
            self._pos = max(start, end)
            return data[start:end]

    def _take_line(self, size, newline):
        with self._lock:
            data = self._all()
            start = self._pos
            end = data.find(newline, start) + 1
            if end == 0:
                end = len(data)
            if size is not None and 0 <= size < end - start:
                end = start + size
            self._pos = max(start, end)
            return data[start:end]

    def readable(self):
        self._check()
        return True

    def writable(self):
        self._check()
        return True

    def seekable(self):
        self._check()
        return True

    def read(self, size=-1, /):
        self._check()
        return self._take(size)

    def tell(self):
        self._check()
        return self._pos

    def truncate(self, pos=None, /):
        self._check()
        if pos is None:
            pos = self._pos
        elif pos < 0:
            raise ValueError("Negative size value %d" % pos if isinstance(self, TextIOBase)
                             else "negative size value %d" % pos)
        with self._lock:
            self._data = self._all()[:pos]
            self._length = len(self._data)
        return pos

    def getvalue(self):
        self._check()
        with self._lock:
            return self._all()


class StringIO(_Memory, TextIOBase):
    """Text in memory."""

    _padding = '\0'

    def __init__(self, initial_value='', newline='\n'):
        if not (initial_value is None or isinstance(initial_value, str)):
            raise TypeError(f"initial_value must be str or None, not {type(initial_value).__name__}")
        if newline is not None and not isinstance(newline, str):
            raise TypeError(f"newline must be str or None, not {type(newline).__name__}")
        if newline not in (None, '', '\n', '\r', '\r\n'):
            raise ValueError(f"illegal newline value: {newline!r}")
        self._newline = newline
        self._begin('')
        if initial_value:
            self.write(initial_value)
            self._pos = 0

    line_buffering = False

    def write(self, s, /):
        self._check()
        if not isinstance(s, str):
            raise TypeError(f"string argument expected, got {type(s).__name__!r}")
        text = s
        if self._newline is None:
            text = s.replace('\r\n', '\n').replace('\r', '\n')
        elif self._newline in ('\r', '\r\n'):
            text = s.replace('\n', self._newline)
        if text:
            self._put(text)
        return len(s)

    def readline(self, size=-1, /):
        self._check()
        return self._take_line(size, self._newline or '\n')

    def seek(self, pos, whence=0, /):
        self._check()
        if whence not in (0, 1, 2):
            raise ValueError(f"Invalid whence ({whence}, should be 0, 1 or 2)")
        if whence == 0:
            if pos < 0:
                raise ValueError(f"Negative seek position {pos}")
            self._pos = pos
        else:
            if pos != 0:
                raise OSError("Can't do nonzero cur-relative seeks")
            if whence == 2:
                self._pos = self._length
        return self._pos


class BytesIO(_Memory, BufferedIOBase):
    """Bytes in memory."""

    _padding = b'\0'

    def __init__(self, initial_bytes=b''):
        self._begin(b'')
        if initial_bytes:
            self.write(initial_bytes)
            self._pos = 0

    def write(self, b, /):
        self._check()
        if isinstance(b, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        data = bytes(b)
        if data:
            self._put(data)
        return len(data)

    def read1(self, size=-1, /):
        return self.read(size)

    def readinto(self, buffer, /):
        data = self.read(len(buffer))
        buffer[:len(data)] = data
        return len(data)

    def readline(self, size=-1, /):
        self._check()
        return self._take_line(size, b'\n')

    def getbuffer(self):
        return self.getvalue()

    def seek(self, pos, whence=0, /):
        self._check()
        if whence == 0:
            if pos < 0:
                raise ValueError(f"negative seek value {pos}")
            self._pos = pos
        elif whence == 1:
            self._pos = max(0, self._pos + pos)
        elif whence == 2:
            self._pos = max(0, self._length + pos)
        else:
            raise ValueError(f"invalid whence ({whence}, should be 0, 1 or 2)")
        return self._pos


def _type_of_streams():
    import sys
    return type(sys.stdout)


TextIOWrapper = _type_of_streams()
