"""The collector's controls."""
import gc

print(gc.isenabled())
gc.disable()
print(gc.isenabled())
gc.enable()
print(isinstance(gc.collect(), int), gc.get_threshold(), len(gc.get_count()))
try:
    gc.collect(5)
except ValueError as error:
    print(error)

# expect: True
# expect: False
# expect: True (700, 10, 10) 3
# expect: invalid generation
