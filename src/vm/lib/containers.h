// The built-in container classes as Python sees them: constructors, methods, special methods.
//
// Not what they do (dict.h, list.h, set.h, tuple.h, range.h, slice.h). init_… run once, when the
// machine is set up; the methods on the thread that runs the code.
#pragma once

#include "vm/type.h"

namespace interleave::vm {

void init_dict_type(VmThread& t);
void init_dict_views(VmThread& t);
void init_list_type(VmThread& t);
void init_set_types(VmThread& t);
void init_tuple_type(VmThread& t);
void init_range_type(VmThread& t);
void init_slice_type(VmThread& t);
void init_iterator_types(VmThread& t);

/// __eq__, __ne__, __lt__, __le__, __gt__, __ge__ by native_compare(), and __repr__ by
/// container_repr().
void add_comparisons(VmThread& t, Type* type);
void add_repr(VmThread& t, Type* type);
/// `__hash__ = None`: instances are unhashable.
void set_unhashable(VmThread& t, Type* type);

}  // namespace interleave::vm
