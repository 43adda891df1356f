import threading
class Singleton:
    _instance = None
    _lock = threading.Lock()
    def __new__(cls, *args, **kwargs):
        if cls._instance is None:
            with cls._lock:
                if cls._instance is None:
                    cls._instance = super().__new__(cls)
        return cls._instance
    def __init__(self, v=None):
        if not hasattr(self, 'v'): self.v = v
class SingletonMeta(type):
    _instances = {}
    _lock: threading.Lock = threading.Lock()
    def __call__(cls, *args, **kwargs):
        with cls._lock:
            if cls not in cls._instances:
                cls._instances[cls] = super().__call__(*args, **kwargs)
        return cls._instances[cls]
class Cfg(metaclass=SingletonMeta):
    value: str = None
    def __init__(self, value: str) -> None: self.value = value
    def some_business_logic(self): ...
ids = []
def make(v): ids.append((id(Singleton(v)), id(Cfg('x'))))
ts = [threading.Thread(target=make, args=(i,)) for i in range(8)]
for t in ts: t.start()
for t in ts: t.join()
print(len(set(ids)), Singleton(9) is Singleton(), Cfg('y').value, Cfg.__annotations__, type(Cfg), Cfg.some_business_logic.__annotations__)
print(Cfg.__init__.__annotations__, SingletonMeta.__annotations__)

# expect: 1 True x {'value': <class 'str'>} <class '__main__.SingletonMeta'> {}
# expect: {'value': <class 'str'>, 'return': None} {'_lock': <built-in function allocate_lock>}
