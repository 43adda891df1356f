"""Helpers for the with statement."""

import abc
import functools

__all__ = ["contextmanager", "closing", "nullcontext", "AbstractContextManager", "ContextDecorator", "ExitStack",
           "redirect_stdout", "redirect_stderr", "suppress", "aclosing", "chdir"]


class AbstractContextManager(abc.ABC):
    def __enter__(self):
        return self

    @abc.abstractmethod
    def __exit__(self, exc_type, exc_value, traceback):
        return None

    @classmethod
    def __subclasshook__(cls, C):
        if cls is not AbstractContextManager:
            return NotImplemented
        return all(any(name in base.__dict__ for base in C.__mro__) for name in ("__enter__", "__exit__")) or \
            NotImplemented


class ContextDecorator:
    """A context manager that can decorate functions too."""

    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @functools.wraps(func)
        def inner(*args, **kwds):
            with self._recreate_cm():
                return func(*args, **kwds)
        return inner


class _GeneratorContextManager(ContextDecorator, AbstractContextManager):
    def __init__(self, func, args, kwds):
        self.gen = func(*args, **kwds)
        self.func, self.args, self.kwds = func, args, kwds
        self.__doc__ = getattr(func, "__doc__", None)

    def _recreate_cm(self):
        return self.__class__(self.func, self.args, self.kwds)

    def __enter__(self):
        del self.args, self.kwds, self.func
        try:
            return next(self.gen)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, typ, value, traceback):
        if typ is None:
            try:
                next(self.gen)
            except StopIteration:
                return False
            try:
                raise RuntimeError("generator didn't stop")
            finally:
                self.gen.close()
        if value is None:
            value = typ()
        try:
            self.gen.throw(value)
        except StopIteration as error:
            return error is not value
        except RuntimeError as error:
            if error is value:
                error.__traceback__ = traceback
                return False
            # A StopIteration that went through a generator comes out as a RuntimeError.
            if isinstance(value, StopIteration) and error.__cause__ is value:
                value.__traceback__ = traceback
                return False
            raise
        except BaseException as error:
            if error is not value:
                raise
            error.__traceback__ = traceback
            return False
        try:
            raise RuntimeError("generator didn't stop after throw()")
        finally:
            self.gen.close()


def contextmanager(func):
    """Makes a context manager of a generator that yields once."""
    @functools.wraps(func)
    def helper(*args, **kwds):
        return _GeneratorContextManager(func, args, kwds)
    return helper


class closing(AbstractContextManager):
    """Calls close() at the end."""

    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *exc_info):
        self.thing.close()


class _Redirect(AbstractContextManager):
    _stream = None

    def __init__(self, new_target):
        self._new_target = new_target
        self._old_targets = []

    def __enter__(self):
        import sys
        self._old_targets.append(getattr(sys, self._stream))
        setattr(sys, self._stream, self._new_target)
        return self._new_target

    def __exit__(self, exctype, excinst, exctb):
        import sys
        setattr(sys, self._stream, self._old_targets.pop())


class redirect_stdout(_Redirect):
    """sys.stdout is another stream meanwhile, for all threads."""
    _stream = "stdout"


class redirect_stderr(_Redirect):
    """sys.stderr is another stream meanwhile, for all threads."""
    _stream = "stderr"


class suppress(AbstractContextManager):
    """Swallows exceptions of the classes given."""

    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, exctype, excinst, exctb):
        return exctype is not None and issubclass(exctype, self._exceptions)


class nullcontext(AbstractContextManager):
    """Does nothing."""

    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *excinfo):
        pass


class chdir(AbstractContextManager):
    """Another working directory meanwhile."""

    def __init__(self, path):
        self.path = path
        self._old_cwd = []

    def __enter__(self):
        import os
        self._old_cwd.append(os.getcwd())
        os.chdir(self.path)

    def __exit__(self, *excinfo):
        import os
        os.chdir(self._old_cwd.pop())


class ExitStack(AbstractContextManager):
    """Any number of context managers and callbacks, left in reverse order."""

    def __init__(self):
        self._exits = []

    def pop_all(self):
        """Hands everything over to a new stack."""
        new_stack = type(self)()
        new_stack._exits = self._exits
        self._exits = []
        return new_stack

    def push(self, exit):
        method = getattr(type(exit), "__exit__", None)
        if method is None:
            self._exits.append(exit)
        else:
            self._exits.append(lambda *details: method(exit, *details))
        return exit

    def enter_context(self, cm):
        cls = type(cm)
        try:
            enter = cls.__enter__
            cls.__exit__
        except AttributeError:
            raise TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does not support the context manager "
                            "protocol") from None
        result = enter(cm)
        self.push(cm)
        return result

    def callback(self, callback, /, *args, **kwds):
        def exit(exc_type, exc, tb):
            callback(*args, **kwds)
        exit.__wrapped__ = callback
        self._exits.append(exit)
        return callback

    def close(self):
        self.__exit__(None, None, None)

    def __enter__(self):
        return self

    def __exit__(self, *exc_details):
        import sys
        outer = sys.exc_info()[1]
        received = exc_details[0] is not None
        current = exc_details[1]
        suppressed = False
        pending_raise = False
        while self._exits:
            exit = self._exits.pop()
            try:
                if exit(*((None, None, None) if current is None else (type(current), current,
                                                                      current.__traceback__))):
                    suppressed = True
                    pending_raise = False
                    current = None
            except BaseException as error:
                if error is not current:
                    _link(error, current, outer)
                current = error
                pending_raise = True
        if pending_raise:
            context = current.__context__
            try:
                raise current
            except BaseException:
                current.__context__ = context
                raise
        return received and suppressed


def _link(new, old, outer):
    """`old` was being handled when `new` was raised by a callback; `outer`, when the stack was left."""
    while True:
        context = new.__context__
        if context is None or context is old:
            return
        if context is outer:
            break
        new = context
    new.__context__ = old


class aclosing:
    def __init__(self, thing):
        raise NotImplementedError("contextlib.aclosing() is not supported: async and await are not supported yet")


def asynccontextmanager(func):
    raise NotImplementedError("contextlib.asynccontextmanager() is not supported: async and await are not supported "
                              "yet")
