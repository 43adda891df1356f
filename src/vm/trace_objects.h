// How the collector walks each kind of object of object.h.
//
// Not the collector (heap.h). Called by it, with the world stopped.
// On the thread that collects.
#pragma once

#include "vm/heap.h"

namespace interleave::vm {

struct ExecCode;

void trace_type(Object* o, Marker& m);
void trace_instance(Object* o, Marker& m);
void trace_exception(Object* o, Marker& m);
void trace_str(Object* o, Marker& m);
void trace_dict(Object* o, Marker& m);
void trace_set(Object* o, Marker& m);
void trace_tuple(Object* o, Marker& m);
void trace_list(Object* o, Marker& m);
void trace_cell(Object* o, Marker& m);
void trace_native(Object* o, Marker& m);
void trace_range(Object* o, Marker& m);
void trace_slice(Object* o, Marker& m);
void trace_function(Object* o, Marker& m);
void trace_method(Object* o, Marker& m);
void trace_property(Object* o, Marker& m);
void trace_member(Object* o, Marker& m);
void trace_wrapper(Object* o, Marker& m);
void trace_module(Object* o, Marker& m);
void trace_super(Object* o, Marker& m);
void trace_generator(Object* o, Marker& m);
void trace_traceback(Object* o, Marker& m);
void trace_slot_array(Object* o, Marker& m);
/// Attributes of an instance of a class written in Python whose base is a built-in with a layout of
/// its own.
void trace_attrs(Object* o, Marker& m);
void trace_inline_cache(Object* o, Marker& m);
void trace_inline_caches(const ExecCode& code, Marker& m);

}  // namespace interleave::vm
