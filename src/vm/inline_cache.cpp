#include "vm/inline_cache.h"

#include "vm/dict.h"
#include "vm/lock.h"
#include "vm/trace_objects.h"
#include "vm/tuple.h"
#include "vm/type.h"

namespace interleave::vm {

namespace {

bool default_getattribute(const Vm& vm, const Type* type) {
  const Value custom = special(type, Special::GetAttribute);
  return custom.empty() || custom.object()->type == vm.types.native;
}

bool is_plain_method(const Vm& vm, Value v) {
  if (!v.is_object()) return false;
  const Type* type = v.object()->type;
  return type == vm.types.function ||
         (type == vm.types.native && static_cast<NativeFunction*>(v.object())->owner != nullptr);
}

/// Not a function, property, or anything with __get__: reading it gives itself.
bool is_plain_value(const Vm& vm, Value v) {
  if (!v.is_object()) return true;
  if (is_member(vm, v)) return false;
  const Type* type = v.object()->type;
  switch (type->kind) {
    case Kind::Function:
    case Kind::Native:
    case Kind::Property:
    case Kind::StaticMethod:
    case Kind::ClassMethod: return false;
    default:
      return !type->is_python || special(type, Special::Get).empty() || type == vm.types.type;
  }
}

/// The cell in the first class of the MRO that has the name.
Cell* class_cell(const Type* type, Str* name) {
  for (std::uint32_t i = 0; i < type->mro->size; ++i) {
    auto* c = static_cast<Type*>(type->mro->items()[i].object());
    Cell* cell = namespace_find(c->dict, name);
    if (cell != nullptr && !cell->value.load().empty()) return cell;
  }
  return nullptr;
}

/// Objects of more classes than this at one place of the program are looked up each time.
constexpr std::uint32_t kMostEarlier = 3;

/// Puts an entry in front of those of the same epoch. Null: there are enough.
InlineCache* remember(VmThread& t, CacheWord* cache, const void* key, std::uint32_t epoch) {
  const InlineCache* earlier = cached_entry(cache->load());
  if (earlier != nullptr && earlier->epoch != epoch) earlier = nullptr;
  if (earlier != nullptr && earlier->earlier_count == kMostEarlier) return nullptr;
  auto* entry = t.make<InlineCache>(t.vm.types.inline_cache);
  entry->key = key;
  entry->epoch = epoch;
  entry->earlier = earlier;
  entry->earlier_count = earlier != nullptr ? earlier->earlier_count + 1 : 0;
  return entry;
}

void publish(CacheWord* cache, InlineCache* entry) { cache->store(Value(entry).bits); }

void remember_cell(VmThread& t, CacheWord* cache, const void* key, std::uint32_t epoch,
                   Cell* cell) {
  InlineCache* entry = remember(t, cache, key, epoch);
  if (entry == nullptr) return;
  entry->cell = cell;
  publish(cache, entry);
}

/// What is remembered for the key; null: nothing.
const InlineCache* entry_for(const CacheWord* cache, const void* key, std::uint32_t epoch) {
  if (key == nullptr) return nullptr;
  for (const InlineCache* e = cached_entry(cache->load()); e != nullptr; e = e->earlier) {
    if (e->key == key && e->epoch == epoch) return e;
  }
  return nullptr;
}

std::uint32_t inline_word_offset(const Object* o) {
  return o->type->kind == Kind::Exception ? sizeof(Exception) / 8 : sizeof(Instance) / 8;
}

/// The place of the one shape that a word remembers becomes an entry, so that others have room.
void place_to_entry(VmThread& t, CacheWord* cache, std::uint32_t epoch) {
  const std::uint64_t word = cache->load();
  if ((word & 1) == 0) return;
  cache->store(0);
  InlineCache* entry =
      remember(t, cache, reinterpret_cast<void*>(static_cast<std::uintptr_t>(word >> 16)), epoch);
  if (entry == nullptr) return;  // another thread has filled it meanwhile
  entry->place = static_cast<std::uint32_t>((word & 0xFFFF) >> 1);
  publish(cache, entry);
}

/// An attribute of the instance itself, in one of its inline slots. `epoch`: from before the class
/// was looked at.
void remember_place(VmThread& t, Object* o, Str* name, CacheWord* cache, std::uint32_t epoch) {
  const Shape* shape = static_cast<Instance*>(o)->attrs.shape.load();
  if (shape->dictionary) return;
  const std::uint32_t index = shape_index(shape, name);
  if (index == kNoIndex || index >= shape->inline_capacity) return;
  const std::uint32_t place = inline_word_offset(o) + index;
  if (cache->load() == 0) return cache->store(pack_place(shape, place));
  if (place_matches(cache->load(), shape)) return;
  place_to_entry(t, cache, epoch);
  if (entry_for(cache, shape, epoch) != nullptr) return;
  InlineCache* entry = remember(t, cache, shape, epoch);
  if (entry == nullptr) return;
  entry->place = place;
  publish(cache, entry);
}

/// For classes and modules the object itself is the key.
Cell* own_cell(const Object* o, Str* name) {
  if (o->type->kind == Kind::Module)
    return namespace_find(static_cast<const Module*>(o)->dict, name);
  return class_cell(static_cast<const Type*>(o), name);
}

}  // namespace

Value load_attribute(VmThread& t, Value object, Str* name, CacheWord* cache) {
  if (!object.is_object()) return get_attribute(t, object, name);
  Object* o = object.object();
  const Kind kind = o->type->kind;
  const void* key = cache_key(o);
  const std::uint32_t epoch = g_class_epoch.load();
  const InlineCache* entry = entry_for(cache, key, epoch);
  if (entry != nullptr && entry->cell != nullptr) {
    const Value v = entry->cell->value.load();
    if (!v.empty() && (kind == Kind::Module || is_plain_value(t.vm, v) ||
                       (kind == Kind::Type && v.object()->type == t.vm.types.function))) {
      return v;
    }
  }
  if (entry == nullptr && key != nullptr && default_getattribute(t.vm, o->type)) {
    if (kind == Kind::Module || (kind == Kind::Type && type_lookup(o->type, name).empty())) {
      Cell* cell = own_cell(o, name);
      if (cell != nullptr) remember_cell(t, cache, key, epoch, cell);
    } else if (kind != Kind::Type) {
      Cell* cell = class_cell(o->type, name);
      const Value found = cell != nullptr ? cell->value.load() : Value();
      const bool shaped = (o->flags & kHasShape) != 0;
      const bool descriptor = cell != nullptr && !is_plain_value(t.vm, found) &&
                              !is_plain_method(t.vm, found) && !is_member(t.vm, found);
      // What a property gives may be another's turn: __getattr__'s, where it raises AttributeError.
      const bool property = descriptor && found.object()->type == t.vm.types.property &&
                            special(o->type, Special::GetAttr).empty();
      if (shaped && !descriptor && !own_attribute(o, name).empty()) {
        remember_place(t, o, name, cache, epoch);
      } else if (cell != nullptr && (property || is_plain_value(t.vm, found))) {
        const bool dictionary = shaped && static_cast<const Shape*>(key)->dictionary;
        if (!dictionary) remember_cell(t, cache, key, epoch, cell);
      }
    }
  }
  return get_attribute(t, object, name);
}

namespace {

/// No object's address, so that the class itself, met at the same place, is told apart.
const void* super_key(const Type* self_type) {
  return reinterpret_cast<const char*>(self_type) + 1;
}

/// super().name(…) for an instance, where the name is a function of one of the classes behind.
Value load_super_method(VmThread& t, Super* s, Str* name, CacheWord* cache, Value* self) {
  const std::uint32_t epoch = g_class_epoch.load();
  const InlineCache* e = cached_entry(cache->load());
  if (e != nullptr && e->epoch != epoch) e = nullptr;
  for (; e != nullptr; e = e->earlier) {
    if (e->key != super_key(s->self_type) || e->start != s->start) continue;
    const Value found = e->cell->value.load();
    if (!is_plain_method(t.vm, found)) break;
    *self = s->self;
    return found;
  }
  const Tuple* mro = s->self_type->mro;
  std::uint32_t i = 0;
  while (i < mro->size && mro->items()[i].object() != s->start) ++i;
  Cell* cell = nullptr;
  for (++i; i < mro->size && cell == nullptr; ++i) {
    cell = namespace_find(static_cast<Type*>(mro->items()[i].object())->dict, name);
    if (cell != nullptr && cell->value.load().empty()) cell = nullptr;
  }
  if (e == nullptr && cell != nullptr && is_plain_method(t.vm, cell->value.load())) {
    if (InlineCache* entry = remember(t, cache, super_key(s->self_type), epoch); entry != nullptr) {
      entry->start = s->start;
      entry->cell = cell;
      publish(cache, entry);
    }
  }
  return get_method(t, s, name, self);
}

}  // namespace

Value load_method(VmThread& t, Value object, Str* name, CacheWord* cache, Value* self) {
  const Type* type = class_of(t.vm, object);
  if (type == t.vm.types.super) {
    auto* s = static_cast<Super*>(object.object());
    const bool of_instance = s->self_type != nullptr && s->self.is_object() &&
                             s->self.object()->type->kind != Kind::Type;
    if (of_instance && name != t.vm.names.class_) return load_super_method(t, s, name, cache, self);
  }
  const bool itself = type->kind == Kind::Module;
  if (object.is_object() && default_getattribute(t.vm, type)) {
    const void* key = cache_key(object.object());
    const std::uint32_t epoch = g_class_epoch.load();
    const bool dictionary =
        (object.object()->flags & kHasShape) != 0 && static_cast<const Shape*>(key)->dictionary;
    if (const InlineCache* entry = itself ? nullptr : entry_for(cache, key, epoch);
        entry != nullptr && is_plain_method(t.vm, entry->cell->value.load())) {
      *self = object;
      return entry->cell->value.load();
    }
    if (key != nullptr && itself) {
      Cell* cell = own_cell(object.object(), name);
      if (cell != nullptr) remember_cell(t, cache, key, epoch, cell);
    } else if (key != nullptr && !dictionary && type->kind != Kind::Type) {
      Cell* cell = class_cell(type, name);
      if (cell != nullptr && is_plain_method(t.vm, cell->value.load()) &&
          own_attribute(object.object(), name).empty()) {
        remember_cell(t, cache, key, epoch, cell);
      }
    }
  }
  return get_method(t, object, name, self);
}

Value store_attribute(VmThread& t, Value object, Str* name, Value value, CacheWord* cache) {
  if (!object.is_object() || (object.object()->flags & kHasShape) == 0) {
    return set_attribute(t, object, name, value);
  }
  auto* o = static_cast<Instance*>(object.object());
  const Shape* before = o->attrs.shape.load();
  const std::uint32_t epoch = g_class_epoch.load();
  if (const InlineCache* entry = entry_for(cache, before, epoch); entry != nullptr) {
    Slot* place = reinterpret_cast<Slot*>(o) + entry->place;
    if (entry->next == nullptr) {
      place->store(value);
      return none();
    }
    ObjectLock lock(t.vm, o);
    if (o->attrs.shape.load() == before) {
      place->store(value);
      o->attrs.shape.store(entry->next);
      return none();
    }
  }
  const Value custom = special(o->type, Special::SetAttr);
  const bool plain = (custom.empty() || custom.object()->type == t.vm.types.native) &&
                     class_cell(o->type, name) == nullptr;
  const Value r = set_attribute(t, object, name, value);
  if (r.empty() || before->dictionary) return r;
  const Cell* cell = class_cell(o->type, name);
  const Value found = cell != nullptr ? cell->value.load() : Value();
  const bool class_value_plain =
      plain || ((custom.empty() || custom.object()->type == t.vm.types.native) &&
                (is_member(t.vm, found) || is_plain_value(t.vm, found)));
  if (!class_value_plain) return r;
  Shape* after = o->attrs.shape.load();
  if (after == before) {
    remember_place(t, o, name, cache, epoch);
  } else if (after->parent == before && after->name == name && !after->dictionary &&
             before->count < before->inline_capacity) {
    place_to_entry(t, cache, epoch);
    InlineCache* entry = remember(t, cache, before, epoch);
    if (entry == nullptr) return r;
    entry->next = after;
    entry->place = inline_word_offset(o) + before->count;
    publish(cache, entry);
  }
  return r;
}

void trace_inline_cache(Object* o, Marker& m) {
  auto* entry = static_cast<InlineCache*>(o);
  // The key may be a shape, a class or a module: all are objects, and must not be reused while
  // compared.
  const auto key = reinterpret_cast<std::uintptr_t>(entry->key) & ~std::uintptr_t{1};
  m.mark(reinterpret_cast<Object*>(key));
  m.mark(const_cast<Type*>(entry->start));
  m.mark(entry->cell);
  m.mark(entry->next);
  m.mark(const_cast<InlineCache*>(entry->earlier));
}

void forget_places(const ExecCode& code) {
  const Instr* pc = code.instrs.data();
  const Instr* const end = pc + code.instrs.size();
  for (; pc < end; pc += op_words(pc->op)) {
    if ((pc->op == Op::LOAD_ATTR || pc->op == Op::STORE_ATTR || pc->op == Op::LOAD_METHOD) &&
        (cache_word(pc)->load() & 1) != 0) {
      cache_word(pc)->store(0);
    }
  }
}

void trace_inline_caches(const ExecCode& code, Marker& m) {
  const Instr* pc = code.instrs.data();
  const Instr* const end = pc + code.instrs.size();
  for (; pc < end; pc += op_words(pc->op)) {
    const auto cell_at = [&](int word) { m.mark(Value(std::bit_cast<std::uint64_t>(pc[word]))); };
    switch (pc->op) {
      case Op::LOAD_GLOBAL: cell_at(2); [[fallthrough]];
      case Op::STORE_GLOBAL:
      case Op::DELETE_GLOBAL: cell_at(1); break;
      case Op::LOAD_ATTR:
      case Op::STORE_ATTR:
      case Op::LOAD_METHOD: {
        const std::uint64_t word = cache_word(pc)->load();
        if ((word & 1) != 0) {
          m.mark(reinterpret_cast<Object*>(static_cast<std::uintptr_t>(word >> 16)));
        } else {
          m.mark(Value(word));
        }
        break;
      }
      default: break;
    }
  }
}

}  // namespace interleave::vm
