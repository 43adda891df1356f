#include "vm/traceback.h"

#include <algorithm>

#include "lang/compiler.h"
#include "vm/attributes.h"
#include "vm/dict.h"
#include "vm/errors.h"
#include "vm/exec_code.h"
#include "vm/host.h"
#include "vm/lib/library_sources.h"
#include "vm/list.h"
#include "vm/number.h"
#include "vm/repr.h"
#include "vm/str.h"
#include "vm/suggestions.h"
#include "vm/tuple.h"
#include "vm/type.h"

namespace interleave::vm {

namespace {

constexpr int kRepeatsShown = 3;  // of one recursive line, as CPython
constexpr int kChainLimit = 64;   // linked exceptions printed

bool is_continuation_byte(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }
std::size_t characters(std::string_view s) {
  return static_cast<std::size_t>(
      std::count_if(s.begin(), s.end(), [](char c) { return !is_continuation_byte(c); }));
}

/// Where in the marked text the operator or the bracket of a failed operation stands, as CPython's
/// traceback module finds it: `~~~~^~~~`. False: mark all alike.
bool find_anchor(const lang::Code& code, std::uint32_t instruction, std::string_view segment,
                 std::size_t* from, std::size_t* to) {
  return anchor_in_segment(code, instruction, segment, from, to);
}

void append_carets(std::string* out, const lang::Code& code, std::uint32_t instruction,
                   std::string_view full, std::size_t indent) {
  const lang::CodePosition& p = code.positions[instruction];
  if (p.col < 0 || p.end_col < 0) return;
  const auto begin = static_cast<std::size_t>(p.col);
  // What goes on in the next line is marked to the end of this one.
  std::size_t end = p.end_line == p.line ? static_cast<std::size_t>(p.end_col) : full.size();
  if (p.end_line != p.line) {
    while (end > begin && (full[end - 1] == ' ' || full[end - 1] == '\r')) --end;
  }
  if (begin < indent || end > full.size() || begin >= end) return;
  const std::string_view segment = full.substr(begin, end - begin);
  std::size_t anchor_from = 0;
  std::size_t anchor_to = 0;
  const bool anchored =
      p.end_line == p.line && find_anchor(code, instruction, segment, &anchor_from, &anchor_to);
  // A whole line needs no marks.
  std::string_view rest = full.substr(indent);
  while (!rest.empty() && (rest.back() == ' ' || rest.back() == '\r')) rest.remove_suffix(1);
  if (!anchored && begin == indent && end - begin == rest.size()) return;
  *out += "    " + std::string(characters(full.substr(indent, begin - indent)), ' ');
  if (anchored) {
    *out += std::string(characters(segment.substr(0, anchor_from)), '~');
    *out += std::string(characters(segment.substr(anchor_from, anchor_to - anchor_from)), '^');
    *out += std::string(characters(segment.substr(anchor_to)), '~');
  } else {
    *out += std::string(characters(segment), '^');
  }
  *out += '\n';
}

}  // namespace

std::string_view source_line(const Vm& vm, std::string_view filename, int line) {
  if (line < 1) return {};
  if (filename == vm.script_name) {
    const auto index = static_cast<std::size_t>(line - 1);
    return index < vm.script_lines.size() ? std::string_view(vm.script_lines[index])
                                          : std::string_view();
  }
  return library_line(filename, line);
}

std::string format_entry(const Vm& vm, const Traceback* tb) {
  const lang::Code& code = *tb->code->code;
  const int line = code.positions[tb->instruction].line;
  std::string out =
      "  File \"" + code.filename + "\", line " + std::to_string(line) + ", in " + code.name + "\n";
  const std::string_view full = source_line(vm, code.filename, line);
  std::size_t indent = 0;
  while (indent < full.size() &&
         (full[indent] == ' ' || full[indent] == '\t' || full[indent] == '\f')) {
    ++indent;
  }
  std::string_view shown = full.substr(indent);
  while (!shown.empty() && (shown.back() == ' ' || shown.back() == '\r')) shown.remove_suffix(1);
  if (shown.empty()) return out;
  out += "    " + std::string(shown) + "\n";
  append_carets(&out, code, tb->instruction, full, indent);
  return out;
}

namespace {

std::string format_traceback(const Vm& vm, const Traceback* tb) {
  std::string out = "Traceback (most recent call last):\n";
  int repeats = 0;
  const Traceback* last = nullptr;
  const auto note_repeats = [&] {
    if (repeats <= kRepeatsShown) return;
    const int more = repeats - kRepeatsShown;
    out += "  [Previous line repeated " + std::to_string(more) + " more time" +
           (more > 1 ? "s" : "") + "]\n";
  };
  for (; tb != nullptr; tb = tb->next) {
    const bool same = last != nullptr && last->code == tb->code &&
                      last->code->code->positions[last->instruction].line ==
                          tb->code->code->positions[tb->instruction].line;
    if (!same) {
      note_repeats();
      repeats = 0;
    }
    last = tb;
    if (++repeats <= kRepeatsShown) out += format_entry(vm, tb);
  }
  note_repeats();
  return out;
}

/// str(exception) as far as it needs no Python; the caller asks Python first where it can.
std::string message_of(VmThread& t, Exception* e) {
  const Value known = own_attribute(e, t.vm.intern("_il_text"));
  if (is_str(known)) return utf8(as_str(known));
  const Value a = e->args.load();
  if (a.empty()) return "";
  auto* args = static_cast<Tuple*>(a.object());
  if (args->size == 0) return "";
  const bool key_error = is_subtype(e->type, t.vm.types.KeyError);
  const Value saved = t.exception;
  t.exception = Value();
  const Value v = args->size == 1 ? args->items()[0] : Value(args);
  const Value text = args->size == 1 && !key_error ? str_value(t, v) : repr_value(t, v);
  const bool plain = is_str(text);
  t.pending.kind = Pending::Kind::None;
  t.exception = saved;
  return plain ? utf8(as_str(text)) : "<exception str() failed>";
}

std::string qualified_name(VmThread& t, const Type* type) {
  const Value module = type_lookup(type, t.vm.names.module);
  std::string name = utf8(type->qualname);
  if (is_str(module)) {
    const std::string m = utf8(as_str(module));
    if (m != "builtins" && m != "__main__") name = m + "." + name;
  }
  return name;
}

}  // namespace

int line_of(const Frame& frame) {
  const std::uint32_t at = index_of(frame.code, frame.pc);
  if (at >= frame.code->origins.size()) return 0;
  const std::uint32_t origin = frame.code->origins[at];
  const auto& positions = frame.code->code->positions;
  return origin < positions.size() ? std::max(0, positions[origin].line) : 0;
}

void add_traceback(VmThread& t, Exception* exception, ExecCode* code, std::uint32_t instruction) {
  auto* tb = t.make<Traceback>(t.vm.types.traceback);
  tb->code = code;
  tb->instruction = instruction;
  const Value next = exception->traceback.load();
  if (next.is_object() && kind_of(next) == Kind::Traceback) {
    tb->next = static_cast<Traceback*>(next.object());
  }
  exception->traceback.store(tb);
}

namespace {

/// `  File "<string>", line 1` with the text and a caret: of what exec() and eval() did not
/// compile.
std::string syntax_error_place(Exception* e) {
  const Value a = e->args.load();
  if (a.empty() || static_cast<Tuple*>(a.object())->size != 2) return "";
  const Value* items = static_cast<Tuple*>(a.object())->items();
  if (!is_str(items[0]) || kind_of(items[1]) != Kind::Tuple) return "";
  auto* detail = static_cast<Tuple*>(items[1].object());
  const Value* d = detail->items();
  if (detail->size < 6 || !is_str(d[0]) || !d[1].is_int() || !d[2].is_int() || !is_str(d[3]) ||
      !d[4].is_int() || !d[5].is_int()) {
    return "";
  }
  lang::Diagnostic diagnostic;
  diagnostic.line = static_cast<std::int32_t>(d[1].as_int());
  diagnostic.col = static_cast<std::int32_t>(d[2].as_int());
  diagnostic.end_line = static_cast<std::int32_t>(d[4].as_int());
  diagnostic.end_col = static_cast<std::int32_t>(d[5].as_int());
  const std::string source =
      std::string(static_cast<std::size_t>(std::max(0, diagnostic.line - 1)), '\n') +
      utf8(as_str(d[3]));
  std::string out = lang::format_diagnostic(diagnostic, utf8(as_str(d[0])), source);
  // Without the last line, which is the exception's own.
  out.pop_back();
  out.erase(out.rfind('\n') + 1);
  return out;
}

}  // namespace

std::string format_exception_only(VmThread& t, Value exception) {
  auto* e = static_cast<Exception*>(exception.object());
  if (is_subtype(e->type, t.vm.types.SyntaxError)) {
    const std::string place = syntax_error_place(e);
    if (!place.empty()) {
      const Value* items = static_cast<Tuple*>(e->args.load().object())->items();
      return place + qualified_name(t, e->type) + ": " + utf8(as_str(items[0])) + "\n";
    }
  }
  std::string text = message_of(t, e);
  text += suggestion_for(t, e);
  std::string out = qualified_name(t, e->type);
  if (!text.empty()) out += ": " + text;
  out += "\n";
  const Value notes = own_attribute(e, t.vm.names.notes);
  if (!notes.empty() && kind_of(notes) == Kind::List) {
    for (Value note : list_snapshot(static_cast<List*>(notes.object()))) {
      if (is_str(note)) out += utf8(as_str(note)) + "\n";
    }
  }
  return out;
}

namespace {

constexpr int kGroupWidth = 15;  // exceptions of a group that are shown
constexpr int kGroupDepth = 10;  // groups within groups

/// Writes reports; within an exception group every line has a margin.
class Report {
 public:
  explicit Report(VmThread& t) : t_(t) {}
  void add_chain(Value exception);
  std::string text;

