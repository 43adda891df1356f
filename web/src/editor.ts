// The editor: CodeMirror 6 with Python, thread marks in the gutter, the line of an error, diagnostics.
//
// Colours are CSS variables, so light and dark need no second theme. Page thread only.

import { closeBrackets, closeBracketsKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { pythonLanguage } from "@codemirror/lang-python";
import { bracketMatching, indentOnInput, indentUnit, LanguageSupport, syntaxHighlighting } from "@codemirror/language";
import { type Diagnostic as Mark, setDiagnostics } from "@codemirror/lint";
import { Compartment, EditorState, type Extension, RangeSet, StateEffect, StateField, type Text } from "@codemirror/state";
import {
  Decoration,
  type DecorationSet,
  drawSelection,
  EditorView,
  gutter,
  GutterMarker,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import { classHighlighter, styleTags, tags } from "@lezer/highlight";
import type { Diagnostic } from "./engine";

export interface ThreadLine {
  line: number;
  color: string;
  name: string;
}

/** Colours come as text from the machine and go into a style: only plain colour values pass. */
function safeColor(color: string): string {
  return /^#[0-9a-f]{3,8}$/i.test(color) || /^rgba?\([\d\s.,%/]+\)$/i.test(color) ? color : "currentColor";
}

/** `{x:.2f}`: the format is part of the text, not a keyword. No completion: lessons are to be read. */
const kPython = new LanguageSupport(
  pythonLanguage.configure({ props: [styleTags({ "FormatSpec FormatConversion": tags.special(tags.string) })] }),
);

const kMostDots = 4;

class ThreadDots extends GutterMarker {
  constructor(private readonly threads: readonly ThreadLine[]) {
    super();
  }
  override eq(other: ThreadDots): boolean {
    return (
      other.threads.length === this.threads.length &&
      other.threads.every((t, i) => t.color === this.threads[i]?.color && t.name === this.threads[i]?.name)
    );
  }
  override toDOM(): Node {
    const box = document.createElement("span");
    box.className = "thread-dots";
    box.title = this.threads.map((t) => t.name).join(", ");
    for (const thread of this.threads.slice(0, kMostDots)) {
      const dot = document.createElement("i");
      dot.style.background = safeColor(thread.color);
      box.append(dot);
    }
    return box;
  }
}

const setThreads = StateEffect.define<readonly ThreadLine[]>();
const setErrorLine = StateEffect.define<number>();
const setLit = StateEffect.define<readonly number[]>();

interface Marks {
  gutter: RangeSet<GutterMarker>;
  lines: DecorationSet;
  error: DecorationSet;
  lit: DecorationSet;
}

function threadMarks(doc: Text, threads: readonly ThreadLine[]): Pick<Marks, "gutter" | "lines"> {
  const byLine = new Map<number, ThreadLine[]>();
  for (const thread of threads) {
    if (!Number.isInteger(thread.line) || thread.line < 1 || thread.line > doc.lines) continue;
    byLine.set(thread.line, [...(byLine.get(thread.line) ?? []), thread]);
  }
  const lines = [...byLine].sort(([a], [b]) => a - b);
  return {
    gutter: RangeSet.of(lines.map(([line, list]) => new ThreadDots(list).range(doc.line(line).from))),
    lines: Decoration.set(
      lines.map(([line, list]) =>
        Decoration.line({
          class: "thread-line",
          attributes: { style: `--thread: ${safeColor(list[0]?.color ?? "")}` },
        }).range(doc.line(line).from),
      ),
    ),
  };
}

const kLit = Decoration.line({ class: "lit-line" });

const marks = StateField.define<Marks>({
  create: () => ({ gutter: RangeSet.empty, lines: Decoration.none, error: Decoration.none, lit: Decoration.none }),
  update(value, tr) {
    let next = value;
    if (tr.docChanged) {
      next = { gutter: next.gutter.map(tr.changes), lines: next.lines.map(tr.changes), error: Decoration.none, lit: Decoration.none };
    }
    for (const effect of tr.effects) {
      if (effect.is(setThreads)) next = { ...next, ...threadMarks(tr.state.doc, effect.value) };
      if (effect.is(setLit)) {
        const there = effect.value.filter((line) => line >= 1 && line <= tr.state.doc.lines);
        next = { ...next, lit: Decoration.set(there.map((line) => kLit.range(tr.state.doc.line(line).from))) };
      }
      if (effect.is(setErrorLine)) {
        const line = effect.value;
        const there = line >= 1 && line <= tr.state.doc.lines;
        const mark = Decoration.line({ class: "error-line" });
        next = { ...next, error: there ? Decoration.set([mark.range(tr.state.doc.line(line).from)]) : Decoration.none };
      }
    }
    return next;
  },
  provide: (field) => [
    EditorView.decorations.from(field, (value) => value.lines),
    EditorView.decorations.from(field, (value) => value.error),
    EditorView.decorations.from(field, (value) => value.lit),
  ],
});

const threadGutter = gutter({
  class: "thread-gutter",
  markers: (view) => view.state.field(marks).gutter,
});

export interface EditorEvents {
  run(): void;
  changed(): void;
  caret(line: number): void;
}

export interface Editor {
  code(): string;
  setCode(code: string): void;
  setReadonly(readonly: boolean): void;
  setThreadLines(threads: readonly ThreadLine[]): void;
  setErrorLine(line: number): void;
  setDiagnostics(list: readonly Diagnostic[]): void;
  /** The lines of the span under the pointer, first and last; 0: none. */
  light(from: number, to: number): void;
  goTo(line: number, focus: boolean): void;
  focus(): void;
}

function extensions(events: EditorEvents, readonly: Compartment): Extension[] {
  return [
    threadGutter,
    lineNumbers(),
    highlightActiveLineGutter(),
    highlightSpecialChars(),
    history(),
    drawSelection(),
    EditorState.allowMultipleSelections.of(false),
    indentOnInput(),
    indentUnit.of("    "),
    EditorState.tabSize.of(4),
    bracketMatching(),
    closeBrackets(),
    highlightActiveLine(),
    kPython,
    syntaxHighlighting(classHighlighter),
    marks,
    readonly.of([]),
    keymap.of([
      { key: "Mod-Enter", run: () => (events.run(), true), preventDefault: true },
      ...closeBracketsKeymap,
      ...defaultKeymap,
      ...historyKeymap,
      indentWithTab,
    ]),
    EditorView.contentAttributes.of({
      "aria-label": "Python program. Control Enter runs it. Escape, then Tab, leaves the editor.",
      tabindex: "0",
      autocapitalize: "off",
      spellcheck: "false",
    }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) events.changed();
      const line = (state: EditorState): number => state.doc.lineAt(state.selection.main.head).number;
      if (update.selectionSet || update.docChanged) {
        const now = line(update.state);
        if (now !== line(update.startState)) events.caret(now);
      }
    }),
  ];
}

