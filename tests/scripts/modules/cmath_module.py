import cmath

z = 3 + 4j
print(abs(z), cmath.phase(1j), cmath.polar(2j))
print(cmath.sqrt(-1), cmath.sqrt(-4), cmath.sqrt(3 + 4j), cmath.isclose(cmath.exp(1j * cmath.pi), -1))
for f in (cmath.sin, cmath.cos, cmath.tan, cmath.sinh, cmath.cosh, cmath.tanh, cmath.asin, cmath.acos, cmath.atan,
          cmath.asinh, cmath.acosh, cmath.atanh, cmath.log, cmath.log10):
    w = f(0.5 + 0.25j)
    print(f"{w.real:.12f} {w.imag:.12f}")
print(cmath.isnan(complex("nan")), cmath.isinf(cmath.infj), cmath.isfinite(z), cmath.log(8, 2).real)
print(cmath.rect(2, 0))
try:
    cmath.log(0)
except ValueError as e:
    print(e)

# expect: 5.0 1.5707963267948966 (2.0, 1.5707963267948966)
# expect: 1j 2j (2+1j) True
# expect: 0.494485780933 0.221688164150
# expect: 0.905150150560 -0.121108796044
# expect: 0.504500702699 0.312420692503
# expect: 0.504895714388 0.278979128350
# expect: 1.092570804732 0.128921041728
# expect: 0.485487281024 0.198055449951
# expect: 0.501608853276 0.281396056245
# expect: 1.069187473519 -0.281396056245
# expect: 0.484254490330 0.200586618131
# expect: 0.492675683421 0.224328452635
# expect: 0.281396056245 1.069187473519
# expect: 0.500370000053 0.314398143208
# expect: -0.581575404903 0.463647609001
# expect: -0.252574989160 0.201359598137
# expect: True True True 3.0
# expect: (2+0j)
# expect: math domain error
