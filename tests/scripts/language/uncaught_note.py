class Node:
    def __init__(self, v): self.v = v
    def __str__(self): return f"node {self.v}"
class MyErr(Exception):
    def __init__(self, code): self.code = code
    def __str__(self): return f"my {self.code} {Node(1)}"
def a():
    raise MyErr(5)
def b():
    try:
        a()
    except MyErr as e:
        raise RuntimeError(Node(3)) from e
def rec(n): return rec(n + 1)
e = ValueError("x")
e.add_note("note 1")
raise e

# expect-exit: 1
# expect-stderr: Traceback\ \(most\ recent\ call\ last\):[\s\S]*raise\ e[\s\S]*ValueError:\ x[\s\S]*note\ 1
