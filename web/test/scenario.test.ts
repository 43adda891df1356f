import assert from "node:assert/strict";
import { test } from "node:test";
import { kDefaults, kMaxCodeBytes, ScenarioError, toScenario, utf8Length, withoutDefaults } from "../src/scenario";

test("missing keys take the defaults of the interface", () => {
  assert.deepEqual(toScenario({}), { ...kDefaults });
  assert.equal(kDefaults.mode, "live");
  assert.equal(kDefaults.gil, "3.10");
  assert.equal(kDefaults.switchInterval, 0.005);
  assert.equal(kDefaults.policy, "fair");
  assert.equal(kDefaults.mainOn, "worker");
});

test("null and undefined count as missing, unknown keys are ignored", () => {
  assert.deepEqual(toScenario({ code: undefined, gil: null, later: 1 }), { ...kDefaults });
});

test("defaults are left out, in a fixed order", () => {
  assert.deepEqual(withoutDefaults({ ...kDefaults }), {});
  assert.equal(JSON.stringify(withoutDefaults(toScenario({ note: "n", gil: "off", code: "c" }))), '{"code":"c","gil":"off","note":"n"}');
});

test("wrong types and values are refused with the key's name", () => {
  const wrong: [string, unknown][] = [
    ["code", 1], ["code", "x".repeat(kMaxCodeBytes + 1)], ["mode", "fast"], ["gil", 3.1], ["gil", "on"], ["cores", 0], ["cores", 1.5],
    ["cores", "2"], ["seed", -1], ["switchInterval", 0], ["switchInterval", Number.NaN], ["switchInterval", 1e9], ["policy", "x"],
    ["mainOn", true], ["title", {}], ["title", "t".repeat(500)], ["note", []],
  ];
  for (const [key, value] of wrong) {
    assert.throws(() => toScenario({ [key]: value }), (e) => e instanceof ScenarioError && e.message.includes(key), `${key}=${String(value)}`);
  }
  for (const whole of [null, undefined, 5, "text", [], () => 0]) assert.throws(() => toScenario(whole), ScenarioError);
});

test("a prototype's keys are not taken for the scenario's", () => {
  assert.equal(toScenario(Object.create({ gil: "off" })).gil, "3.10");
  assert.deepEqual(toScenario(JSON.parse('{"__proto__":{"gil":"off"}}')), { ...kDefaults });
});

test("line ends become Python's", () => {
  assert.equal(toScenario({ code: "a\r\nb\rc\n" }).code, "a\nb\nc\n");
});

test("the bound on code counts bytes", () => {
  assert.equal(utf8Length("aé€🧵"), Buffer.byteLength("aé€🧵"));
  assert.throws(() => toScenario({ code: "€".repeat(kMaxCodeBytes / 2) }), ScenarioError);
});
