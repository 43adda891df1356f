import assert from "node:assert/strict";
import { test } from "node:test";
import type { Result } from "../src/engine";
import { parseOptions } from "../src/options";
import { duration, errorLine, finishingLine } from "../src/output";

const ns = { running: 0, waitingGil: 0, blocked: 0, sleepingIo: 0, native: 0, ready: 0 };

function result(part: Partial<Result>): Result {
  return {
    status: "finished", exitCode: 0, stdout: "", stderr: "", elapsedNs: 1.0123e9, mode: "live", gil: "3.10", traceHash: "", events: 0, dropped: 0,
    gilHandoffs: 0, gilForced: 0, threads: [0, 1, 2, 3].map((id) => ({ id, name: "", daemon: false, ns })), message: "", ...part,
  };
}

test("the finishing line", () => {
  assert.equal(finishingLine(result({})), "finished in 1.01 s, 4 threads, exit code 0");
  assert.equal(finishingLine(result({ status: "failed", exitCode: 1, threads: [] })), "failed after 1.01 s, 0 threads, exit code 1");
  assert.equal(finishingLine(result({ status: "stopped" })), "stopped after 1.01 s, 4 threads");
  assert.match(finishingLine(result({ status: "deadlock", message: "A waits for B" })), /^deadlock after .*: A waits for B$/);
  assert.match(finishingLine(result({ status: "limit", message: "out of memory", exitCode: 1 })), /out of memory/);
});

test("durations", () => {
  assert.equal(duration(4_200_000), "4.2 ms");
  assert.equal(duration(1_010_000_000), "1.01 s");
  assert.equal(duration(120e9), "120 s");
});

test("the line of an error is where the last traceback ends", () => {
  assert.equal(errorLine(""), 0);
  assert.equal(errorLine('  File "main.py", line 3\n    foo(\n       ^\nSyntaxError: x\n'), 3);
  const trace = 'Traceback (most recent call last):\n  File "main.py", line 9, in <module>\n    f()\n  File "main.py", line 2, in f\n    1/0\nZeroDivisionError\n';
  assert.equal(errorLine(trace), 2);
  assert.equal(errorLine("File of mine, line 7\n"), 0);
});

test("options of the address: looks and a trace, and anything odd is ignored", () => {
  assert.deepEqual(parseOptions(""), { theme: null, readonly: false, view: "both", trace: null });
  assert.deepEqual(parseOptions("?theme=dark&readonly&view=code"), { theme: "dark", readonly: true, view: "code", trace: null });
  assert.equal(parseOptions("?trace=a%20b.json").trace, "a b.json");
  assert.deepEqual(parseOptions("?theme=<b>&readonly=0&view=x&y=z"), { theme: null, readonly: false, view: "both", trace: null });
});
