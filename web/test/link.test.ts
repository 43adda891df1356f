import assert from "node:assert/strict";
import { test } from "node:test";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { decodeFragment, encodeFragment, fromBase64Url, inflateBounded, kMaxFragment, kMaxInflated, toBase64Url } from "../src/link";
import { kDefaults, type Scenario, toScenario } from "../src/scenario";

const full: Scenario = {
  code: 'print("naïve ≋ 🧵")\n', mode: "sim", gil: "off", cores: 4, seed: 42, switchInterval: 0.001, policy: "random",
  mainOn: "page", title: "A title", note: "A note\nof two lines",
};

function linkOf(json: string): string {
  return `#v1.${toBase64Url(deflateRawSync(Buffer.from(json)))}`;
}

function brokenLine(hash: string): string {
  const fragment = decodeFragment(hash);
  assert.equal(fragment.kind, "broken");
  const { line } = fragment as { line: string };
  assert.ok(line.length > 10 && line.length < 300 && !line.includes("\n"), line);
  return line;
}

test("a scenario survives the round trip", () => {
  for (const scenario of [full, { ...kDefaults }, toScenario({ code: "x = 1\n".repeat(5000) })]) {
    const fragment = decodeFragment(encodeFragment(scenario));
    assert.deepEqual(fragment, { kind: "scenario", scenario });
  }
});

test("the link is base64url of raw deflate of JSON without the defaults", () => {
  const fragment = encodeFragment(toScenario({ code: "pass\n", gil: "off" }));
  assert.match(fragment, /^#v1\.[A-Za-z0-9_-]+$/);
  const json = inflateRawSync(Buffer.from(fragment.slice(4), "base64url")).toString();
  assert.deepEqual(JSON.parse(json), { code: "pass\n", gil: "off" });
});

test("links made by any deflate open", () => {
  const fragment = decodeFragment(linkOf('{"code":"pass","future":1}'));
  assert.deepEqual(fragment, { kind: "scenario", scenario: toScenario({ code: "pass" }) });
});

test("a link from the first version still opens", () => {
  // Written down once; old links must stay readable for ever.
  const fragment = decodeFragment("#v1.Fco9CoAwDIDRu3yTQkanXsILdOuPBkoiNZt4d3F88B6K10bimmqxZE7NrNkQDh0kvHeE4rPdpE0IjfH_fVQE8_hhvB8");
  const scenario = toScenario({ code: 'print("hi")\n', gil: "off", cores: 4, title: "Old", note: "n" });
  assert.deepEqual(fragment, { kind: "scenario", scenario });
});

test("no fragment, examples, and their settings", () => {
  assert.deepEqual(decodeFragment(""), { kind: "none" });
  assert.deepEqual(decodeFragment("#"), { kind: "none" });
  assert.deepEqual(decodeFragment("#ex/hello-thread"), { kind: "example", name: "hello-thread", settings: {} });
  assert.deepEqual(decodeFragment("#ex/gil-on-off?gil=off&cores=4&evil=1"), {
    kind: "example", name: "gil-on-off", settings: { gil: "off", cores: 4 },
  });
  for (const address of ["traces/a.json", "https://example.org/a%20b.json?x=1&y=2#z", "100%"]) {
    assert.deepEqual(decodeFragment(`#trace=${encodeURIComponent(address)}`), { kind: "trace", address });
  }
  assert.deepEqual(decodeFragment("#trace=100%.json"), { kind: "trace", address: "100%.json" });
  brokenLine(`#trace=${"a".repeat(kMaxFragment)}`);
  brokenLine("#ex/../../etc");
  brokenLine("#ex/");
});

test("broken links give one line", () => {
  brokenLine("#v1.");
  brokenLine("#v1.a");
  brokenLine("#v1.%%%");
  brokenLine("#nonsense");
  assert.match(brokenLine("#v2.AAAA"), /newer/);
  brokenLine(linkOf("not json"));
  brokenLine(linkOf("[1]"));
  brokenLine(linkOf("null"));
  assert.match(brokenLine(linkOf('{"code":5}')), /code/);
  assert.match(brokenLine(linkOf('{"code":"","gil":"2.7"}')), /gil/);
  assert.match(brokenLine(linkOf('{"cores":1e9}')), /cores/);
});

test("every way of cutting a link off is noticed", () => {
  const whole = encodeFragment(full);
  for (let length = 1; length < whole.length; length++) {
    const fragment = decodeFragment(whole.slice(0, length));
    if (fragment.kind === "scenario") assert.fail(`cut at ${length} of ${whole.length} opened`);
  }
});

test("a link longer than 64 KB is not even looked at", () => {
  const began = performance.now();
  assert.match(brokenLine(`#v1.${"A".repeat(10 << 20)}`), /too long/);
  assert.ok(performance.now() - began < 200);
  brokenLine(`#${"x".repeat(kMaxFragment)}`);
});

test("a small link that inflates to gigabytes is stopped at a megabyte", () => {
  const bomb = deflateRawSync(Buffer.alloc(40 << 20, 97), { level: 9 });
  // The best of a few: other programs on the machine are not ours to measure.
  const times = Array.from({ length: 6 }, () => {
    const began = performance.now();
    assert.equal(inflateBounded(bomb, kMaxInflated), null);
    return performance.now() - began;
  });
  assert.ok(Math.min(...times) < 200, String(times));
  brokenLine(`#v1.${toBase64Url(bomb.subarray(0, 40_000))}`);
});

test("inflating to exactly the bound is allowed, one more is not", () => {
  assert.equal(inflateBounded(deflateRawSync(Buffer.alloc(1000)), 1000)?.length, 1000);
  assert.equal(inflateBounded(deflateRawSync(Buffer.alloc(1001)), 1000), null);
});

test("random bytes never throw", () => {
  let seed = 12345;
  const next = (): number => (seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff) / 0x7fffffff;
  const whole = fromBase64Url(encodeFragment(full).slice(4))!;
  for (let i = 0; i < 3000; i++) {
    const bytes = i % 2 ? Uint8Array.from(whole) : new Uint8Array(Math.floor(next() * 300)).map(() => next() * 256);
    if (i % 2) bytes[Math.floor(next() * bytes.length)] = next() * 256;
    const fragment = decodeFragment(`#v1.${toBase64Url(bytes)}`);
    assert.ok(fragment.kind === "broken" || fragment.kind === "scenario");
  }
});
