"""docs/language.md against the program: its modules, its messages, and the scripts that show its rows."""

import pathlib
import re
import sys
import tempfile

from tests.parts import scripts
from tests.parts.common import Result, run_program, tail
from tests.parts.programs import built, launcher
from tools import paths

DOCUMENT = paths.ROOT / "docs" / "language.md"
NOT_NAMED = ("idlelib", "lib2to3", "antigravity", "this", "opcode", "nturl2path", "ntpath", "sre_compile", "sre_constants",
             "sre_parse", "pydoc_data", "winreg", "winsound", "msvcrt", "nt", "posix", "genericpath", "tkinter", "sys",
             "builtins", "asyncio", "stringprep", "pyexpat")  # of CPython's library: parts of others, games, other systems


def tables(text):
    """The rows of each section, by its heading: lists of cells, without the two lines of the table's head."""
    found = {}
    for section in re.split(r"^## ", text, flags=re.MULTILINE)[1:]:
        heading, _, body = section.partition("\n")
        rows = [line.strip().strip("|").split("|") for line in body.splitlines() if line.startswith("|")]
        found[heading.strip()] = [[cell.strip() for cell in row] for row in rows[2:]]
    return found


def named(cell):
    """What stands between backquotes."""
    return re.findall(r"`([^`]+)`", cell)


def check_scripts(found, corpus):
    """Problems of the columns `shown by`, and not-cpython scripts that no row names."""
    problems = []
    shown = set()
    for heading in ("Differs", "Not supported"):
        for row in found.get(heading, []):
            files = named(row[2]) if len(row) == 3 else []
            if not files:
                problems.append(f"the row {row[0]} of {heading} names no script")
            for name in files:
                shown.add(name)
                if not (corpus / name).is_file():
                    problems.append(f"{row[0]}: there is no script {name}")
            if heading == "Not supported" and files and len(named(row[1])) > 0:
                text = "".join((corpus / name).read_text(encoding="utf-8") for name in files if (corpus / name).is_file())
                if named(row[1])[0] not in text:
                    problems.append(f"{row[0]}: no script expects {named(row[1])[0]}")
    for file in sorted(corpus.rglob("*.py")):
        name = file.relative_to(corpus).as_posix()
        if scripts.FLAG.search(file.read_text(encoding="utf-8")) and name not in shown:
            problems.append(f"no row names the script {name}, which is not as in CPython")
    return problems


def module_lists(found):
    """(modules that are there, {modules that are not: reason})."""
    there = [name for row in found.get("The library, module by module", []) for name in named(row[0])]
    absent = {name: row[1] for row in found.get("Modules that are not here", []) for name in named(row[0])}
    return there, absent


def check_names(there, absent, standard):
    """Modules of CPython's library that the document forgets, and those it names twice."""
    tops = {name.split(".")[0] for name in there}
    problems = [f"{name} is both there and not there" for name in sorted(tops & set(absent))]
    problems += [f"{name} stands in no list of modules" for name in sorted(standard)
                 if not name.startswith("_") and name not in tops and name not in absent and name not in NOT_NAMED]
    return problems


def importing(there, absent):
    """A program that prints a line for each module that is not as the document says."""
    return (f"for name in {there!r}:\n    try:\n        __import__(name)\n    except BaseException as e:\n"
            "        print(name, 'cannot be imported:', repr(e))\n"
            f"for name, reason in {absent!r}.items():\n    try:\n        __import__(name)\n"
            "        print(name, 'is there')\n    except ModuleNotFoundError as e:\n"
            "        if str(e) != f\"No module named {name!r} here: {reason}\":\n            print(name, 'says', e)\n"
            "print('looked at all')\n")


def run(_options):
    """The whole check."""
    found = tables(DOCUMENT.read_text(encoding="utf-8"))
    there, absent = module_lists(found)
    problems = check_scripts(found, scripts.CORPUS)
    import sys
    problems += check_names(there, absent, getattr(sys, "stdlib_module_names", ()) if sys.version_info[:2] == (3, 11) else ())
    with tempfile.TemporaryDirectory() as folder:
        program = pathlib.Path(folder) / "modules.py"
        program.write_text(importing(there, absent), encoding="utf-8")
        done = run_program([*launcher("native"), built("native") / "interleave", "run", program], 60)
    lines = done.stdout.splitlines()
    if done.code != 0 or lines[-1:] != ["looked at all"]:
        problems.append("the program that imports every module failed\n" + tail(done.stderr))
    problems += lines[:-1]
    checked = len(there) + len(absent) + sum(len(found.get(h, [])) for h in ("Differs", "Not supported"))
    return Result(max(0, checked - len(problems)), [f"language: {problem}" for problem in problems])
