"""string.Template."""
from string import Template

t = Template("$who likes ${what}s, costs $$5, $missing")
print(t.safe_substitute(who="tim", what="kung-pao"))
try:
    t.substitute(who="tim", what="x")
except KeyError as error:
    print(error)
print(t.substitute({"who": "a", "what": "b"}, missing="c"))
for bad in ("100% $", "line\n  $1"):
    try:
        Template(bad).substitute()
    except ValueError as error:
        print(error)
print(Template("$a ${b} $a").get_identifiers(), Template("$").is_valid())

# expect: tim likes kung-paos, costs $5, $missing
# expect: 'missing'
# expect: a likes bs, costs $5, c
# expect: Invalid placeholder in string: line 1, col 6
# expect: Invalid placeholder in string: line 2, col 3
# expect: ['a', 'b'] False
