#include "vm/vm.h"

#include "base/limits.h"
#include "vm/attributes.h"
#include "vm/boot.h"
#include "vm/dict.h"
#include "vm/generator.h"
#include "vm/inline_cache.h"
#include "vm/iterators.h"
#include "vm/last_acts.h"
#include "vm/set.h"
#include "vm/shape.h"
#include "vm/str.h"
#include "vm/trace_objects.h"
#include "vm/traceback.h"
#include "vm/tuple.h"
#include "vm/type.h"
#include "vm/weak_references.h"

namespace interleave::vm {

Singleton g_none, g_true, g_false, g_not_implemented, g_ellipsis;

namespace {

/// A class without name and namespace yet: those need classes themselves.
Type* shell(VmThread& t, Kind kind, std::size_t size, TraceFn trace, Type* base = nullptr) {
  auto* type = t.make<Type>(t.vm.types.type);
  type->flags |= kImmortal;
  type->kind = kind;
  type->size = static_cast<std::uint32_t>(size);
  type->trace = trace;
  type->base = base != nullptr ? base : t.vm.types.object;
  type->can_subclass = true;
  type->instantiable = true;
  type->has_dict = true;
  type->inline_capacity = kNativeInlineCapacity;
  return type;
}

/// A class that bootstrap_types() makes.
struct Row {
  Type** type;
  const char* name;
  Kind kind;
  std::size_t size;
  TraceFn trace;
  bool can_subclass;
  bool instantiable;
};

std::vector<Row> shells_of(Types& y) {
  return {
      {&y.str, "str", Kind::Str, sizeof(Str), trace_str, true, true},
      {&y.dict, "dict", Kind::Dict, sizeof(Dict), trace_dict, true, true},
      {&y.tuple, "tuple", Kind::Tuple, sizeof(Tuple), trace_tuple, true, true},
      {&y.list, "list", Kind::List, sizeof(List), trace_list, true, true},
      {&y.cell, "cell", Kind::Cell, sizeof(Cell), trace_cell, false, false},
      {&y.native, "builtin_function_or_method", Kind::Native, sizeof(NativeFunction), trace_native,
       false, false},
      {&y.none, "NoneType", Kind::None, sizeof(Singleton), nullptr, false, true},
      {&y.integer, "int", Kind::Int, sizeof(BigInt), nullptr, true, true},
      {&y.floating, "float", Kind::Float, sizeof(FloatObject), nullptr, true, true},
      {&y.complex, "complex", Kind::Complex, sizeof(Object) + 16, nullptr, true, true},
      {&y.not_implemented, "NotImplementedType", Kind::NotImplemented, sizeof(Singleton), nullptr,
       false, true},
      {&y.ellipsis, "ellipsis", Kind::Ellipsis, sizeof(Singleton), nullptr, false, true},
      {&y.bytes, "bytes", Kind::Bytes, sizeof(Bytes), nullptr, true, true},
      {&y.bytearray, "bytearray", Kind::ByteArray, 0, nullptr, true, true},
      {&y.set, "set", Kind::Set, sizeof(Set), trace_set, true, true},
      {&y.frozenset, "frozenset", Kind::FrozenSet, sizeof(Set), trace_set, true, true},
      {&y.range, "range", Kind::Range, sizeof(Range), trace_range, false, true},
      {&y.slice, "slice", Kind::Slice, sizeof(Slice), trace_slice, false, true},
      {&y.function, "function", Kind::Function, sizeof(Function), trace_function, false, false},
      {&y.method, "method", Kind::BoundMethod, sizeof(BoundMethod), trace_method, false, true},
      {&y.property, "property", Kind::Property, sizeof(Property), trace_property, true, true},
      {&y.staticmethod, "staticmethod", Kind::StaticMethod, sizeof(MethodWrapper), trace_wrapper,
       true, true},
      {&y.classmethod, "classmethod", Kind::ClassMethod, sizeof(MethodWrapper), trace_wrapper, true,
       true},
      {&y.module, "module", Kind::Module, sizeof(Module), trace_module, true, true},
      {&y.code, "code", Kind::Code, sizeof(Object) + 8, nullptr, false, false},
      {&y.super, "super", Kind::Super, sizeof(Super), trace_super, true, true},
      {&y.generator, "generator", Kind::Generator, sizeof(Generator), trace_generator, false,
       false},
      {&y.traceback, "traceback", Kind::Traceback, sizeof(Traceback), trace_traceback, false,
       false},
      {&y.member, "member_descriptor", Kind::NativeData, sizeof(Member), trace_member, false,
       false},
      {&y.frame, "frame", Kind::NativeData, 0, nullptr, false, false},
      {&y.slot_array, "slot_array", Kind::Internal, 0, trace_slot_array, false, false},
      {&y.dict_table, "dict_table", Kind::Internal, 0, trace_dict_table, false, false},
      {&y.set_table, "set_table", Kind::Internal, 0, trace_set_table, false, false},
      {&y.str_buffer, "str_buffer", Kind::Internal, 0, nullptr, false, false},
      {&y.wait_queue, "wait_queue", Kind::Internal, 0, nullptr, false, false},
      {&y.inline_cache, "inline_cache", Kind::Internal, sizeof(InlineCache), trace_inline_cache,
       false, false},
      {&y.internal, "shape", Kind::Internal, sizeof(Shape), trace_shape, false, false},
  };
}

}  // namespace

Vm::Vm(Host& h, trace::Recorder* r) : host(h), recorder(r), heap(*this), metered(h.metered()) {
  intern_thread_ = std::make_unique<VmThread>(*this, kNoThread);
  main_thread_ = new_thread();
  VmThread& t = *main_thread_;
  bootstrap_types(t);
  modules = dict_new(t);
  add_root(modules);
  Module* builtins_module = make_module(t, "builtins");
  builtins = builtins_module->dict;
  bootstrap_exceptions(t);
  init_library(t);
}

Vm::~Vm() = default;

void Vm::bootstrap_types(VmThread& t) {
  // `type` is its own class: a stand-in carries it through its own allocation.
  Type seed;
  seed.trace = nullptr;
  types.type = &seed;
  types.object = nullptr;
  Type* type_type = shell(t, Kind::Type, sizeof(Type), trace_type);
  type_type->type = type_type;
  types.type = type_type;
  types.object = shell(t, Kind::Instance, sizeof(Instance), trace_instance);
  types.object->base = nullptr;
  types.object->attrs_offset = sizeof(Object);
  type_type->base = types.object;
  type_type->attrs_offset = 0;

  const std::vector<Row> rows = shells_of(types);
  for (const Row& row : rows) {
    *row.type = shell(t, row.kind, row.size, row.trace);
    (*row.type)->can_subclass = row.can_subclass;
    (*row.type)->instantiable = row.instantiable;
  }
  Types& y = types;
  y.internal->finalize = finalize_shape;
  y.boolean = shell(t, Kind::Bool, sizeof(Singleton), nullptr, y.integer);
  y.boolean->can_subclass = false;

#define NAME(member, text) names.member = intern(text);
  INTERLEAVE_NAMES(NAME)
#undef NAME
  int index = 0;
#define SPECIAL(enumerator, text) names.special[index++] = intern(text);
  INTERLEAVE_SPECIALS(SPECIAL)
#undef SPECIAL

  finish_type(t, types.object, "object", "builtins");
  finish_type(t, types.type, "type", "builtins");
  add_root(types.object);
  add_root(types.type);
  for (const Row& row : rows) {
    finish_type(t, *row.type, row.name, "builtins");
    add_root(*row.type);
  }
  finish_type(t, y.boolean, "bool", "builtins");
  add_root(y.boolean);

  const auto singleton = [](Singleton& s, Type* type, bool truth) {
    s.type = type;
    s.flags = kImmortal;
    s.mark = 0;
    s.truth = truth;
  };
  singleton(g_none, y.none, false);
  singleton(g_true, y.boolean, true);
  singleton(g_false, y.boolean, false);
  singleton(g_not_implemented, y.not_implemented, true);
  singleton(g_ellipsis, y.ellipsis, true);
}

void Vm::bootstrap_exceptions(VmThread& t) {
  types.BaseException = make_type(t, {.name = "BaseException",
                                      .kind = Kind::Exception,
                                      .size = sizeof(Exception),
                                      .trace = trace_exception});
  types.BaseException->attrs_offset = sizeof(Object);
#define EXCEPTION(n, b) \
  types.n = make_type(  \
      t, {.name = #n, .kind = Kind::Exception, .size = sizeof(Exception), .base = types.b});
  INTERLEAVE_EXCEPTIONS(EXCEPTION)
#undef EXCEPTION
  dict_set_str(t, builtins, types.BaseException->name, types.BaseException);
#define EXCEPTION(n, b) dict_set_str(t, builtins, types.n->name, types.n);
  INTERLEAVE_EXCEPTIONS(EXCEPTION)
#undef EXCEPTION
  dict_set_str(t, builtins, intern("IOError"), types.OSError);
  dict_set_str(t, builtins, intern("EnvironmentError"), types.OSError);
}

VmThread* Vm::thread(ThreadId id) {
  MutexLock lock(sync_mutex);
  return id < threads.size() ? threads[id].get() : nullptr;
}

VmThread* Vm::new_thread() {
  MutexLock lock(sync_mutex);
  if (unfinished >= host.thread_limit()) return nullptr;
  ++unfinished;
  threads.push_back(std::make_unique<VmThread>(*this, static_cast<ThreadId>(threads.size())));
  return threads.back().get();
}

Str* Vm::intern(std::string_view text) {
  MutexLock lock(intern_mutex_);
  auto [it, is_new] = interned_.try_emplace(std::string(text), nullptr);
  if (is_new) {
    it->second = str_new(*intern_thread_, text);
    it->second->flags |= kInterned;
  }
  return it->second;
}

Str* Vm::intern(Str* s) {
  if ((s->flags & kInterned) != 0) return s;
  return intern(utf8(s));
}

void Vm::add_root(Value v) {
  MutexLock lock(roots_mutex_);
  roots_.push_back(v);
}

ExecCode* Vm::adopt(std::unique_ptr<ExecCode> code) {
  MutexLock lock(roots_mutex_);
  codes_.push_back(std::move(code));
  return codes_.back().get();
}

const lang::Code* Vm::adopt(std::unique_ptr<lang::Code> code) {
  MutexLock lock(roots_mutex_);
  library_codes_.push_back(std::move(code));
  return library_codes_.back().get();
}

void Vm::forget_attribute_places() {
  MutexLock lock(roots_mutex_);
  for (const auto& code : codes_) forget_places(*code);
}

void Vm::trace_roots(Marker& marker) {
  {
    MutexLock lock(roots_mutex_);
    for (Value v : roots_) marker.mark(v);
    trace_last_acts(marker);
    trace_weak_references(marker);
    for (const auto& code : codes_) {
      marker.mark(code->globals);
      for (Value v : code->consts) marker.mark(v);
      marker.mark(code->code_object);
      trace_inline_caches(*code, marker);
    }
  }
  {
    MutexLock lock(intern_mutex_);
    for (const auto& [text, s] : interned_) marker.mark(s);
    intern_thread_->cache->forget();
  }
  MutexLock lock(sync_mutex);
  for (const auto& t : threads) {
    t->trace(marker);
    t->cache->forget();
  }
}

}  // namespace interleave::vm
