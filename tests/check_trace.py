#!/usr/bin/env python3
"""Checks a trace file against the "Trace Event Format" document, of what Interleave writes of it.

    python3 tests/check_trace.py FILE.json…

What is not in that document, or not used here, is a problem: a reader may do anything with it.
"""

import bisect
import collections
import json
import math
import pathlib
import sys

MEMBERS = {"traceEvents", "displayTimeUnit", "otherData"}
COMMON = {"name", "ph", "pid", "tid", "args", "cat", "cname"}
# Phases that are used here, and the members that they have beyond the common ones.
PHASES = {"X": {"ts", "dur"}, "M": set(), "i": {"ts", "s"}, "s": {"ts", "id"}, "f": {"ts", "id", "bp"}}
METADATA = {"process_name": ("name", str), "thread_name": ("name", str), "thread_sort_index": ("sort_index", int)}
# Colour names that the trace viewer reserves.
COLOURS = {"thread_state_uninterruptible", "thread_state_iowait", "thread_state_running", "thread_state_runnable",
           "thread_state_sleeping", "thread_state_unknown", "terrible", "bad", "good", "generic_work", "black", "grey",
           "white", "yellow", "olive"}
STATES = {"running", "waitingGil", "blocked", "sleepingIo", "native", "ready"}
UI_TRACK, GIL_TRACK, FIRST_THREAD_TRACK = 1, 2, 10
NS = 1000  # in a microsecond, the unit of ts and dur


def whole(value):
    return isinstance(value, int) and not isinstance(value, bool)


def nanoseconds(value):
    """A time of the file as whole nanoseconds; None if it is none."""
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value) or value < 0:
        return None
    return round(value * NS)


