// list.sort() and sorted(): stable merge sort.
//
// Not an order of its own: natively where `<` of the items or of their keys is native, otherwise a
// helper written in Python. Called on the thread that runs the code.
#pragma once

#include "vm/compare.h"

namespace interleave::vm {

/// Sorts `items` (and `companions` along with them, unless null) by less_native. False: some
/// comparison needs Python or raised (t.exception); the order is then undefined but nothing is
/// lost.
Truth sort_native(VmThread& t, Value* items, Value* companions, std::size_t count, bool reverse);
/// list.sort(key=key, reverse=reverse): None, raised or pending. `key` None or empty: none.
Value list_sort(VmThread& t, List* list, Value key, bool reverse);

}  // namespace interleave::vm
