#include "vm/suggestions.h"

#include <algorithm>

#include "vm/attributes.h"
#include "vm/dict.h"
#include "vm/errors.h"
#include "vm/exec_code.h"
#include "vm/lib/library_sources.h"
#include "vm/str.h"
#include "vm/traceback.h"
#include "vm/tuple.h"
#include "vm/type.h"

namespace interleave::vm {

namespace {

// The costs and bounds of CPython's suggestions.c.
constexpr std::size_t kMoveCost = 2;
constexpr std::size_t kCaseCost = 1;
constexpr std::size_t kLongest = 40;
constexpr std::size_t kMostCandidates = 750;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

std::size_t substitution_cost(char a, char b) {
  if (a == b) return 0;
  return lower(a) == lower(b) ? kCaseCost : kMoveCost;
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j * kMoveCost;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i * kMoveCost;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = std::min({diagonal + substitution_cost(a[i - 1], b[j - 1]), above + kMoveCost,
                         row[j - 1] + kMoveCost});
      diagonal = above;
    }
  }
  return row[b.size()];
}

std::string closest(const std::vector<std::string>& candidates, const std::string& name) {
  if (candidates.size() > kMostCandidates || name.size() > kLongest) return "";
  std::string best;
  std::size_t best_distance = static_cast<std::size_t>(-1);
  for (const std::string& candidate : candidates) {
    if (candidate == name || candidate.size() > kLongest) continue;
    const std::size_t bound = (name.size() + candidate.size() + 3) * kMoveCost / 6;
    const std::size_t distance = edit_distance(name, candidate);
    if (distance > bound || distance >= best_distance) continue;
    best = candidate;
    best_distance = distance;
  }
  return best;
}

void add_names(const Dict* dict, std::vector<std::string>* out) {
  Value key;
  Value value;
  for (std::uint32_t at = 0; dict_next(dict, &at, &key, &value);) {
    if (is_str(key)) out->push_back(utf8(as_str(key)));
  }
}

void add_attributes(VmThread& t, Value object, std::vector<std::string>* out) {
  const Type* type = class_of(t.vm, object);
  if (object.is_object()) {
    Object* o = object.object();
    if (Attrs* attrs = attrs_of(o); attrs != nullptr && attrs->shape.load() != nullptr) {
      const Shape* shape = attrs->shape.load();
      if (shape->dictionary) add_names(static_cast<Dict*>(attrs->overflow.load()), out);
      for (; !shape->dictionary && shape->count != 0; shape = shape->parent) {
        out->push_back(utf8(shape->name));
      }
    }
    if (type->kind == Kind::Module) add_names(static_cast<Module*>(o)->dict, out);
    if (type->kind == Kind::Type) {
      const Tuple* mro = static_cast<Type*>(o)->mro;
      for (std::uint32_t i = 0; i < mro->size; ++i) {
        add_names(static_cast<Type*>(mro->items()[i].object())->dict, out);
      }
    }
  }
  for (std::uint32_t i = 0; i < type->mro->size; ++i) {
    add_names(static_cast<Type*>(type->mro->items()[i].object())->dict, out);
  }
  std::sort(out->begin(), out->end());
  out->erase(std::unique(out->begin(), out->end()), out->end());
}

/// Names visible where a NameError happened: locals, globals, builtins.
void add_visible_names(VmThread& t, Exception* e, std::vector<std::string>* out) {
  const Value tb = e->traceback.load();
  if (tb.is_object() && kind_of(tb) == Kind::Traceback) {
    auto* entry = static_cast<Traceback*>(tb.object());
    while (entry->next != nullptr) entry = entry->next;
    const lang::Code& code = *entry->code->code;
    out->insert(out->end(), code.varnames.begin(), code.varnames.end());
    out->insert(out->end(), code.cellvars.begin(), code.cellvars.end());
    out->insert(out->end(), code.freevars.begin(), code.freevars.end());
    add_names(entry->code->globals, out);
  }
  add_names(t.vm.builtins, out);
}

bool is_operator_byte(char c) {
  return std::string_view("+-*/%@&|^<>").find(c) != std::string_view::npos;
}

