import json
print(json.dumps({"a": 1, "b": [1, 2.5, None, True, False], "c": {"d": "x\ny\"\\é€😀\x01"}}))
print(json.dumps({"b": 1, "a": {"z": [], "y": {}}}, indent=2, sort_keys=True))
print(json.dumps([1, 2, {"a": 3}], indent=4), json.dumps([1, [2]], separators=(",", ":")), json.dumps("é", ensure_ascii=False))
print(json.dumps({1: 2, None: 3, True: 4, 2.5: 5}), json.dumps((1, 2)), json.dumps(float("inf")), json.dumps(1e100), json.dumps(10**20))
class C:
    pass
for f in (lambda: json.dumps(C()), lambda: json.dumps({(1, 2): 3}), lambda: json.dumps({1, 2}), lambda: json.dumps(float("nan"), allow_nan=False)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(json.dumps(C(), default=lambda o: {"cls": type(o).__name__}), json.dumps({(1,): 2, "a": 1}, skipkeys=True))
a = []
a.append(a)
try:
    json.dumps(a)
except ValueError as e:
    print(e)
class E(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, complex):
            return [o.real, o.imag]
        return super().default(o)
print(json.dumps({"z": 2 + 1j}, cls=E))
print(json.dumps([[], {}, [[]]], indent="--"), json.dumps(None), json.dumps("\u2028\x7f"))

# expect: {"a": 1, "b": [1, 2.5, null, true, false], "c": {"d": "x\ny\"\\\u00e9\u20ac\ud83d\ude00\u0001"}}
# expect: {
# expect:   "a": {
# expect:     "y": {},
# expect:     "z": []
# expect:   },
# expect:   "b": 1
# expect: }
# expect: [
# expect:     1,
# expect:     2,
# expect:     {
# expect:         "a": 3
# expect:     }
# expect: ] [1,[2]] "é"
# expect: {"1": 4, "null": 3, "2.5": 5} [1, 2] Infinity 1e+100 100000000000000000000
# expect: TypeError Object of type C is not JSON serializable
# expect: TypeError keys must be str, int, float, bool or None, not tuple
# expect: TypeError Object of type set is not JSON serializable
# expect: ValueError Out of range float values are not JSON compliant
# expect: {"cls": "C"} {"a": 1}
# expect: Circular reference detected
# expect: {"z": [2.0, 1.0]}
# expect: [
# expect: --[],
# expect: --{},
# expect: --[
# expect: ----[]
# expect: --]
# expect: ] null "\u2028\u007f"
