import threading
def work(n):
    return 10 // n
def run():
    work(0)
class Mine(threading.Thread):
    def run(self): raise KeyError(self.name)
def hook(args):
    import traceback
    last = traceback.extract_tb(args.exc_traceback)[-1]
    print(args.exc_type.__name__, args.exc_value, args.thread.name, last.name if last.name in ("work", "run") else "")
threading.excepthook = hook
for t in [threading.Thread(target=run, name="worker"), Mine(name="mine"), threading.Thread(target=5, name="no function"), threading.Thread(target=run, args=(1,), name="bad call")]:
    t.start()
    t.join()
    print(t.is_alive(), t.name)
print("main goes on")

# expect: ZeroDivisionError integer division or modulo by zero worker work
# expect: False worker
# expect: KeyError 'mine' mine run
# expect: False mine
# expect: TypeError 'int' object is not callable no function run
# expect: False no function
# expect: TypeError run() takes 0 positional arguments but 1 was given bad call run
# expect: False bad call
# expect: main goes on
