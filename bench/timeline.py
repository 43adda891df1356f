#!/usr/bin/env python3
"""A trace of a million spans in a hundred lanes: how long it takes to open, and what a frame costs, here and in Speedscope.

    python3 bench/timeline.py
    python3 bench/timeline.py --rounds 5 --keep    leaves the traces in build/bench-timeline

A simulated run makes the trace; it is saved in our form, and the same slices once more in Speedscope's own. Both are
opened in the same Chromium, taking turns, and panned to and fro at several zooms. What is measured of a frame is the
page's own thread from the beginning of its animation callback to its end, waits for the card's process included;
drawing itself, in software on a machine without a card, is in another process. Speedscope shows one thread at a time.
"""

import argparse
import json
import shutil
import sys

import support

PROGRAM = """import threading, time
locks = [threading.Lock() for _ in range(8)]
totals = [0] * 8
def work(me):
    n = 0
    for step in range(77000):
        n += step * me % 7
        if step % 150 == me:
            with locks[me % 8]:
                totals[me % 8] += n
                time.sleep(0.00001)
threads = [threading.Thread(target=work, args=(i,)) for i in range(99)]
for t in threads: t.start()
for t in threads: t.join()
"""
FOLDER = support.paths.BUILD / "bench-timeline"
ZOOMS = (1, 16, 1024, 65536)
EVENT_BYTES = 16
FIRST_THREAD_TRACK = 10  # docs/traces.md


def make_trace(folder):
    """Runs the program; returns the trace in our form, and how many events it holds."""
    source, trace = folder / "program.py", folder / "ours.json"
    source.write_text(PROGRAM, encoding="utf-8")
    done = support.subprocess.run(
        [support.machine(), "run", source, "--sim", "--cores", "8", "--switch-interval", "0.000005", "--stats",
         "--trace", trace], check=True, capture_output=True, text=True)
    result = json.loads(done.stderr.splitlines()[-1])
    if result["dropped"]:
        sys.exit(f"{result['dropped']} events are missing in the trace")
    return trace, result["events"]


def slices_of(trace):
    """Of each track: its name and its slices, as (begin, end, name) in µs; read line by line from our form."""
    names, slices = {}, {}
    with open(trace, encoding="utf-8") as lines:
        for line in lines:
            if line.startswith('{"ph":"M"') and '"thread_name"' in line:
                event = json.loads(line.rstrip(",\n"))
                names[event["tid"]] = event["args"]["name"]
            elif line.startswith('{"ph":"X"'):
                event = json.loads(line.rstrip(",\n"))
                track = slices.setdefault(event["tid"], [])
                track.append((event["ts"], event["ts"] + event["dur"], event["name"]))
    return {names[track]: slices[track] for track in sorted(slices)}


def write_speedscope(tracks, file):
    """The same slices in Speedscope's own form; returns how many."""
    frames, numbers, profiles, count = [], {}, [], 0
    for name, slices in tracks.items():
        events, last = [], 0.0
        for begin, end, what in slices:
            number = numbers.setdefault(what, len(numbers))
            if number == len(frames):
                frames.append({"name": what})
            begin = max(begin, last)  # µs with three decimals, added up, may cross by a rounding
            last = max(begin, end)
            events += [{"type": "O", "frame": number, "at": round(begin, 3)}, {"type": "C", "frame": number, "at": round(last, 3)}]
        count += len(slices)
        profiles.append({"type": "evented", "name": name, "unit": "microseconds", "startValue": 0, "endValue": round(last, 3),
                         "events": events})
    whole = {"$schema": "https://www.speedscope.app/file-format-schema.json", "shared": {"frames": frames}, "profiles": profiles}
    file.write_text(json.dumps(whole, separators=(",", ":")), encoding="utf-8")
    return count


def percentile(values, part):
    """Of a list that is not empty."""
    return sorted(values)[int(part * (len(values) - 1))]


def report(rounds, spans, events):
    """The tables: `rounds` holds an answer of bench/timeline.mjs for each tool and round."""
    support.table_head("", *(answers[0]["name"] for answers in rounds.values()))
    support.table_row("file, MB", *(f"{answers[0]['mb']:.0f}" for answers in rounds.values()))
    support.table_row("opening, s", *(f"{support.median(a['loadMs'] for a in answers) / 1e3:.1f}" for answers in rounds.values()))
    for at, factor in enumerate(ZOOMS):
        what = "the whole run" if factor == 1 else f"1/{factor} of it"
        zooms = {tool: [a["zooms"][at] for a in answers] for tool, answers in rounds.items()}
        every = {tool: [ms for zoom in list_ for ms in zoom["ms"]] for tool, list_ in zooms.items()}
        support.table_row(f"{what}: a frame, ms: median / 99 % / worst",
                          *(f"{support.median(ms):.2f} / {percentile(ms, 0.99):.1f} / {max(ms):.1f}" for ms in every.values()))
        support.table_row(f"{what}: thread's CPU time per frame, all work, ms",
                          *(f"{support.median(z['cpuMs'] for z in list_):.2f}" for list_ in zooms.values()))
        parts = [frame for zoom in zooms["ours"] for frame in zoom["parts"]]
        support.table_row(f"{what}: of it model, picture, handing over",
                          " + ".join(f"{support.median(part[i] for part in parts):.2f}" for i in range(3)), "–")
    ours = rounds["ours"][0]
    support.table_row("bytes per span", f"{ours['bytes'] / ours['spans']:.1f}",
                      f"{support.median(a['heap'] for a in rounds['speedscope']) / spans:.0f} (JavaScript heap)")
    print(f"\n{ours['spans']:,} spans in {ours['lanes']} lanes; {events:,} events of {EVENT_BYTES} bytes are kept beside"
          f" them, {EVENT_BYTES * events / ours['spans']:.1f} bytes per span, for saving them again."
          f" Chromium {ours['browser']}, {len(rounds['ours'])} rounds.")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--frames", type=int, default=40, help="pans at each zoom")
    parser.add_argument("--keep", action="store_true", help="leave the traces in build/bench-timeline")
    parser.add_argument("--site", help="folder of the built site (default build/site)")
    options = parser.parse_args()
    FOLDER.mkdir(parents=True, exist_ok=True)
    trace, events = make_trace(FOLDER)
    tracks = slices_of(trace)
    theirs = FOLDER / "theirs.speedscope.json"
    spans = write_speedscope(tracks, theirs)
    with support.Chromium(options.site, driver="timeline.mjs") as chromium:
        tools = {"ours": (chromium.serve(chromium.folder) + "index.html", trace),
                 "speedscope": (chromium.serve(support.install_peers() / "node_modules/speedscope/dist/release") + "index.html",
                                theirs)}
        rounds = {tool: [] for tool in tools}
        for number in range(options.rounds):
            for tool, (url, file) in tools.items():
                print(f"round {number + 1} of {options.rounds}: {tool}", file=sys.stderr, flush=True)
                answer = chromium.ask(show=tool, url=url, file=str(file), zooms=ZOOMS, frames=options.frames)
                rounds[tool].append(answer | {"mb": file.stat().st_size / 1e6, "lanes": len(tracks)})
    report(rounds, spans, events)
    if not options.keep:
        shutil.rmtree(FOLDER)


if __name__ == "__main__":
    main()
