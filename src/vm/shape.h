// Hidden classes: which attributes an instance has and where each one lies.
//
// A tree per class: adding attribute x to an instance moves it along the edge x. Shapes are
// immutable but for their edges, so that one comparison of a pointer tells all about an object's
// attributes. Not the values. Any thread may read; shape_with() takes a lock when it has to make an
// edge.
#pragma once

#include <vector>

#include "vm/vm.h"

namespace interleave::vm {

inline constexpr std::uint32_t kNoIndex = 0xFFFFFFFFu;
/// More attributes than this and the instance keeps them in a dict.
inline constexpr std::uint32_t kShapeLimit = 96;

struct Shape : Object {
  Type* owner = nullptr;
  Shape* parent = nullptr;
  Str* name = nullptr;      // what this shape has and its parent has not
  std::uint32_t count = 0;  // attributes; `name` has index count - 1
  std::uint16_t inline_capacity = 0;
  bool dictionary = false;               // attributes are in a Dict in Attrs::overflow
  std::vector<Shape*>* edges = nullptr;  // guarded by a lock in shape.cpp
};

/// The empty shape new instances of `type` start with.
Shape* root_shape(VmThread& t, Type* type);
/// Where `name` lies, or kNoIndex.
std::uint32_t shape_index(const Shape* shape, const Str* name);
/// The shape with `name` added; null when the limit is reached.
Shape* shape_with(VmThread& t, Shape* shape, Str* name);
Shape* dictionary_shape(VmThread& t, Type* type);
void trace_shape(Object* o, Marker& m);
void finalize_shape(Object* o);

}  // namespace interleave::vm