 private:
  void emit(const std::string& lines, char margin = '|');
  std::string indent() const { return std::string(static_cast<std::size_t>(depth_) * 2, ' '); }
  void add(Exception* e);
  void add_group(Exception* e, const Tuple* entries);
  const Tuple* entries_of(const Exception* e) const;

  VmThread& t_;
  int depth_ = 0;
  bool needs_close_ = false;
  std::vector<const Exception*> seen_;  // their causes are told once
};

void Report::emit(const std::string& lines, char margin) {
  const std::string prefix = depth_ > 0 ? indent() + margin + ' ' : "";
  for (std::size_t at = 0; at < lines.size();) {
    const std::size_t end = std::min(lines.find('\n', at), lines.size() - 1) + 1;
    text += prefix + lines.substr(at, end - at);
    at = end;
  }
}

/// The exceptions of a group; null: it is none.
const Tuple* Report::entries_of(const Exception* e) const {
  if (t_.vm.prelude == nullptr) return nullptr;
  const Value group = dict_get_str(t_.vm.prelude, t_.vm.intern("BaseExceptionGroup"));
  if (group.empty() || !is_subtype(e->type, static_cast<Type*>(group.object()))) return nullptr;
  const Value entries = own_attribute(e, t_.vm.intern("exceptions"));
  return !entries.empty() && kind_of(entries) == Kind::Tuple
             ? static_cast<const Tuple*>(entries.object())
             : nullptr;
}

void Report::add(Exception* e) {
  const Value tb = e->traceback.load();
  if (tb.is_object() && kind_of(tb) == Kind::Traceback) {
    emit(format_traceback(t_.vm, static_cast<Traceback*>(tb.object())));
  }
  emit(format_exception_only(t_, e));
}

void Report::add_group(Exception* e, const Tuple* entries) {
  const bool top = depth_ == 0;
  if (top) depth_ = 1;
  const Value tb = e->traceback.load();
  if (tb.is_object() && kind_of(tb) == Kind::Traceback) {
    std::string places = format_traceback(t_.vm, static_cast<Traceback*>(tb.object()));
    places.erase(0, places.find('\n') + 1);
    emit("Exception Group Traceback (most recent call last):\n", top ? '+' : '|');
    emit(places);
  }
  emit(format_exception_only(t_, e));
  const int count = static_cast<int>(entries->size);
  const int shown = std::min(count, kGroupWidth + 1);
  for (int i = 0; i < shown; ++i) {
    const bool last = i == shown - 1;
    const bool cut = i == kGroupWidth;
    if (last) needs_close_ = true;
    text += indent() + (i == 0 ? "+-" : "  ") + "+---------------- " +
            (cut ? "..." : std::to_string(i + 1)) + " ----------------\n";
    ++depth_;
    if (cut) {
      const int more = count - kGroupWidth;
      emit("and " + std::to_string(more) + " more exception" + (more > 1 ? "s" : "") + "\n");
    } else if (depth_ > kGroupDepth) {
      emit("... (max_group_depth is " + std::to_string(kGroupDepth) + ")\n");
    } else {
      add_chain(entries->items()[i]);
    }
    if (last && needs_close_) {
      text += indent() + "+------------------------------------\n";
      needs_close_ = false;
    }
    --depth_;
  }
  if (top) depth_ = 0;
}

void Report::add_chain(Value exception) {
  // From the last to the first in the chain, then printed the other way round.
  std::vector<std::pair<Exception*, const char*>> chain;
  const char* link = nullptr;
  for (Value at = exception; at.is_object() && !(at == none());) {
    auto* e = static_cast<Exception*>(at.object());
    const bool seen = std::find(seen_.begin(), seen_.end(), e) != seen_.end();
    if ((seen && !chain.empty()) || chain.size() >= kChainLimit) break;
    seen_.push_back(e);
    chain.emplace_back(e, link);
    const Value cause = e->cause.load();
    if (!cause.empty() && cause != none()) {
      link = "\nThe above exception was the direct cause of the following exception:\n\n";
      at = cause;
    } else {
      link = "\nDuring handling of the above exception, another exception occurred:\n\n";
      at = e->suppress_context ? none() : e->context.load();
    }
  }
  for (auto it = chain.rbegin(); it != chain.rend(); ++it) {
    if (const Tuple* entries = entries_of(it->first)) {
      add_group(it->first, entries);
    } else {
      add(it->first);
    }
    if (it->second != nullptr) emit(it->second);
  }
}

}  // namespace

std::string format_exception(VmThread& t, Value exception) {
  Report report(t);
  report.add_chain(exception);
  return report.text;
}
void report_uncaught(VmThread& t) {
  if (t.exception.empty() || is_instance(t.vm, t.exception, t.vm.types.SystemExit)) return;
  std::string text;
  if (!t.started_with.empty()) {
    text = "Exception ignored in thread started by: ";
    if (repr_native(t, t.started_with, &text) != Truth::True) text += "?";
    text += "\n";
  }
  t.vm.host.write(true, text + format_exception(t, t.exception));
}

int exit_code_of(VmThread& t) {
  if (t.exception.empty()) return 0;
  if (!is_instance(t.vm, t.exception, t.vm.types.SystemExit)) {
    // As a shell shows a program that an interrupt has ended.
    return is_instance(t.vm, t.exception, t.vm.types.KeyboardInterrupt) ? 130 : 1;
  }
  auto* e = static_cast<Exception*>(t.exception.object());
  Value code = e->value.load();
  const Value a = e->args.load();
  if (code.empty() && !a.empty() && static_cast<Tuple*>(a.object())->size > 0) {
    auto* args = static_cast<Tuple*>(a.object());
    code = args->size == 1 ? args->items()[0] : a;
  }
  if (code.empty() || code == none()) return 0;
  std::int64_t n = 0;
  if (to_int64(code, &n)) return static_cast<int>(n & 0xFF);
  const Value text = str_value(t, code);
  if (is_str(text)) t.vm.host.write(true, utf8(as_str(text)) + "\n");
  return 1;
}

}  // namespace interleave::vm
