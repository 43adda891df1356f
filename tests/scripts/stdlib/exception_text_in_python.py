"""An uncaught exception's text may be made in Python."""


class Own(Exception):
    def __str__(self):
        return f"made of {self.args}"


raise Own(1, 2)
# expect-stderr: Own: made of \(1, 2\)$

# expect-exit: 1
