"""How long a page of 2,000 lines with an error on its last line takes to be told so, beside CPython's own compiler.

    python3 bench/diagnose.py

Interleaved rounds of whole processes, their start taken off by an empty program in the same round; the best of each.
"""

import pathlib
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
ROUNDS = 9
LINE = "total_{0} = [n * {0} for n in range(10) if n % 3 == 1] + sorted({{'a': {0}}})  # line {0}\n"


def seconds(command, file):
    """One run of a command that reads the file."""
    begin = time.perf_counter()
    subprocess.run([*command, str(file)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return time.perf_counter() - begin


def main():
    """Prints the table."""
    with tempfile.TemporaryDirectory() as folder:
        wrong, empty = pathlib.Path(folder, "wrong.py"), pathlib.Path(folder, "empty.py")
        wrong.write_text("".join(LINE.format(i) for i in range(1999)) + "print('never'\n", encoding="utf-8")
        empty.write_text("(\n", encoding="utf-8")
        commands = {"Interleave": [str(ROOT / "build" / "native" / "interleave"), "dis"],
                    f"CPython {sys.version.split()[0]}": [sys.executable]}
        best = {name: [9.0, 9.0] for name in commands}
        for _ in range(ROUNDS):
            for name, command in commands.items():
                for place, file in enumerate((wrong, empty)):
                    best[name][place] = min(best[name][place], seconds(command, file))
    print("| | 2,000 lines, error on the last | of that the process's start |\n| --- | ---: | ---: |")
    for name, (whole, start) in best.items():
        print(f"| {name} | {whole * 1e3:.1f} ms | {start * 1e3:.1f} ms |")


if __name__ == "__main__":
    main()
