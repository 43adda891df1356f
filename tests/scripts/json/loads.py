import json
print(json.loads('{"a": [1, 2.5, -3e2, true, false, null], "b": {"c": "x\\n\\u00e9\\ud83d\\ude00"}}'))
print(json.loads(" [ ] "), json.loads('"abc"'), json.loads("12"), json.loads("-0.5"), json.loads(b'{"k": "v"}'), json.loads("NaN"))
for text in ["", "{", "[1,]", '{"a"}', '{"a":}', '{"a":1,}', "[1 2]", "nul", '"abc', '"a\tb"', '"\\x"', '"\\u12"', "1 2", "{'a': 1}", "[1,\n 2,\n x]", '{"a" 1}', "01", "+1", ".5"]:
    try:
        print(json.loads(text))
    except json.JSONDecodeError as e:
        print(repr(text), "->", e, e.lineno, e.colno, e.pos)
try:
    json.loads(5)
except TypeError as e:
    print(e)
print(json.loads('{"a": 1, "a": 2}'), json.loads('{"x": 1}', object_hook=lambda d: sorted(d.items())), json.loads("[1.5, 2]", parse_float=str))
print(json.loads('{"b": 1, "a": 2}', object_pairs_hook=list), json.JSONDecoder().raw_decode("[1] rest"))
data = {"name": "Ann", "tags": ["a", "b"], "n": {"x": 1.5, "y": None}}
print(json.loads(json.dumps(data)) == data, isinstance(json.JSONDecodeError("m", "d", 0), ValueError))
with open("data.json", "w") as f:
    json.dump(data, f, indent=1)
with open("data.json") as f:
    print(json.load(f) == data)
with open("data.json") as f:
    print(f.read())

# expect: {'a': [1, 2.5, -300.0, True, False, None], 'b': {'c': 'x\né😀'}}
# expect: [] abc 12 -0.5 {'k': 'v'} nan
# expect: '' -> Expecting value: line 1 column 1 (char 0) 1 1 0
# expect: '{' -> Expecting property name enclosed in double quotes: line 1 column 2 (char 1) 1 2 1
# expect: '[1,]' -> Expecting value: line 1 column 4 (char 3) 1 4 3
# expect: '{"a"}' -> Expecting ':' delimiter: line 1 column 5 (char 4) 1 5 4
# expect: '{"a":}' -> Expecting value: line 1 column 6 (char 5) 1 6 5
# expect: '{"a":1,}' -> Expecting property name enclosed in double quotes: line 1 column 8 (char 7) 1 8 7
# expect: '[1 2]' -> Expecting ',' delimiter: line 1 column 4 (char 3) 1 4 3
# expect: 'nul' -> Expecting value: line 1 column 1 (char 0) 1 1 0
# expect: '"abc' -> Unterminated string starting at: line 1 column 1 (char 0) 1 1 0
# expect: '"a\tb"' -> Invalid control character at: line 1 column 3 (char 2) 1 3 2
# expect: '"\\x"' -> Invalid \escape: line 1 column 2 (char 1) 1 2 1
# expect: '"\\u12"' -> Invalid \uXXXX escape: line 1 column 3 (char 2) 1 3 2
# expect: '1 2' -> Extra data: line 1 column 3 (char 2) 1 3 2
# expect: "{'a': 1}" -> Expecting property name enclosed in double quotes: line 1 column 2 (char 1) 1 2 1
# expect: '[1,\n 2,\n x]' -> Expecting value: line 3 column 2 (char 9) 3 2 9
# expect: '{"a" 1}' -> Expecting ':' delimiter: line 1 column 6 (char 5) 1 6 5
# expect: '01' -> Extra data: line 1 column 2 (char 1) 1 2 1
# expect: '+1' -> Expecting value: line 1 column 1 (char 0) 1 1 0
# expect: '.5' -> Expecting value: line 1 column 1 (char 0) 1 1 0
# expect: the JSON object must be str, bytes or bytearray, not int
# expect: {'a': 2} [('x', 1)] ['1.5', 2]
# expect: [('b', 1), ('a', 2)] ([1], 3)
# expect: True True
# expect: True
# expect: {
# expect:  "name": "Ann",
# expect:  "tags": [
# expect:   "a",
# expect:   "b"
# expect:  ],
# expect:  "n": {
# expect:   "x": 1.5,
# expect:   "y": null
# expect:  }
# expect: }