/// Skips a string literal or a bracketed group beginning at `i`; returns the index behind it.
std::size_t skip_group(std::string_view s, std::size_t i) {
  if (s[i] == '"' || s[i] == '\'') {
    const char quote = s[i];
    for (++i; i < s.size() && s[i] != quote; ++i) {
      if (s[i] == '\\') ++i;
    }
    return std::min(i + 1, s.size());
  }
  int depth = 0;
  for (; i < s.size(); ++i) {
    if (s[i] == '(' || s[i] == '[' || s[i] == '{') ++depth;
    if (s[i] == ')' || s[i] == ']' || s[i] == '}') --depth;
    if (depth == 0) return i + 1;
  }
  return s.size();
}

std::string_view operator_text(lang::BinaryOp op) {
  constexpr std::string_view kText[] = {"+", "&",  "//", "<<", "@", "*", "%",
                                        "|", "**", ">>", "-",  "/", "^"};
  return kText[static_cast<std::size_t>(op) % std::size(kText)];
}

}  // namespace

std::string suggestion_for(VmThread& t, Exception* e) {
  const Types& y = t.vm.types;
  const bool attribute = is_subtype(e->type, y.AttributeError);
  if (!attribute && !is_subtype(e->type, y.NameError)) return "";
  const Value name = own_attribute(e, t.vm.names.bare_name);
  if (!is_str(name)) return "";
  std::vector<std::string> candidates;
  if (attribute) {
    const Value object = own_attribute(e, t.vm.names.obj);
    if (object.empty()) return "";
    add_attributes(t, object, &candidates);
  } else {
    add_visible_names(t, e, &candidates);
  }
  const std::string best = closest(candidates, utf8(as_str(name)));
  if (!best.empty()) return ". Did you mean: '" + best + "'?";
  return "";
}

bool anchor_in_segment(const lang::Code& code, std::uint32_t instruction, std::string_view segment,
                       std::size_t* from, std::size_t* to) {
  const lang::Instruction& i = code.instructions[instruction];
  if (i.op == lang::Opcode::BINARY_SUBSCR || i.op == lang::Opcode::STORE_SUBSCR ||
      i.op == lang::Opcode::DELETE_SUBSCR) {
    if (segment.back() != ']') return false;  // x[0] += 1
    // The last bracketed group at the outermost level.
    std::size_t found = std::string_view::npos;
    for (std::size_t at = 0; at < segment.size();) {
      const char c = segment[at];
      if (c == '[' || c == '(' || c == '{' || c == '"' || c == '\'') {
        if (c == '[' && at > 0) found = at;
        at = skip_group(segment, at);
      } else {
        ++at;
      }
    }
    if (found == std::string_view::npos) return false;
    *from = found;
    *to = segment.size();
    return true;
  }
  if (i.op != lang::Opcode::BINARY_OP ||
      i.arg >= static_cast<std::uint32_t>(lang::BinaryOp::InplaceAdd))
    return false;
  const std::string_view symbol = operator_text(static_cast<lang::BinaryOp>(i.arg));
  // Operators of one level group from the left, so the one applied last stands last; ** groups from
  // the right.
  bool found = false;
  for (std::size_t at = 0; at < segment.size();) {
    const char c = segment[at];
    if (c == '(' || c == '[' || c == '{' || c == '"' || c == '\'') {
      at = skip_group(segment, at);
      continue;
    }
    if (!is_operator_byte(c)) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < segment.size() && is_operator_byte(segment[end]) && end - at < symbol.size())
      ++end;
    if (segment.substr(at, symbol.size()) == symbol && at > 0) {
      if (!found || symbol != "**") {
        *from = at;
        *to = at + symbol.size();
      }
      found = true;
    }
    at = std::max(end, at + 1);
  }
  return found;
}

std::string_view library_line(std::string_view filename, int line) {
  constexpr std::string_view kSuffix = ".py";
  if (filename.size() <= kSuffix.size()) return {};
  std::string module(filename.substr(0, filename.size() - kSuffix.size()));
  std::replace(module.begin(), module.end(), '/', '.');
  const LibrarySource* source = find_library_source(module);
  if (source == nullptr) return {};
  std::string_view text(source->text, source->size);
  for (; line > 1; --line) {
    const std::size_t newline = text.find('\n');
    if (newline == std::string_view::npos) return {};
    text.remove_prefix(newline + 1);
  }
  return text.substr(0, text.find('\n'));
}

}  // namespace interleave::vm
