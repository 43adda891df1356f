#include "vm/inspect.h"

#include "vm/attributes.h"
#include "vm/dict.h"
#include "vm/exec_code.h"
#include "vm/format.h"
#include "vm/list.h"
#include "vm/set.h"
#include "vm/shape.h"
#include "vm/str.h"
#include "vm/tuple.h"
#include "vm/type.h"

namespace interleave::vm {

namespace {

constexpr std::size_t kItems = 8;   // of a container that are shown
constexpr int kDepth = 3;           // of containers within containers
constexpr std::size_t kText = 200;  // bytes of a str that are looked at

class ShortText {
 public:
  ShortText(VmThread& t, std::size_t length) : t_(t), length_(length) {}
  std::string of(Value v) {
    add(v, 0);
    return std::move(text_);
  }

 private:
  bool full() const { return text_.size() >= length_; }
  void add_scalar(Value v);
  void add(Value v, int depth);
  void add_object(Object* o, int depth);
  void add_items(const std::vector<Value>& items, std::size_t all, int depth);
  void add_dict(Dict* d, int depth);
  void add_instance(Object* o, int depth);

  VmThread& t_;
  const std::size_t length_;
  std::string text_;
};

void ShortText::add_scalar(Value v) {
  std::string text;
  scalar_repr(t_.vm, v, &text);
  text_ += text;
}

void ShortText::add(Value v, int depth) {
  if (v.empty()) {
    text_ += "unbound";
  } else if (!v.is_object()) {
    add_scalar(v);
  } else {
    add_object(v.object(), depth);
  }
}

void ShortText::add_object(Object* o, int depth) {
  const Kind kind = o->type->kind;
  switch (kind) {
    case Kind::None:
    case Kind::Bool:
    case Kind::Ellipsis:
    case Kind::NotImplemented:
    case Kind::Float: add_scalar(o); return;
    case Kind::Int: text_ += "<int beyond 48 bits>"; return;
    case Kind::Str: {
      std::string text = utf8(static_cast<Str*>(o)).substr(0, kText);
      for (char& c : text) c = c == '\n' ? ' ' : c;
      text_ += "'" + text + "'";
      return;
    }
    case Kind::Tuple: {
      auto* tuple = static_cast<Tuple*>(o);
      text_ += '(';
      const std::size_t shown = std::min<std::size_t>(tuple->size, kItems);
      add_items({tuple->items(), tuple->items() + shown}, tuple->size, depth);
      text_ += tuple->size == 1 ? ",)" : ")";
      return;
    }
    case Kind::List: {
      auto* list = static_cast<List*>(o);
      std::vector<Value> items;
      Value item;
      for (std::size_t i = 0; i < kItems && list_get(list, static_cast<std::int64_t>(i), &item);
           ++i) {
        items.push_back(item);
      }
      text_ += '[';
      add_items(items, list_size(list), depth);
      text_ += ']';
      return;
    }
    case Kind::Dict: add_dict(static_cast<Dict*>(o), depth); return;
    case Kind::Function:
      text_ += "<function " + static_cast<Function*>(o)->code->code->qualname + ">";
      return;
    case Kind::Type: text_ += "<class " + utf8(static_cast<Type*>(o)->name) + ">"; return;
    case Kind::Instance: add_instance(o, depth); return;
    default: text_ += "<" + utf8(o->type->name) + ">"; return;
  }
}

void ShortText::add_items(const std::vector<Value>& items, std::size_t all, int depth) {
  std::size_t shown = 0;
  for (const Value item : items) {
    if (depth >= kDepth || full()) break;
    if (shown++ > 0) text_ += ", ";
    add(item, depth + 1);
  }
  if (shown == all) return;
  text_ +=
      shown == 0 ? std::to_string(all) + " items" : ", … " + std::to_string(all - shown) + " more";
}

void ShortText::add_dict(Dict* d, int depth) {
  const std::size_t all = dict_size(d);
  std::size_t shown = 0;
  std::uint32_t position = 0;
  Value key;
  Value value;
  text_ += '{';
  while (depth < kDepth && shown < kItems && !full() && dict_next(d, &position, &key, &value)) {
    if (shown++ > 0) text_ += ", ";
    add(key, depth + 1);
    text_ += ": ";
    add(value, depth + 1);
  }
  if (shown < all) {
    text_ += shown == 0 ? std::to_string(all) + " items"
                        : ", … " + std::to_string(all - shown) + " more";
  }
  text_ += '}';
}

/// Its class and its first attributes.
void ShortText::add_instance(Object* o, int depth) {
  text_ += "<" + utf8(o->type->name);
  const Attrs* attrs = attrs_of(o);
  const Shape* shape = attrs == nullptr ? nullptr : attrs->shape.load();
  std::vector<const Shape*> chain;
  if (shape != nullptr && !shape->dictionary) {
    for (; shape->name != nullptr; shape = shape->parent) chain.push_back(shape);
  }
  std::size_t shown = 0;
  for (auto it = chain.rbegin(); it != chain.rend() && depth < kDepth; ++it) {
    const std::string name = utf8((*it)->name);
    if (name == "_name") {  // what a Thread is known by
      text_ += " ";
      add(own_attribute(o, (*it)->name), depth + 1);
    }
    if (name.starts_with("_")) continue;
    if (shown++ >= kItems || full()) break;
    text_ += " " + name + "=";
    add(own_attribute(o, (*it)->name), depth + 1);
  }
  text_ += ">";
}

/// Not worth showing among a program's variables: what it imported and defined.
bool is_definition(Value v) {
  if (!v.is_object()) return false;
  const Kind kind = v.object()->type->kind;
  return kind == Kind::Module || kind == Kind::Function || kind == Kind::Type ||
         kind == Kind::Native;
}

void add_globals(VmThread& t, const Frame& frame, std::size_t most, FrameView* view) {
  std::uint32_t position = 0;
  Value key;
  Value value;
  const Dict* names = frame.names != nullptr ? frame.names : frame.code->globals;
  while (view->variables.size() < most && dict_next(names, &position, &key, &value)) {
    if (!is_str(key) || is_definition(value)) continue;
    const std::string name = utf8(as_str(key));
    if (name.starts_with("__")) continue;
    view->variables.emplace_back(name, short_text(t, value));
  }
}

void add_locals(VmThread& t, const Frame& frame, std::size_t most, FrameView* view) {
  const lang::Code& code = *frame.code->code;
  for (std::size_t i = 0; i < code.varnames.size() && i < frame.code->locals; ++i) {
    if (frame.regs[i].empty() || view->variables.size() >= most) continue;
    view->variables.emplace_back(code.varnames[i], short_text(t, frame.regs[i]));
  }
  for (std::uint32_t i = 0; i < frame.code->cells && view->variables.size() < most; ++i) {
    const Value cell = frame.regs[frame.code->locals + i];
    if (!cell.is_object() || kind_of(cell) != Kind::Cell) continue;
    const Value value = static_cast<Cell*>(cell.object())->value.load();
    if (value.empty()) continue;
    view->variables.emplace_back(code.cell_name(i), short_text(t, value));
  }
}

}  // namespace

std::string short_text(VmThread& t, Value v, std::size_t length) {
  std::string text = ShortText(t, length).of(v);
  if (text.size() <= length) return text;
  std::size_t end = length;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end) + "…";
}

std::vector<FrameView> stack_of(VmThread& t, std::size_t frames, std::size_t variables) {
  std::vector<FrameView> views;
  for (auto it = t.frames.rbegin(); it != t.frames.rend() && views.size() < frames; ++it) {
    const Frame& frame = *it;
    if (frame.code->library || frame.code->hidden || frame.regs == nullptr || frame.pc == nullptr) {
      continue;
    }
    FrameView view;
    view.function = frame.code->code->qualname;
    view.line = line_of(frame);
    if ((frame.code->code->flags & lang::kOptimized) != 0) {
      add_locals(t, frame, variables, &view);
    } else {
      add_globals(t, frame, variables, &view);
    }
    views.push_back(std::move(view));
  }
  return views;
}

}  // namespace interleave::vm
