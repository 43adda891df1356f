"""The executor that cannot be here."""

from concurrent.futures._base import BrokenExecutor, Executor


class BrokenProcessPool(BrokenExecutor):
    """There for programs that name it."""


class ProcessPoolExecutor(Executor):
    """Refuses: everything here runs in one process."""

    def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), *,
                 max_tasks_per_child=None):
        raise NotImplementedError("ProcessPoolExecutor is not supported: there are no processes here, only threads")
