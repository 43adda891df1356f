from graphlib import CycleError, TopologicalSorter

graph = {"D": {"B", "C"}, "B": {"A"}, "C": {"A"}}
print(list(TopologicalSorter({"c": ["b"], "b": ["a"]}).static_order()))
ts = TopologicalSorter(graph)
ts.prepare()
while ts.is_active():
    ready = ts.get_ready()
    print(sorted(ready))
    ts.done(*ready)
try:
    list(TopologicalSorter({1: [2], 2: [3], 3: [1]}).static_order())
except CycleError as e:
    print(e.args[0], len(e.args[1]))
ts = TopologicalSorter()
ts.add("x", "y")
ts.prepare()
for bad in (lambda: ts.add("z"), lambda: ts.done("x"), lambda: ts.done("q"), lambda: ts.prepare()):
    try:
        bad()
    except ValueError as e:
        print(e)

# expect: ['a', 'b', 'c']
# expect: ['A']
# expect: ['B', 'C']
# expect: ['D']
# expect: nodes are in a cycle 4
# expect: Nodes cannot be added after a call to prepare()
# expect: node 'x' was not passed out (still not ready)
# expect: node 'q' was not added using add()
# expect: cannot prepare() more than once
