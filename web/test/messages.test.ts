import assert from "node:assert/strict";
import { test } from "node:test";
import { kMethods, parseMessage } from "../src/messages";

test("requests are told from everything else", () => {
  for (const method of kMethods) {
    assert.deepEqual(parseMessage({ interleave: 1, id: 7, method, args: [] }), { kind: "request", request: { id: 7, method, args: [] } });
  }
  assert.equal(parseMessage({ interleave: 1, id: "a", method: "run" }).kind, "request");
});

test("messages of others are ignored", () => {
  const others = [
    null, undefined, 5, "interleave", [], {}, { interleave: 2, id: 1, method: "run" }, { interleave: "1", id: 1, method: "run" },
    { interleave: 1, method: "run" }, { interleave: 1, id: {}, method: "run" }, { interleave: 1, id: Number.NaN, method: "run" },
    { interleave: 1, id: "x".repeat(201), method: "run" }, { interleave: 1, event: "output", data: {} },
  ];
  for (const other of others) assert.deepEqual(parseMessage(other), { kind: "ignore" });
});

test("a request that makes no sense is answered with an error", () => {
  for (const method of ["eval", "constructor", "__proto__", "toString", 5, undefined, ["run"]]) {
    assert.equal(parseMessage({ interleave: 1, id: 1, method, args: [] }).kind, "error");
  }
  for (const args of ["code", {}, 5, null, [1, 2, 3]]) {
    assert.equal(parseMessage({ interleave: 1, id: 1, method: "load", args }).kind, "error");
  }
});
