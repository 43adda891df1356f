// Class statements: metaclass, MRO, namespace, special methods, __set_name__ and __init_subclass__.
#include <algorithm>

#include "vm/attributes.h"
#include "vm/dict.h"
#include "vm/errors.h"
#include "vm/frames.h"
#include "vm/list.h"
#include "vm/prelude.h"
#include "vm/statements.h"
#include "vm/str.h"
#include "vm/trace_objects.h"
#include "vm/tuple.h"
#include "vm/type.h"

namespace interleave::vm {

namespace {

constexpr std::uint16_t kInlineAttributes = 2;      // at least
constexpr std::uint16_t kInlineAttributesMax = 32;  // more go to the overflow

/// C3 linearisation; null with TypeError raised.
Tuple* linearize(VmThread& t, Type* type, Tuple* bases) {
  std::vector<std::vector<Value>> lists;
  for (std::uint32_t i = 0; i < bases->size; ++i) {
    if (std::find(bases->items(), bases->items() + i, bases->items()[i]) != bases->items() + i) {
      raise_type_error(t, "duplicate base class %s",
                       utf8(static_cast<Type*>(bases->items()[i].object())->name).c_str());
      return nullptr;
    }
    Tuple* mro = static_cast<Type*>(bases->items()[i].object())->mro;
    lists.emplace_back(mro->items(), mro->items() + mro->size);
  }
  lists.emplace_back(bases->items(), bases->items() + bases->size);
  std::vector<Value> result{type};
  for (;;) {
    std::erase_if(lists, [](const auto& list) { return list.empty(); });
    if (lists.empty()) return tuple_from(t, result.data(), result.size());
    Value next;
    for (const auto& list : lists) {
      const Value candidate = list.front();
      const bool in_a_tail = std::any_of(lists.begin(), lists.end(), [&](const auto& other) {
        return std::find(other.begin() + 1, other.end(), candidate) != other.end();
      });
      if (in_a_tail) continue;
      next = candidate;
      break;
    }
    if (next.empty()) {
      // Those that hinder each other.
      std::string names;
      for (auto list = lists.begin(); list != lists.end(); ++list) {
        const Value head = list->front();
        if (std::any_of(lists.begin(), list, [&](const auto& l) { return l.front() == head; })) {
          continue;
        }
        names += (names.empty() ? "" : ", ") + utf8(static_cast<Type*>(head.object())->name);
      }
      raise_type_error(t, "Cannot create a consistent method resolution\norder (MRO) for bases %s",
                       names.c_str());
      return nullptr;
    }
    result.push_back(next);
    for (auto& list : lists) {
      if (list.front() == next) list.erase(list.begin());
    }
  }
}

/// The base that decides the layout: the one with the most derived native layout.
Type* layout_base(VmThread& t, Tuple* bases) {
  Type* best = nullptr;
  for (std::uint32_t i = 0; i < bases->size; ++i) {
    if (kind_of(bases->items()[i]) != Kind::Type) {
      raise_type_error(t, "bases must be types");
      return nullptr;
    }
    auto* base = static_cast<Type*>(bases->items()[i].object());
    if (!base->can_subclass) {
      raise_type_error(t, "type '%s' is not an acceptable base type", utf8(base->name).c_str());
      return nullptr;
    }
    if (best == nullptr || best->kind == Kind::Instance) {
      best = best == nullptr || base->kind != Kind::Instance ? base : best;
    } else if (base->kind != Kind::Instance && base->kind != best->kind) {
      raise_type_error(t, "multiple bases have instance lay-out conflict");
      return nullptr;
    } else if (base->kind == best->kind && base->size > best->size) {
      best = base;
    }
  }
  return best;
}

/// Distinct names that the class's methods store attributes under: the inline slots instances will
/// need.
std::uint16_t count_attributes(Type* type, Dict* names) {
  std::vector<const Str*> seen;
  Value key;
  Value value;
  for (std::uint32_t at = 0; dict_next(names, &at, &key, &value);) {
    if (kind_of(value) != Kind::Function) continue;
    const ExecCode* code = static_cast<Function*>(value.object())->code;
    for (const lang::Instruction& i : code->code->instructions) {
      if (i.op != lang::Opcode::STORE_ATTR) continue;
      const Str* name = code->names[i.arg];
      if (std::find(seen.begin(), seen.end(), name) == seen.end()) seen.push_back(name);
    }
  }
  const std::size_t inherited = type->base->is_python ? type->base->inline_capacity : 0;
  return static_cast<std::uint16_t>(
      std::clamp<std::size_t>(inherited + seen.size(), kInlineAttributes, kInlineAttributesMax));
}

bool has_variable_size(Kind kind) {
  return kind == Kind::Tuple || kind == Kind::Bytes || kind == Kind::Int;
}

/// Layout of instances: attributes follow the native part unless that is variable in size.
void lay_out(Type* type, Dict* names) {
  Type* base = type->base;
  type->kind = base->kind;
  type->size = base->size;
  type->finalize = base->finalize;
  type->instantiable = true;
  type->inline_capacity = count_attributes(type, names);
  if (base->kind == Kind::Instance || base->kind == Kind::Exception) {
    type->trace = base->trace;
    type->attrs_offset = base->attrs_offset;
    return;
  }
  type->trace = trace_attrs;
  type->attrs_offset = base->attrs_offset;
  if (type->attrs_offset == 0 && type->has_dict) {
    if (has_variable_size(base->kind)) {
      type->attrs_offset = kAttrsBehind;
    } else if (base->size != 0 && base->kind != Kind::Type) {
      type->attrs_offset = static_cast<std::uint16_t>((base->size + 7) & ~7u);
      type->size = type->attrs_offset + sizeof(Attrs);
    }
  }
  if (base->kind == Kind::Type) type->trace = base->trace;
}

// --- __slots__
// -----------------------------------------------------------------------------------------

/// `__name` inside a class is `_Class__name`.
Str* mangled(VmThread& t, const Type* type, Str* name) {
  const std::string text = utf8(name);
  if (text.size() < 3 || text.compare(0, 2, "__") != 0 ||
      text.compare(text.size() - 2, 2, "__") == 0) {
    return t.vm.intern(name);
  }
  std::string owner = utf8(type->name);
  owner.erase(0, std::min(owner.find_first_not_of('_'), owner.size()));
  return owner.empty() ? t.vm.intern(name) : t.vm.intern("_" + owner + text);
}

/// The names in __slots__; false: raised.
bool read_slots(VmThread& t, Value slots, std::vector<Str*>* out) {
  std::vector<Value> items;
  if (is_str(slots)) {
    items.push_back(slots);
  } else if (kind_of(slots) == Kind::Tuple) {
    auto* tuple = static_cast<Tuple*>(slots.object());
    items.assign(tuple->items(), tuple->items() + tuple->size);
  } else if (kind_of(slots) == Kind::List) {
    items = list_snapshot(static_cast<List*>(slots.object()));
  } else if (kind_of(slots) == Kind::Dict) {
    Value key;
    for (std::uint32_t at = 0; dict_next(static_cast<Dict*>(slots.object()), &at, &key, nullptr);) {
      items.push_back(key);
    }
  } else {
    raise_type_error(t, "__slots__ must be a string, tuple, list or dict here, not '%s'",
                     type_name(t.vm, slots).c_str());
    return false;
  }
  for (Value item : items) {
    if (!is_str(item)) {
      raise_type_error(t, "__slots__ items must be strings, not '%s'",
                       type_name(t.vm, item).c_str());
      return false;
    }
    out->push_back(as_str(item));
  }
  return true;
}

/// Whether instances of a base have a __dict__.
bool gives_dict(Value base) {
  const auto* type = static_cast<const Type*>(base.object());
  return type->is_python ? type->has_dict : type->kind != Kind::Instance && type->attrs_offset != 0;
}

/// What __slots__ means for the class: which names its members have. False: raised.
bool apply_slots(VmThread& t, Type* type, Dict* names, std::vector<Str*>* members) {
  const Value slots = dict_get_str(names, t.vm.names.slots);
  if (slots.empty()) return true;
  std::vector<Str*> given;
  if (!read_slots(t, slots, &given)) return false;
  type->has_dict =
      std::any_of(type->bases->items(), type->bases->items() + type->bases->size, gives_dict);
  for (Str* name : given) {
    name = mangled(t, type, name);
    if (name == t.vm.names.weakref) continue;
    if (name == t.vm.names.dict) {
      type->has_dict = true;
      continue;
    }
    if (!dict_get_str(names, name).empty()) {
      raise_value_error(t, "'%s' in __slots__ conflicts with class variable", utf8(name).c_str());
      return false;
    }
    members->push_back(name);
  }
  if (!members->empty() && has_variable_size(type->base->kind)) {
    raise_type_error(t, "nonempty __slots__ not supported for subtype of '%s'",
                     utf8(type->base->name).c_str());
    return false;
  }
  return true;
}

void add_members(VmThread& t, Type* type, const std::vector<Str*>& names) {
  for (Str* name : names) {
    auto* member = t.make<Member>(t.vm.types.member);
    member->name = name;
    member->owner = type;
    dict_set_str(t, type->dict, name, member);
  }
  type->inline_capacity = static_cast<std::uint16_t>(
      std::min<std::size_t>(type->inline_capacity + names.size(), kInlineAttributesMax));
}

/// A class made by a call belongs to the module that calls.
void set_module(VmThread& t, Type* type) {
  if (!dict_get_str(type->dict, t.vm.names.module).empty()) return;
  for (auto it = t.frames.rbegin(); it != t.frames.rend(); ++it) {
    if (it->code->hidden) continue;
    const Value name = dict_get_str(it->code->globals, t.vm.names.name);
    if (!name.empty()) dict_set_str(t, type->dict, t.vm.names.module, name);
    return;
  }
}

void fill_namespace(VmThread& t, Type* type, Dict* names) {
  Vm& vm = t.vm;
  Value key;
  Value value;
  for (std::uint32_t at = 0; dict_next(names, &at, &key, &value);) {
    if (!is_str(key)) continue;
    Str* name = vm.intern(as_str(key));
    if (name == vm.names.classcell) {
      static_cast<Cell*>(value.object())->value.store(type);
      continue;
    }
    if (name == vm.names.qualname && is_str(value)) {
      type->qualname = as_str(value);
      continue;
    }
    // These are what they are without a decorator.
    if (value.is_object() && value.object()->type == vm.types.function) {
      const bool is_static = name == vm.names.special[int(Special::New)];
      if (is_static || name == vm.names.init_subclass || name == vm.names.class_getitem) {
        auto* wrapper =
            t.make<MethodWrapper>(is_static ? vm.types.staticmethod : vm.types.classmethod);
        wrapper->function = value;
        value = wrapper;
      }
    }
    dict_set_str(t, type->dict, name, value);
  }
  Str* eq = vm.names.special[int(Special::Eq)];
  Str* hash = vm.names.special[int(Special::Hash)];
  if (!dict_get_str(type->dict, eq).empty() && dict_get_str(type->dict, hash).empty()) {
    dict_set_str(t, type->dict, hash, none());
  }
  if (dict_get_str(type->dict, vm.names.doc).empty())
    dict_set_str(t, type->dict, vm.names.doc, none());
}

/// __set_name__ and __init_subclass__ where somebody defines them; both are Python, so a helper
/// calls them.
Value announce_class(VmThread& t, Type* type, Value keyword_names, const Value* keyword_values) {
  Vm& vm = t.vm;
  bool needed = keyword_names.is_object() && static_cast<Tuple*>(keyword_names.object())->size > 0;
  Value key;
  Value value;
  for (std::uint32_t at = 0; !needed && dict_next(type->dict, &at, &key, &value);) {
    needed = value.is_object() && value.object()->type->is_python &&
             !type_lookup(value.object()->type, vm.names.set_name).empty();
  }
  for (std::uint32_t i = 1; !needed && i < type->mro->size; ++i) {
    auto* c = static_cast<Type*>(type->mro->items()[i].object());
    needed = c->is_python && namespace_find(c->dict, vm.names.init_subclass) != nullptr;
  }
  if (!needed) return type;
  Dict* keywords = dict_new(t);
  if (keyword_names.is_object()) {
    auto* names = static_cast<Tuple*>(keyword_names.object());
    for (std::uint32_t i = 0; i < names->size; ++i) {
      dict_set_str(t, keywords, as_str(names->items()[i]), keyword_values[i]);
    }
  }
  return pending_call(t, prelude_function(t, "announce_class"), {type, keywords});
}

}  // namespace

Type* best_metaclass(VmThread& t, Type* metaclass, Tuple* bases) {
  for (std::uint32_t i = 0; i < bases->size; ++i) {
    Type* of_base = class_of(t.vm, bases->items()[i]);
    if (is_subtype(metaclass, of_base)) continue;
    if (is_subtype(of_base, metaclass)) {
      metaclass = of_base;
      continue;
    }
    raise_type_error(t,
                     "metaclass conflict: the metaclass of a derived class must be a (non-strict) "
                     "subclass of the metaclasses of all its bases");
    return nullptr;
  }
  return metaclass;
}

Value new_class(VmThread& t, Type* metaclass, Str* name, Tuple* bases, Dict* names,
                Value keyword_names, const Value* keyword_values) {
  Vm& vm = t.vm;
  if (bases->size == 0) bases = tuple_of(t, {vm.types.object});
  Type* base = layout_base(t, bases);
  if (base == nullptr) return Value();
  auto* type =
      t.make<Type>(metaclass, metaclass->size > sizeof(Type) ? metaclass->size - sizeof(Type) : 0);
  type->flags |= kImmortal;
  type->is_python = true;
  type->can_subclass = true;
  type->has_dict = true;
  type->name = vm.intern(name);
  type->qualname = type->name;
  type->bases = bases;
  type->base = base;
  type->mro = linearize(t, type, bases);
  if (type->mro == nullptr) return Value();
  type->dict = namespace_new(t);
  type->dict->owner_class = type;
  std::vector<Str*> members;
  if (!apply_slots(t, type, names, &members)) return Value();
  lay_out(type, names);
  // Slots of instances with a layout of their own need room for attributes, but no __dict__.
  if (!members.empty() && type->attrs_offset == 0 && base->size != 0) {
    type->attrs_offset = static_cast<std::uint16_t>((base->size + 7) & ~7u);
    type->size = type->attrs_offset + sizeof(Attrs);
  }
  fill_namespace(t, type, names);
  set_module(t, type);
  add_members(t, type, members);
  for (int i = 0; i < kSpecialCount; ++i) update_special(t, type, i);
  vm.add_root(type);
  {
    std::lock_guard<std::recursive_mutex> lock(vm.setup_mutex);
    for (std::uint32_t i = 0; i < bases->size; ++i) {
      note_subclass(t, static_cast<Type*>(bases->items()[i].object()), type);
    }
  }
  return announce_class(t, type, keyword_names, keyword_values);
}

// --- __build_class__
// -----------------------------------------------------------------------------------

namespace {

/// State: (body's namespace, name, bases, metaclass, keyword names, keyword values …). The body has
/// run.
Value after_body(VmThread& t, Value, Value state) {
  auto* s = static_cast<Tuple*>(state.object());
  const Value* items = s->items();
  const Value metaclass = items[3];
  if (metaclass == Value(t.vm.types.type)) {
    return new_class(t, t.vm.types.type, as_str(items[1]), static_cast<Tuple*>(items[2].object()),
                     static_cast<Dict*>(items[0].object()), items[4], items + 5);
  }
  std::vector<Value> values{items[1], items[2], items[0]};
  values.insert(values.end(), items + 5, items + s->size);
  Tuple* names = items[4] == none() ? nullptr : static_cast<Tuple*>(items[4].object());
  return pending_call(t, metaclass, {values.data(), 3, names});
}

/// Runs the class body in `names`, then goes on with after_body(); state as there.
Value run_body(VmThread& t, Value body, Dict* names, Tuple* state) {
  t.body_names = names;
  return pending_call(t, body, {}, {after_body, state, false});
}

/// State as after_body()'s; __prepare__ has given the namespace.
Value after_prepare(VmThread& t, Value names, Value state) {
  auto* s = static_cast<Tuple*>(state.object());
  if (kind_of(names) != Kind::Dict) {
    return raise_type_error(t, "%s.__prepare__() must return a mapping, not %s",
                            utf8(static_cast<Type*>(s->items()[3].object())->name).c_str(),
                            type_name(t.vm, names).c_str());
  }
  s->items()[0] = names;
  return run_body(t, t.scratch, static_cast<Dict*>(names.object()), s);
}

struct ClassArguments {
  Value metaclass;  // a class, or something else that is called
  std::vector<Value> keyword_names, keyword_values;
};

Value native_build_class(VmThread& t, const Args& args) {
  Vm& vm = t.vm;
  const Value body = args[0];
  Tuple* bases = tuple_from(t, args.v + 2, args.n - 2);
  for (std::uint32_t i = 0; i < bases->size; ++i) {
    const Value b = bases->items()[i];
    if (kind_of(b) == Kind::Type) continue;
    if (type_lookup(class_of(vm, b), vm.names.mro_entries).empty()) {
      continue;  // its class is asked to make the class, and says what it thinks of that
    }
    // Generic[T] and the like stand for other classes.
    std::vector<Value> values{bases};
    values.insert(values.end(), args.v, args.v + args.n + args.kw_count());
    return pending_call(t, prelude_function(t, "build_class_with_entries"),
                        {values.data(), args.n + 1, args.kw_names});
  }
  ClassArguments c;
  c.metaclass = bases->size != 0 ? class_of(vm, bases->items()[0]) : vm.types.type;
  for (std::uint32_t i = 0; i < args.kw_count(); ++i) {
    Str* key = vm.intern(as_str(args.kw_names->items()[i]));
    if (key == vm.names.metaclass) {
      c.metaclass = args.v[args.n + i];
      continue;
    }
    c.keyword_names.push_back(key);
    c.keyword_values.push_back(args.v[args.n + i]);
  }
  Type* metaclass = nullptr;
  if (kind_of(c.metaclass) == Kind::Type) {
    metaclass = best_metaclass(t, static_cast<Type*>(c.metaclass.object()), bases);
    if (metaclass == nullptr) return Value();
    c.metaclass = metaclass;
  }
  Dict* names = namespace_new(t);
  std::vector<Value> state{names, args[1], bases, c.metaclass,
                           c.keyword_names.empty() ? none()
                                                   : Value(tuple_from(t, c.keyword_names.data(),
                                                                      c.keyword_names.size()))};
  state.insert(state.end(), c.keyword_values.begin(), c.keyword_values.end());
  const Value prepare = metaclass != nullptr && metaclass != vm.types.type
                            ? type_lookup(metaclass, vm.names.prepare)
                            : Value();
  if (!prepare.empty() && prepare.is_object() && prepare.object()->type == vm.types.classmethod &&
      static_cast<MethodWrapper*>(prepare.object())->function.object()->type == vm.types.function) {
    t.scratch = body;
    std::vector<Value> values{c.metaclass, args[1], bases};
    values.insert(values.end(), c.keyword_values.begin(), c.keyword_values.end());
    Tuple* keywords = c.keyword_names.empty() ? nullptr : static_cast<Tuple*>(state[4].object());
    return pending_call(t, static_cast<MethodWrapper*>(prepare.object())->function,
                        {values.data(), 3, keywords},
                        {after_prepare, tuple_from(t, state.data(), state.size()), false});
  }
  return run_body(t, body, names, tuple_from(t, state.data(), state.size()));
}

constexpr NativeDef kBuildClass = {"__build_class__", native_build_class, 2, kAnyArgs, kKeywords};

}  // namespace

Value build_class_function(VmThread& t) {
  return dict_get_str(t.vm.builtins, t.vm.intern("__build_class__"));
}

void init_class_statement(VmThread& t, Module* builtins) {
  add_functions(t, builtins, {&kBuildClass, 1});
}

}  // namespace interleave::vm