class Checker:
    """Goes through one trace; `problems` is what is wrong with it."""

    def __init__(self, trace):
        self.problems = []
        self.names = {}                                # of tracks
        self.slices = collections.defaultdict(list)    # by track: (begin, end) in ns
        self.sums = collections.defaultdict(collections.Counter)  # by track: ns by state
        self.flows = collections.defaultdict(list)     # by name, category and id
        self.check(trace)

    def wrong(self, line):
        if len(self.problems) < 20:
            self.problems.append(line)

    def check(self, trace):
        if not isinstance(trace, dict) or not isinstance(trace.get("traceEvents"), list):
            return self.wrong("no object with an array traceEvents")
        if set(trace) - MEMBERS:
            self.wrong(f"unknown members {sorted(set(trace) - MEMBERS)}")
        if trace.get("displayTimeUnit") not in ("ms", "ns"):
            self.wrong("displayTimeUnit is neither ms nor ns")
        if list(trace)[-1] != "otherData":
            self.wrong("otherData is not last: some readers stop there")
        for number, event in enumerate(trace["traceEvents"]):
            self.event(number, event)
        for track, slices in self.slices.items():
            self.nested(track, slices)
        for flow, ends in self.flows.items():
            self.flow(flow, ends)
        return None

    def event(self, number, event):
        """One event: its members and their types."""
        phase = event.get("ph") if isinstance(event, dict) else None
        if phase not in PHASES:
            return self.wrong(f"event {number}: unknown phase {phase!r}")
        extra = set(event) - COMMON - PHASES[phase]
        missing = ({"name", "pid", "tid"} | PHASES[phase]) - set(event)
        if extra or missing:
            return self.wrong(f"event {number}: missing {sorted(missing)}, unknown {sorted(extra)}")
        if not isinstance(event["name"], str) or not whole(event["pid"]) or not whole(event["tid"]):
            return self.wrong(f"event {number}: name, pid or tid of a wrong type")
        if not isinstance(event.get("args", {}), dict) or not isinstance(event.get("cat", ""), str):
            return self.wrong(f"event {number}: args or cat of a wrong type")
        if "cname" in event and event["cname"] not in COLOURS:
            self.wrong(f"event {number}: cname {event['cname']!r} is not reserved")
        if phase == "M":
            return self.metadata(number, event)
        if nanoseconds(event["ts"]) is None or nanoseconds(event.get("dur", 0)) is None:
            return self.wrong(f"event {number}: ts or dur is no time")
        if event["tid"] not in self.names:
            self.wrong(f"event {number}: track {event['tid']} has no name yet")
        if phase == "X":
            return self.slice(number, event)
        if phase == "i":
            return None if event["s"] in ("g", "p", "t") else self.wrong(f"event {number}: scope {event['s']!r}")
        if not whole(event["id"]) or event.get("bp", "e") != "e":
            self.wrong(f"event {number}: a flow with the id {event['id']!r}, bp {event.get('bp')!r}")
        return self.flows[event["name"], event.get("cat"), event["id"]].append(event)

    def metadata(self, number, event):
        key, kind = METADATA.get(event["name"], (None, None))
        if key is None or list(event.get("args", {})) != [key] or not isinstance(event["args"][key], kind):
            self.wrong(f"event {number}: metadata {event['name']!r} with {event.get('args')}")
        elif event["name"] == "thread_name":
            self.names[event["tid"]] = event["args"]["name"]

    def slice(self, number, event):
        begin = nanoseconds(event["ts"])
        length = nanoseconds(event["dur"])
        self.slices[event["tid"]].append((begin, begin + length))
        if event["tid"] >= FIRST_THREAD_TRACK:
            state = event.get("args", {}).get("state")
            if state not in STATES or event.get("cat") != state:
                self.wrong(f"event {number}: state {state!r} in category {event.get('cat')!r}")
            self.sums[event["tid"]][state] += length

    def nested(self, track, slices):
        """Slices of one track lie within one another or apart; here a track has one at a time."""
        for (_, end), (begin, _) in zip(slices, slices[1:]):
            if begin < end:
                return self.wrong(f"track {track}: a slice begins at {begin} ns, before the one before ends")
        return None

    def within(self, track, moment):
        slices = self.slices[track]
        at = bisect.bisect_right(slices, (moment, math.inf)) - 1
        return at >= 0 and slices[at][0] <= moment <= slices[at][1]

    def flow(self, flow, ends):
        """An arrow has a beginning and an end, in this order, each within a slice."""
        if [end["ph"] for end in ends] != ["s", "f"]:
            return self.wrong(f"flow {flow}: {[end['ph'] for end in ends]}")
        first, last = ends
        if nanoseconds(first["ts"]) > nanoseconds(last["ts"]):
            self.wrong(f"flow {flow}: goes back in time")
        if "bp" not in last:
            self.wrong(f"flow {flow}: is not bound to the slice around its end")
        for end in ends:
            if not self.within(end["tid"], nanoseconds(end["ts"])):
                self.wrong(f"flow {flow}: no slice of track {end['tid']} at {end['ts']} µs")
        return None

    def against(self, result):
        """The file must tell what the run's Result (`interleave run --stats`) tells."""
        for thread in result["threads"]:
            found = dict(self.sums[FIRST_THREAD_TRACK + thread["id"]])
            wanted = {state: ns for state, ns in thread["ns"].items() if ns != 0}
            if found != wanted:
                self.wrong(f"thread {thread['id']}: {found} ns in the file, {wanted} ns in the Result")
        counts = collections.Counter(name for name, _, _ in self.flows)
        if counts["forced GIL hand-off"] > result["gilForced"] or \
                counts["forced GIL hand-off"] + counts["GIL hand-off"] > result["gilHandoffs"]:
            self.wrong(f"more hand-offs than the Result's {result['gilHandoffs']}: {dict(counts)}")
        return counts


def main(files):
    bad = 0
    for file in files:
        checker = Checker(json.loads(pathlib.Path(file).read_text(encoding="utf-8")))
        bad += bool(checker.problems)
        for problem in checker.problems:
            print(f"{file}: {problem}")
    print(f"{len(files)} files, {bad} with problems")
    return 1 if bad or not files else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
