"""Nothing crashes here: what is asked for is only remembered."""

_on = False


def enable(file=None, all_threads=True):
    global _on
    _on = True


def disable():
    global _on
    was, _on = _on, False
    return was


def is_enabled():
    return _on


def dump_traceback(file=None, all_threads=True):
    import traceback
    traceback.print_stack(file=file)


def dump_traceback_later(timeout, repeat=False, file=None, exit=False):
    raise NotImplementedError("faulthandler.dump_traceback_later() is not supported here")


def cancel_dump_traceback_later():
    pass
