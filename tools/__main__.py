"""Set-up steps one by one, for CMake and for people: python3 -m tools emscripten | sources [NAME…] | packages NAME…"""

import contextlib
import sys

from tools import emscripten, steps, third_party


def main(arguments):
    what, names = (arguments or [""])[0], arguments[1:]
    if what == "emscripten":
        # Only the answer goes to stdout; what the steps say is for people.
        with contextlib.redirect_stdout(sys.stderr):
            found = emscripten.find_or_set_up()
        print(found.folder)
    elif what == "sources":
        third_party.set_up(third_party.prefers_git(), names or None)
    else:
        print(__doc__, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except steps.StepFailed as failure:
        sys.exit(str(failure))
    except KeyboardInterrupt:
        sys.exit(130)