/** The machine counts characters (code points) from 1, the editor UTF-16 units from 0. */
function offsetIn(doc: Text, line: number, col: number): number {
  const at = doc.line(Math.min(Math.max(line, 1), doc.lines));
  const before = [...at.text].slice(0, Math.max(col, 1) - 1).join("");
  return Math.min(at.from + before.length, at.to);
}

function toMark(doc: Text, d: Diagnostic): Mark {
  const from = offsetIn(doc, d.line, d.col);
  const to = d.endLine > 0 && d.endCol > 0 ? offsetIn(doc, d.endLine, d.endCol) : from + 1;
  return { from, to: Math.min(Math.max(to, from), doc.length), severity: "error", message: d.message };
}

export function makeEditor(parent: HTMLElement, events: EditorEvents): Editor {
  const readonly = new Compartment();
  const all = extensions(events, readonly);
  let locked: Extension = [];
  const view = new EditorView({ parent, state: EditorState.create({ extensions: all }) });
  const setReadonly = (on: boolean): void => {
    locked = on ? [EditorState.readOnly.of(true)] : [];
    view.dispatch({ effects: readonly.reconfigure(locked) });
  };
  return {
    code: () => view.state.doc.toString(),
    setCode(code) {
      // A fresh state: undo must not lead back into another program.
      view.setState(EditorState.create({ doc: code, extensions: all }));
      view.dispatch({ effects: readonly.reconfigure(locked) });
      view.scrollDOM.scrollTop = 0;
    },
    setReadonly,
    setThreadLines: (threads) => view.dispatch({ effects: setThreads.of(threads) }),
    setErrorLine: (line) => view.dispatch({ effects: setErrorLine.of(line) }),
    setDiagnostics(list) {
      const doc = view.state.doc;
      view.dispatch(setDiagnostics(view.state, list.slice(0, 20).map((d) => toMark(doc, d))));
    },
    light(from, to) {
      const lines = from > 0 ? [from, to] : [];
      view.dispatch({ effects: setLit.of([...new Set(lines)].sort((a, b) => a - b)) });
    },
    goTo(line, focus) {
      const at = view.state.doc.line(Math.min(Math.max(Math.trunc(line) || 1, 1), view.state.doc.lines));
      view.dispatch({ selection: { anchor: at.from }, effects: EditorView.scrollIntoView(at.from, { y: "center" }) });
      if (focus) view.focus();
    },
    focus: () => view.focus(),
  };
}
