import datetime
x, w, p, d, s = 3.14159, 10, 3, {"k": "v", "n": [1, 2]}, "it's"
class F:
    def __format__(self, spec): return f"F({spec})"
    def __repr__(self): return "F!"
    def __str__(self): return "Fs"
f = F()
print(f"{x:{w}.{p}f}|{x:<{w}}|{x!r:>{w}}|{x:{'>'}{w}}|{x:{w}.{p}}|{'a':{'*'}^{w}}")
print(f"{d['k']} {d['n'][0]} {s!r} {s!s} {s!a} {'é'!a} {{}} {{{x:.1f}}} {f} {f!r} {f!s} {f:spec} {f:{'a'}{'b'}}")
print(f"{x=} {x = } {x=:.2f} {x=!r} {s=} {s=!s} {d['k']=} {x + 1 = :.1f} {f=} {f=:q} {f=!s:>5}")
print(f"{1 if x > 3 else 2} {(lambda y: y * 2)(4)} {[i for i in range(3)]} {x > 3} {x!r:^10} {not x} {x if x else 0:.1f}")
print(f"""multi {
    x
    :.2f} line {
    w + 1
}""", f"a" "b" f"{w}" 'c{}', rf"\d{w}\n", f"\t{w}\x41", f"{'nested ' + f'{w} {p}'}")
print(f"{datetime.date(2024, 1, 2):%d/%m/%Y} {10:#x} {255:08b} {1e10:,} {0.5:.0%} {True:d} {True} {None} {...} {'a' 'b'} {1,2} {*[1, 2],} {3 * 'ab':>8}")
print(f"{'{'}" f"{'}'}", f"{{{{", f"{w:{{}}}" if False else "", f"{w!r}", f"{chr(65)}", f"{'a':s}", f"{'abc':.2}", f"{12:}", f"{'':5}|", f"{'x':{w}}|")
print(f"{d!r:>30}", f"{[1, 2]!s:<10}|", f"{(1,)}", f"{ {1: 2}[1] }", f"{ {3} }", f"{x:10.3f}{x:+}", f"{-5:=+8d}", f"{5:=8}", f"{w:>{p}{'d'}}")
for src in ["f'{1:q}'", "f'{\"a\":d}'", "f'{[]:5}'", "f'{None:5}'", "f'{1.5:d}'", "f'{f:{1/0}}'", "f'{undefined}'", "f'{1:{\"x\"}{\"y\"}}'", "f'{object():>5}'", "f'{{}:5}'", "f'{(1,2):5}'", "f'{1j:=5}'", "f'{3:10000000000000000000}'", "f'{\"a\":=5}'", "f'{3!r:d}'"]:
    try: print(src, eval(src))
    except Exception as e: print(src, "->", type(e).__name__, e if not isinstance(e, SyntaxError) else "")

# expect:      3.142|3.14159   |   3.14159|   3.14159|      3.14|****a*****
# expect: v 1 "it's" it's "it's" '\xe9' {} {3.1} F() F! Fs F(spec) F(ab)
# expect: x=3.14159 x = 3.14159 x=3.14 x=3.14159 s="it's" s=it's d['k']='v' x + 1 = 4.1 f=F! f=F(q) f=   Fs
# expect: 1 8 [0, 1, 2] True  3.14159   False 3.1
# expect: multi 3.14 line 11 ab10c{} \d10\n 	10A nested 10 3
# expect: 02/01/2024 0xa 11111111 10,000,000,000.0 50% 1 True None Ellipsis ab (1, 2) (1, 2)   ababab
# expect: {} {{  10 A a ab 12      | x         |
# expect:        {'k': 'v', 'n': [1, 2]} [1, 2]    | (1,) 2 {3}      3.142+3.14159 -      5        5  10
# expect: f'{1:q}' -> ValueError Unknown format code 'q' for object of type 'int'
# expect: f'{"a":d}' -> ValueError Unknown format code 'd' for object of type 'str'
# expect: f'{[]:5}' -> TypeError unsupported format string passed to list.__format__
# expect: f'{None:5}' -> TypeError unsupported format string passed to NoneType.__format__
# expect: f'{1.5:d}' -> ValueError Unknown format code 'd' for object of type 'float'
# expect: f'{f:{1/0}}' -> ZeroDivisionError division by zero
# expect: f'{undefined}' -> NameError name 'undefined' is not defined
# expect: f'{1:{"x"}{"y"}}' -> ValueError Invalid format specifier 'xy' for object of type 'int'
# expect: f'{object():>5}' -> TypeError unsupported format string passed to object.__format__
# expect: f'{{}:5}' -> SyntaxError
# expect: f'{(1,2):5}' -> TypeError unsupported format string passed to tuple.__format__
# expect: f'{1j:=5}' -> ValueError '=' alignment flag is not allowed in complex format specifier
# expect: f'{3:10000000000000000000}' -> ValueError Too many decimal digits in format string
# expect: f'{"a":=5}' -> ValueError '=' alignment not allowed in string format specifier
# expect: f'{3!r:d}' -> ValueError Unknown format code 'd' for object of type 'str'
