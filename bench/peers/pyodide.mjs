// Pyodide: answers "ready" with its version, then each program with { stdout, error }.
import { loadPyodide } from "./node_modules/pyodide/pyodide.mjs";

let text = "";
const pyodide = await loadPyodide({ stdout: (line) => (text += `${line}\n`) });
const python = pyodide.runPython("import sys; sys.version.split()[0]");

self.onmessage = ({ data }) => {
  text = "";
  let error = "";
  // A fresh dictionary each time, as a module of its own.
  const names = pyodide.toPy({ __name__: "__main__" });
  try {
    pyodide.runPython(data, { globals: names });
  } catch (problem) {
    error = String(problem.message ?? problem);
  }
  names.destroy();
  self.postMessage({ stdout: text, error });
};
self.postMessage(`Pyodide ${pyodide.version} (Python ${python})`);
