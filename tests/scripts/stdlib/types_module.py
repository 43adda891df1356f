"""Names of classes, SimpleNamespace, MappingProxyType."""
import types


def function():
    yield


ns = types.SimpleNamespace(x=1, y="two")
ns.z = [3]
print(ns, ns == types.SimpleNamespace(x=1, y="two", z=[3]))
print(isinstance(function, types.FunctionType), isinstance(function(), types.GeneratorType),
      isinstance(len, types.BuiltinFunctionType), isinstance(types, types.ModuleType))
view = types.MappingProxyType({"a": 1})
print(view["a"], view, len(view), list(view))
try:
    view["b"] = 2
except TypeError as error:
    print(error)


class C:
    pass


def hello(self):
    return "hello from " + type(self).__name__


c = C()
c.hello = types.MethodType(hello, c)
print(c.hello(), types.NoneType, types.new_class("Made", (C,)).__mro__[1].__name__)

# expect: namespace(x=1, y='two', z=[3]) True
# expect: True True True True
# expect: 1 {'a': 1} 1 ['a']
# expect: 'mappingproxy' object does not support item assignment
# expect: hello from C <class 'NoneType'> C
