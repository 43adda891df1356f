#include "vm/shape.h"

#include "base/mutex.h"

namespace interleave::vm {

namespace {
// Edges are made rarely (the first instance with a new attribute), so one lock for all shapes is
// enough.
Mutex g_edges_mutex;

Shape* make_shape(VmThread& t, Type* type) {
  auto* shape = t.make<Shape>(t.vm.types.internal);
  shape->owner = type;
  shape->inline_capacity = type->inline_capacity;
  return shape;
}
}  // namespace

Shape* root_shape(VmThread& t, Type* type) {
  // Several threads may make the first instances of a class at once: whoever sees the shape sees
  // all of it.
  if (Shape* known = __atomic_load_n(&type->root_shape, __ATOMIC_ACQUIRE); known != nullptr) {
    return known;
  }
  MutexLock lock(g_edges_mutex);
  if (type->root_shape != nullptr) return type->root_shape;
  Shape* shape = make_shape(t, type);
  shape->edges = new std::vector<Shape*>();
  __atomic_store_n(&type->root_shape, shape, __ATOMIC_RELEASE);
  return shape;
}

std::uint32_t shape_index(const Shape* shape, const Str* name) {
  for (; shape->count != 0; shape = shape->parent) {
    if (shape->name == name) return shape->count - 1;
  }
  return kNoIndex;
}

Shape* shape_with(VmThread& t, Shape* shape, Str* name) {
  if (shape->count >= kShapeLimit) return nullptr;
  MutexLock lock(g_edges_mutex);
  if (shape->edges == nullptr) shape->edges = new std::vector<Shape*>();
  for (Shape* child : *shape->edges) {
    if (child->name == name) return child;
  }
  Shape* child = make_shape(t, shape->owner);
  child->parent = shape;
  child->name = name;
  child->count = shape->count + 1;
  shape->edges->push_back(child);
  return child;
}

Shape* dictionary_shape(VmThread& t, Type* type) {
  Shape* root = root_shape(t, type);
  MutexLock lock(g_edges_mutex);
  for (Shape* child : *root->edges) {
    if (child->dictionary) return child;
  }
  Shape* shape = make_shape(t, type);
  shape->dictionary = true;
  shape->parent = root;
  root->edges->push_back(shape);
  return shape;
}

void trace_shape(Object* o, Marker& m) {
  auto* shape = static_cast<Shape*>(o);
  m.mark(shape->owner);
  m.mark(shape->parent);
  m.mark(shape->name);
  if (shape->edges == nullptr) return;
  for (Shape* child : *shape->edges) m.mark(child);
}

void finalize_shape(Object* o) { delete static_cast<Shape*>(o)->edges; }

}  // namespace interleave::vm
