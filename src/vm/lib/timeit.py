"""How long a call takes."""

import time

__all__ = ["Timer", "timeit", "repeat", "default_timer"]

default_timer = time.perf_counter
default_number = 1000000
default_repeat = 5


def _compiled(code, names):
    """A function that runs the text of a statement, or calls what can be called."""
    if callable(code):
        return code
    if not isinstance(code, str):
        raise ValueError("stmt is neither a string nor callable")
    code = compile(code, "<timeit-src>", "exec")
    return lambda: exec(code, names)


class Timer:
    """Times a statement or a callable."""

    def __init__(self, stmt="pass", setup="pass", timer=default_timer, globals=None):
        self.timer = timer
        names = {} if globals is None else globals
        self._setup = None if setup == "pass" else _compiled(setup, names)
        if isinstance(stmt, str):
            # The loop is part of the text, so that the statement runs as fast as in a function.
            body = "".join(f"        {line}\n" for line in stmt.split("\n"))
            local = {}
            exec(compile("def timed(repetitions):\n    for _ in repetitions:\n" + body, "<timeit-src>", "exec"), names,
                 local)
            self._timed = local["timed"]
        elif callable(stmt):
            def timed(repetitions):
                for _ in repetitions:
                    stmt()
            self._timed = timed
        else:
            raise ValueError("stmt is neither a string nor callable")

    def timeit(self, number=default_number):
        """Seconds for `number` runs."""
        if self._setup is not None:
            self._setup()
        repetitions = range(number)
        start = self.timer()
        self._timed(repetitions)
        return self.timer() - start

    def repeat(self, repeat=default_repeat, number=default_number):
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        scale = 1
        while True:
            for digit in (1, 2, 5):
                number = scale * digit
                taken = self.timeit(number)
                if callback:
                    callback(number, taken)
                if taken >= 0.2:
                    return number, taken
            scale *= 10

    def print_exc(self, file=None):
        import traceback
        traceback.print_exc(file=file)


def timeit(stmt="pass", setup="pass", timer=default_timer, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt="pass", setup="pass", timer=default_timer, repeat=default_repeat, number=default_number,
           globals=None):
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)
