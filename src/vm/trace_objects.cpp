#include "vm/trace_objects.h"

#include "vm/attributes.h"
#include "vm/exec_code.h"
#include "vm/generator.h"
#include "vm/shape.h"
#include "vm/traceback.h"

namespace interleave::vm {

namespace {
template <typename T>
T* as(Object* o) {
  return static_cast<T*>(o);
}

void trace_shared_attrs(const Attrs& attrs, Slot* inline_slots, Marker& m) {
  const Shape* shape = attrs.shape.load();
  if (shape == nullptr) return;
  m.mark(const_cast<Shape*>(shape));
  m.mark(attrs.overflow.load());
  for (std::uint32_t i = 0; i < shape->inline_capacity; ++i) m.mark(inline_slots[i]);
}
}  // namespace

void trace_type(Object* o, Marker& m) {
  auto* type = as<Type>(o);
  m.mark(type->name);
  m.mark(type->qualname);
  m.mark(type->bases);
  m.mark(type->base);
  m.mark(type->mro);
  m.mark(type->dict);
  m.mark(type->root_shape);
  m.mark(type->subclasses);
  for (const Slot& s : type->special) m.mark(s);
}

void trace_instance(Object* o, Marker& m) {
  trace_shared_attrs(as<Instance>(o)->attrs, as<Instance>(o)->inline_slots(), m);
}

void trace_attrs(Object* o, Marker& m) {
  Type* type = o->type;
  Type* native = type;
  while (native->is_python) native = native->base;
  if (native->trace != nullptr) native->trace(o, m);
  if (type->attrs_offset == 0 || (o->flags & kHasShape) != 0) return;
  const Attrs* attrs = attrs_of(o);
  m.mark(attrs->shape.load());
  m.mark(attrs->overflow.load());
}

void trace_exception(Object* o, Marker& m) {
  auto* e = as<Exception>(o);
  trace_shared_attrs(e->attrs, e->inline_slots(), m);
  m.mark(e->args);
  m.mark(e->cause);
  m.mark(e->context);
  m.mark(e->traceback);
  m.mark(e->value);
}

void trace_str(Object* o, Marker& m) { m.mark(as<Str>(o)->owner); }
void trace_dict(Object* o, Marker& m) {
  auto* d = as<Dict>(o);
  m.mark(reinterpret_cast<Object*>(d->table.load()));
  m.mark(d->owner_class);
}
void trace_set(Object* o, Marker& m) {
  m.mark(reinterpret_cast<Object*>(as<Set>(o)->table.load()));
}

void trace_tuple(Object* o, Marker& m) {
  auto* tuple = as<Tuple>(o);
  for (std::uint32_t i = 0; i < tuple->size; ++i) m.mark(tuple->items()[i]);
}

void trace_list(Object* o, Marker& m) { m.mark(as<List>(o)->storage.load()); }
void trace_cell(Object* o, Marker& m) { m.mark(as<Cell>(o)->value); }

void trace_native(Object* o, Marker& m) {
  auto* fn = as<NativeFunction>(o);
  m.mark(fn->owner);
  m.mark(fn->name);
  m.mark(fn->self);
}

void trace_range(Object* o, Marker& m) {
  auto* r = as<Range>(o);
  for (Value v : {r->start, r->stop, r->step, r->length}) m.mark(v);
}

void trace_slice(Object* o, Marker& m) {
  auto* s = as<Slice>(o);
  for (Value v : {s->start, s->stop, s->step}) m.mark(v);
}

void trace_function(Object* o, Marker& m) {
  auto* f = as<Function>(o);
  m.mark(f->globals);
  m.mark(f->closure);
  for (const Slot* s : {&f->defaults, &f->kwdefaults, &f->name, &f->qualname, &f->doc,
                        &f->annotations, &f->dict, &f->module}) {
    m.mark(*s);
  }
}

void trace_method(Object* o, Marker& m) {
  m.mark(as<BoundMethod>(o)->function);
  m.mark(as<BoundMethod>(o)->self);
}

void trace_property(Object* o, Marker& m) {
  auto* p = as<Property>(o);
  for (Value v : {p->get, p->set, p->del, p->doc}) m.mark(v);
}

void trace_member(Object* o, Marker& m) {
  m.mark(as<Member>(o)->name);
  m.mark(as<Member>(o)->owner);
}

void trace_wrapper(Object* o, Marker& m) { m.mark(as<MethodWrapper>(o)->function); }
void trace_module(Object* o, Marker& m) {
  m.mark(as<Module>(o)->name);
  m.mark(as<Module>(o)->dict);
}

void trace_super(Object* o, Marker& m) {
  auto* s = as<Super>(o);
  m.mark(s->start);
  m.mark(s->self);
  m.mark(s->self_type);
}

void trace_generator(Object* o, Marker& m) {
  auto* g = as<Generator>(o);
  m.mark(g->function);
  m.mark(g->registers);
  m.mark(g->handled);
  m.mark(g->outer);
  m.mark(g->name);
  m.mark(g->qualname);
}

void trace_traceback(Object* o, Marker& m) { m.mark(as<Traceback>(o)->next); }

void trace_slot_array(Object* o, Marker& m) {
  auto* array = as<SlotArray>(o);
  for (std::uint32_t i = 0; i < array->capacity; ++i) m.mark(array->slots()[i]);
}

}  // namespace interleave::vm
