# not-cpython
import gc

print(gc.collect(), gc.isenabled())
gc.disable()
print(gc.isenabled())

# expect: 0 True
# expect: False
