// MicroPython: answers its version, then each program with { stdout, error }. One machine for all of them, so that the
// engine's compiled code is kept, and a new one after an error.
import { loadMicroPython } from "./node_modules/@micropython/micropython-webassembly-pyscript/micropython.mjs";

const kHeapBytes = 64 << 20;
let text = "";
const fresh = () => loadMicroPython({ heapsize: kHeapBytes, linebuffer: true, stdout: (line) => (text += `${line}\n`) });
let machine = await fresh();

self.onmessage = async ({ data }) => {
  text = "";
  let error = "";
  try {
    machine.runPython(data);
  } catch (problem) {
    error = String(problem.message ?? problem);
    machine = await fresh();
  }
  self.postMessage({ stdout: text, error });
};
machine.runPython("import sys; print('.'.join(str(n) for n in sys.implementation[1][:3]))");
self.postMessage(`MicroPython ${text.trim()}`);
