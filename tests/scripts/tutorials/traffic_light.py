import threading, itertools
light = threading.Condition(); state = {'colour': 'red', 'changes': 0}; crossed = []
def car(n):
    with light:
        light.wait_for(lambda: state['colour'] == 'green'); crossed.append(n)
def controller():
    for colour in itertools.islice(itertools.cycle(['red', 'red', 'green']), 3):
        with light: state.update(colour=colour, changes=state['changes'] + 1); light.notify_all()
cars = [threading.Thread(target=car, args=(i,)) for i in range(5)]
for c in cars: c.start()
t = threading.Thread(target=controller); t.start(); t.join()
for c in cars: c.join()
print(sorted(crossed), state)

# expect: [0, 1, 2, 3, 4] {'colour': 'green', 'changes': 3}
