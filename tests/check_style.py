#!/usr/bin/env python3
"""Checks the style rules that a machine can check: length of functions, opening comments of headers, clang-format."""

import ast
import dataclasses
import json
import pathlib
import re
import shutil
import subprocess
import sys

LONGEST_FUNCTION = 69  # lines, from the first line of its head to its closing brace
# The interpreter's dispatch is one switch by design; each file here may have so many longer functions.
LONG_FUNCTIONS = {"src/vm/interpreter.cpp": 1}
# Linked without threads, an object that was compiled for them has its thread_local variables at wrong addresses: only
# what such a program never runs may have one.
MAY_HAVE_THREAD_LOCAL = {"src/exec/threaded_executor.cpp"}
# clang-format's output differs between its releases: the sources are formatted with this one.
CLANG_FORMAT_RELEASE = "14"
PYTHON_FOLDERS = ["tools", "tests", "bench"]


@dataclasses.dataclass
class Checked:
    """How many files were looked at, what is wrong, and what could not be checked."""

    checked: int = 0
    problems: list = dataclasses.field(default_factory=list)
    notes: list = dataclasses.field(default_factory=list)


def _blank(match):
    return re.sub(r"[^\n]", " ", match.group(0))


NOT_CODE = re.compile(
    r"//[^\n]*|/\*.*?\*/|R\"(?P<delimiter>[^()\s\\]{0,16})\(.*?\)(?P=delimiter)\"|\"(?:\\.|[^\"\\\n])*\""
    r"|(?<![0-9A-Fa-f])'(?:\\.|[^'\\\n])+'", re.DOTALL)
DIRECTIVE = re.compile(r"^[ \t]*#(?:[^\n]*\\\n)*[^\n]*", re.MULTILINE)
SCOPE = re.compile(r"\b(?:namespace|class|struct|union|enum)\b|\bextern\s*$")


def functions(text):
    """(name, first line, number of lines) of every function in C++ source, members and lambdas at file scope included.

    It reads braces, not the language: good enough for code that clang-format has laid out.
    """
    code = DIRECTIVE.sub(_blank, NOT_CODE.sub(_blank, text))
    found, stack, head_start = [], [], 0
    for place, letter in enumerate(code):
        if letter == "{":
            head = code[head_start:place]
            inside_function = any(kind == "function" for kind, _, _ in stack)
            # `class THREAD_ANNOTATION(x) Name {` has a parenthesis too: a scope's keyword comes first in its head.
            scope = SCOPE.search(re.sub(r"template\s*<[^{;]*?>(?=\s*\w)", "", head).split("(")[0])
            is_function = not inside_function and "(" in head and not scope
            first = head_start + len(head) - len(head.lstrip())
            stack.append(("function" if is_function else "block", head.strip(), first))
            if not inside_function:
                head_start = place + 1
        elif letter == "}" and stack:
            kind, head, first = stack.pop()
            if kind == "function":
                lines = code.count("\n", first, place) + 1
                found.append((_name_of(head), code.count("\n", 0, first) + 1, lines))
            if not any(k == "function" for k, _, _ in stack):
                head_start = place + 1
        elif letter == ";" and not any(kind == "function" for kind, _, _ in stack):
            head_start = place + 1
    return found


def _name_of(head):
    names = re.findall(r"([~\w:]+)\s*\(", head)
    return names[0] if names else "?"


def check_cpp(root, result):
    """Functions' length and headers' opening comments under src/ and tests/unit."""
    files = [path for folder in ("src", "tests/unit") for path in sorted((root / folder).rglob("*"))
             if path.suffix in (".h", ".cpp")]
    for path in files:
        name = path.relative_to(root).as_posix()
        text = path.read_text(encoding="utf-8")
        result.checked += 1
        too_long = [(which, line, lines) for which, line, lines in functions(text) if lines > LONGEST_FUNCTION]
        if len(too_long) > LONG_FUNCTIONS.get(name, 0):
            result.problems += [f"{name}:{line}: {which} has {lines} lines; {LONGEST_FUNCTION} are the most"
                                for which, line, lines in too_long]
        if name.startswith("src/") and name not in MAY_HAVE_THREAD_LOCAL:
            result.problems += [f"{name}:{text.count(chr(10), 0, found.start()) + 1}: thread_local is not for code that "
                                "also runs without threads"
                                for found in re.finditer(r"\bthread_local\b", NOT_CODE.sub(_blank, text))]
        if path.suffix == ".h" and name.startswith("src/"):
            result.problems += [f"{name}:1: {wrong}" for wrong in header_problems(text)]


