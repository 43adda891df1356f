#!/usr/bin/env python3
"""Gets what is missing, builds Interleave and serves it on this machine.

On a fresh machine this fetches a compiler and the libraries, which takes some minutes; the next time it takes
seconds. Needs nothing but Python's standard library.
"""

import argparse
import errno
import pathlib
import signal
import sys

if sys.version_info < (3, 9):
    sys.exit("serve.py needs Python 3.9 or newer; this is Python " + sys.version.split()[0])

from tools import paths, server, site, steps


def parse(arguments):
    parser = argparse.ArgumentParser(description="Builds Interleave and serves it on http://127.0.0.1:PORT/")
    parser.add_argument("--port", type=int, default=8000, help="port to serve on (default 8000; 0 takes a free one)")
    parser.add_argument("--no-build", action="store_true", help="serve what was built before")
    parser.add_argument("--build-only", action="store_true", help="build, do not serve")
    parser.add_argument("--site", type=pathlib.Path, metavar="DIR",
                        help="serve this folder as it is, without building")
    options = parser.parse_args(arguments)
    if not 0 <= options.port <= 65535:
        parser.error("--port must be between 0 and 65535")
    if options.build_only and (options.no_build or options.site):
        parser.error("--build-only cannot go with --no-build or --site")
    return options


def serve(folder, port):
    """Serves until Ctrl-C; returns the exit code."""
    try:
        running = server.SiteServer(folder, port)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            print(f"Port {port} is taken, perhaps by another serve.py. Choose another: "
                  f"python3 serve.py --port {port + 1 if port < 65535 else 0}", file=sys.stderr)
        elif error.errno == errno.EACCES:
            print(f"This user may not take port {port}. Choose one above 1023: python3 serve.py --port 8000",
                  file=sys.stderr)
        else:
            print(f"Port {port} cannot be taken: {error.strerror}", file=sys.stderr)
        return 1
    with running:
        print(f"Serving Interleave on {running.address} (Ctrl-C ends it)", flush=True)
        try:
            running.serve_forever(poll_interval=0.2)
        except KeyboardInterrupt:
            print()
    return 0


def main(arguments):
    options = parse(arguments)
    # `kill` ends it as quietly as Ctrl-C; a program started by a script may have Ctrl-C switched off.
    signal.signal(signal.SIGTERM, lambda *_: signal.raise_signal(signal.SIGINT))
    signal.signal(signal.SIGINT, signal.default_int_handler)
    folder = options.site or paths.SITE
    if not options.no_build and not options.site:
        try:
            site.build_site()
        except steps.StepFailed as failure:
            print(f"\n{failure}", file=sys.stderr)
            return 1
        if options.build_only:
            print(f"The site is in {paths.SITE}")
            return 0
    if not folder.is_dir():
        print(f"There is no folder {folder}. " + ("Run `python3 serve.py` without --no-build first."
                                                  if not options.site else ""), file=sys.stderr)
        return 1
    return serve(folder, options.port)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
