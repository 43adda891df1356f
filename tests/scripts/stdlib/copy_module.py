"""Shallow and deep copies."""
import copy


class Node:
    def __init__(self, value):
        self.value = value
        self.links = []


class Own:
    def __copy__(self):
        return "copied"

    def __deepcopy__(self, memo):
        return "deep"


a = [1, [2, 3], {"k": (4, [5])}]
b, c = copy.copy(a), copy.deepcopy(a)
a[1].append(9)
a[2]["k"][1].append(8)
print(b, c)
node = Node([1])
node.links.append(node)
twin = copy.deepcopy(node)
print(twin.links[0] is twin, twin.value == [1], twin.value is node.value, copy.copy(node).links is node.links)
print(copy.copy(Own()), copy.deepcopy([Own()]))
t = (1, (2, 3))
print(copy.deepcopy(t) is t, copy.deepcopy(([],))[0])
shared = []
x, y = copy.deepcopy([shared, shared])
print(x is y)

# expect: [1, [2, 3, 9], {'k': (4, [5, 8])}] [1, [2, 3], {'k': (4, [5])}]
# expect: True True False True
# expect: copied ['deep']
# expect: True []
# expect: True