def header_problems(text):
    """What is wrong with the opening comment of a header: it says what it is, what it is not, which thread may call."""
    opening = re.match(r"(?:[ \t]*//[^\n]*\n)+", text)
    if not opening:
        return ["a header opens with a comment: what it is, what it deliberately is not, which thread may call it"]
    wrong = []
    comment = opening.group(0)
    if comment.count("\n") < 2:
        wrong.append("the opening comment says too little")
    if not re.search(r"\b(?:not|no|never|nothing|neither|none)\b", comment, re.IGNORECASE):
        wrong.append("the opening comment does not say what the header deliberately is not")
    if not re.search(r"thread|synchroni[sz]ed|immutable", comment, re.IGNORECASE):
        wrong.append("the opening comment does not say which thread may call it")
    if "#pragma once" not in text[opening.end():opening.end() + 200]:
        wrong.append("no #pragma once after the opening comment")
    return wrong


def check_python(root, result):
    """Length of the functions of the project's own Python code."""
    files = [root / "serve.py"] + [path for folder in PYTHON_FOLDERS for path in sorted((root / folder).rglob("*.py"))
                                   if "scripts" not in path.relative_to(root).parts[1:2]]
    for path in files:
        if not path.exists():
            continue
        result.checked += 1
        name = path.relative_to(root).as_posix()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                lines = node.end_lineno - node.lineno + 1
                if lines > LONGEST_FUNCTION:
                    result.problems.append(f"{name}:{node.lineno}: {node.name} has {lines} lines")


def check_lock_file(root, result):
    """The npm lock file names versions and digests, no address: each machine takes packages from where it always does."""
    path = root / "web" / "package-lock.json"
    if not path.exists():
        return
    result.checked += 1
    packages = json.loads(path.read_text(encoding="utf-8")).get("packages", {})
    result.problems += [f"web/package-lock.json: {name} has a `resolved` address"
                        for name, entry in packages.items() if "://" in entry.get("resolved", "")]


def clang_format():
    """The clang-format of the right release; None if this machine has none."""
    for program in (f"clang-format-{CLANG_FORMAT_RELEASE}", "clang-format"):
        path = shutil.which(program)
        if path:
            version = subprocess.run([path, "--version"], capture_output=True, text=True).stdout
            if re.search(rf"version {CLANG_FORMAT_RELEASE}\.", version):
                return path
    return None


def check_format(root, result):
    """That clang-format would change nothing."""
    program = clang_format()
    if program is None:
        result.notes.append(f"clang-format {CLANG_FORMAT_RELEASE} is not to be had here: the layout was not checked")
        return
    files = [str(path) for folder in ("src", "tests/unit", "bench") for path in sorted((root / folder).rglob("*"))
             if path.suffix in (".h", ".cpp")]
    if not files:
        return
    done = subprocess.run([program, "--dry-run", "--Werror", "--ferror-limit=1", *files], capture_output=True,
                          text=True, cwd=root)
    for file, line in sorted(set(re.findall(r"^(\S+?):(\d+):\d+: error:", done.stderr, re.MULTILINE))):
        name = pathlib.Path(file).resolve().relative_to(root).as_posix()
        result.problems.append(f"{name}:{line}: clang-format would lay this out otherwise")
    if done.returncode != 0 and "error:" not in done.stderr:
        result.problems.append(f"clang-format: {done.stderr.strip()[:500]}")


def check(root):
    """Everything, under the project's folder `root`."""
    root = pathlib.Path(root).resolve()
    result = Checked()
    check_cpp(root, result)
    check_python(root, result)
    check_lock_file(root, result)
    check_format(root, result)
    return result


if __name__ == "__main__":
    outcome = check(pathlib.Path(__file__).resolve().parent.parent)
    for one in outcome.problems + outcome.notes:
        print(one)
    print(f"{outcome.checked} files, {len(outcome.problems)} problems")
    sys.exit(1 if outcome.problems else 0)
