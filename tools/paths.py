"""Where things lie in the source tree and under build/."""

import pathlib

ROOT = pathlib.Path(__file__).resolve().parent.parent
BUILD = ROOT / "build"
SITE = BUILD / "site"
TOOLCHAIN = BUILD / "toolchain"      # the private Emscripten, if one is needed
THIRD_PARTY = BUILD / "third_party"  # unpacked sources: imgui, sdl2, libtomcrypt
STAMPS = BUILD / "stamps"            # what has been done, and from which inputs
LOGS = BUILD / "logs"                # full output of long commands
