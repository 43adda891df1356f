# not-cpython
import contextlib
import logging.handlers

for make in (lambda: contextlib.asynccontextmanager(print), lambda: logging.handlers.SocketHandler("h", 1)):
    try:
        make()
    except NotImplementedError as e:
        print(e)

# expect: contextlib.asynccontextmanager() is not supported: async and await are not supported yet
# expect: logging.handlers.SocketHandler is not supported: a page has no sockets
