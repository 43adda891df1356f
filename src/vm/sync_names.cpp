#include "vm/attributes.h"
#include "vm/dict.h"
#include "vm/exec_code.h"
#include "vm/shape.h"
#include "vm/str.h"
#include "vm/sync.h"
#include "vm/type.h"

// How a lock gets the name its user knows it by: the variable that holds it.

namespace interleave::vm {

namespace {

constexpr std::size_t kFramesSearched = 12;
constexpr std::uint32_t kNamesSearched = 2000;

/// The name under which a dict or namespace has `wanted`; null: it has not.
Str* name_in(const Dict* d, Value wanted) {
  if (d == nullptr) return nullptr;
  std::uint32_t position = 0;
  Value key, value;
  for (std::uint32_t n = 0; n < kNamesSearched && dict_next(d, &position, &key, &value); ++n) {
    if (value == wanted && is_str(key)) return as_str(key);
  }
  return nullptr;
}

/// The attribute of `holder` that is `wanted`; null: none.
Str* attribute_in(Value holder, Value wanted) {
  if (!holder.is_object()) return nullptr;
  Object* object = holder.object();
  const Kind kind = object->type->kind;
  if (kind == Kind::Type) return name_in(static_cast<Type*>(object)->dict, wanted);
  if (kind != Kind::Instance) return nullptr;
  const Attrs* attrs = attrs_of(object);
  const Shape* shape = attrs == nullptr ? nullptr : attrs->shape.load();
  if (shape == nullptr) return nullptr;
  if (shape->dictionary) {
    Object* dict = attrs->overflow.load();
    return dict != nullptr && dict->type->kind == Kind::Dict
               ? name_in(static_cast<Dict*>(dict), wanted)
               : nullptr;
  }
  for (; shape != nullptr && shape->name != nullptr; shape = shape->parent) {
    if (own_attribute(object, shape->name) == wanted) return shape->name;
  }
  return nullptr;
}

/// Local variables of one frame: of `wanted` itself, else of an object that has it as an attribute.
std::string local_holding(const Frame& frame, Value wanted, bool as_attribute) {
  const lang::Code& code = *frame.code->code;
  if (frame.regs == nullptr || frame.code->library) return {};
  const auto look = [&](Value v, const std::string& name) -> std::string {
    if (v.is_object() && kind_of(v) == Kind::Cell) {
      v = static_cast<Cell*>(v.object())->value.load();
    }
    if (!as_attribute) return v == wanted ? name : std::string();
    Str* attribute = attribute_in(v, wanted);
    return attribute == nullptr ? std::string() : name + "." + utf8(attribute);
  };
  for (std::size_t i = 0; i < code.varnames.size() && i < frame.code->locals; ++i) {
    if (std::string found = look(frame.regs[i], code.varnames[i]); !found.empty()) return found;
  }
  const std::size_t cells = code.cellvars.size() + code.freevars.size();
  for (std::size_t i = 0; i < cells && i < frame.code->cells; ++i) {
    const Value cell = frame.regs[frame.code->locals + i];
    const std::string& name = code.cell_name(static_cast<std::uint32_t>(i));
    if (std::string found = look(cell, name); !found.empty()) return found;
  }
  return {};
}

std::string in_frames(const VmThread& t, Value wanted, bool as_attribute) {
  std::size_t searched = 0;
  for (auto it = t.frames.rbegin(); it != t.frames.rend() && searched < kFramesSearched; ++it) {
    ++searched;
    if (std::string found = local_holding(*it, wanted, as_attribute); !found.empty()) return found;
  }
  return {};
}

std::string in_globals(const VmThread& t, Value wanted, bool as_attribute) {
  const Dict* globals = t.vm.main_module == nullptr ? nullptr : t.vm.main_module->dict;
  if (globals == nullptr) return {};
  if (!as_attribute) {
    Str* name = name_in(globals, wanted);
    return name == nullptr ? std::string() : utf8(name);
  }
  std::uint32_t position = 0;
  Value key, value;
  for (std::uint32_t n = 0; n < kNamesSearched && dict_next(globals, &position, &key, &value);
       ++n) {
    if (Str* attribute = attribute_in(value, wanted); attribute != nullptr && is_str(key)) {
      return utf8(as_str(key)) + "." + utf8(attribute);
    }
  }
  return {};
}

}  // namespace

std::string variable_holding(VmThread& t, const SyncObject& object) {
  if (const Value label = object.label.load(); !label.empty()) return utf8(as_str(label));
  Value wanted = object.shown_for.load();
  if (wanted.empty()) wanted = &object;
  for (const bool as_attribute : {false, true}) {
    // Attributes are named by the global that holds the object rather than by `self`.
    std::string found = in_globals(t, wanted, as_attribute);
    if (found.empty()) found = in_frames(t, wanted, as_attribute);
    if (!found.empty()) return found;
  }
  return {};
}

ObjectId announce(VmThread& t, SyncObject* object) {
  if (const Value primary = object->primary.load(); !primary.empty()) {
    return announce(t, static_cast<SyncObject*>(primary.object()));
  }
  ObjectId id = object->id.load(std::memory_order_acquire);
  if (object->named.load(std::memory_order_relaxed)) return id;
  if (t.vm.recorder == nullptr) return 0;
  const std::string name = variable_holding(t, *object);
  if (id == 0) {
    MutexLock guard(t.vm.sync_mutex);
    id = object->id.load(std::memory_order_relaxed);
    if (id == 0) {
      id = t.vm.recorder->add_object(object->shown_as, object->line, name);
      object->id.store(id, std::memory_order_release);
    }
  } else if (!name.empty()) {
    t.vm.recorder->name_object(id, name);
  }
  // One more try when it is next used: at the first it may still be on its way into its variable.
  object->named.store(!name.empty() || object->tries.fetch_add(1) > 2, std::memory_order_relaxed);
  return id;
}

std::string describe(const SyncObject& object, const std::string& name) {
  std::string text(word(object.shown_as));
  if (!name.empty()) return text + " `" + name + "`";
  if (object.line != 0) text += " made at line " + std::to_string(object.line);
  return text;
}

ThreadId holder_of(const SyncObject& object) {
  if (object.sync_kind == SyncKind::Thread) return object.target;
  if (object.sync_kind != SyncKind::Lock && object.sync_kind != SyncKind::RLock) return kNoThread;
  const std::uint32_t word = object.word.load();
  return word == 0 ? kNoThread : word - 1;
}

}  // namespace interleave::vm
