"""Putting the nodes of a graph in an order."""

__all__ = ["TopologicalSorter", "CycleError"]


class CycleError(ValueError):
    pass


class TopologicalSorter:
    def __init__(self, graph=None):
        self._before = {}  # node: how many still stand before it
        self._after = {}
        self._ready = None
        self._out = self._done = 0
        for node, predecessors in (graph or {}).items():
            self.add(node, *predecessors)

    def __class_getitem__(cls, item):
        return cls

    def add(self, node, *predecessors):
        if self._ready is not None:
            raise ValueError("Nodes cannot be added after a call to prepare()")
        self._before.setdefault(node, 0)
        self._after.setdefault(node, [])
        self._before[node] += len(predecessors)
        for p in predecessors:
            self._before.setdefault(p, 0)
            self._after.setdefault(p, []).append(node)

    def prepare(self):
        if self._ready is not None:
            raise ValueError("cannot prepare() more than once")
        self._ready = [n for n, count in self._before.items() if count == 0]
        cycle = self._cycle()
        if cycle:
            raise CycleError("nodes are in a cycle", cycle)

    def _cycle(self):
        finished = set()
        for start in self._before:
            path, places = [], {}
            todo = [(start, False)]
            while todo:
                node, leaving = todo.pop()
                if leaving:
                    finished.add(node)
                    path.pop()
                    del places[node]
                elif node in places:
                    return path[places[node]:] + [node]
                elif node not in finished:
                    places[node] = len(path)
                    path.append(node)
                    todo.append((node, True))
                    todo += [(n, False) for n in reversed(self._after[node])]
        return None

    def _check(self):
        if self._ready is None:
            raise ValueError("prepare() must be called first")

    def get_ready(self):
        self._check()
        ready, self._ready = tuple(self._ready), []
        self._out += len(ready)
        for node in ready:
            self._before[node] = -1
        return ready

    def is_active(self):
        self._check()
        return self._done < self._out or bool(self._ready)

    __bool__ = is_active

    def done(self, *nodes):
        self._check()
        for node in nodes:
            state = self._before.get(node)
            if state is None:
                raise ValueError(f"node {node!r} was not added using add()")
            if state >= 0:
                raise ValueError(f"node {node!r} was not passed out (still not ready)")
            if state == -2:
                raise ValueError(f"node {node!r} was already marked done")
            self._before[node] = -2
            self._done += 1
            for after in self._after[node]:
                self._before[after] -= 1
                if self._before[after] == 0:
                    self._ready.append(after)

    def static_order(self):
        self.prepare()
        while self.is_active():
            nodes = self.get_ready()
            yield from nodes
            self.done(*nodes)
