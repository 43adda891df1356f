// Everything a program finds without importing, and the native modules: one list, in the order in
// which parts need each other.
#include "vm/boot.h"
#include "vm/bytes.h"
#include "vm/format.h"
#include "vm/generator.h"
#include "vm/lib/builtins.h"
#include "vm/lib/containers.h"
#include "vm/lib/core_types.h"
#include "vm/lib/modules.h"
#include "vm/lib/threads.h"
#include "vm/number.h"
#include "vm/str.h"
#include "vm/weak_references.h"

namespace interleave::vm {

void init_library(VmThread& t) {
  init_core_types(t);
  init_exceptions(t);
  init_int(t);
  init_bool(t);
  init_float(t);
  init_complex(t);
  init_str(t);
  init_bytes(t);
  init_bytearray(t);
  init_tuple_type(t);
  init_list_type(t);
  init_dict_type(t);
  init_set_types(t);
  init_range_type(t);
  init_slice_type(t);
  init_iterator_types(t);
  init_dict_views(t);
  init_generator(t);
  init_format(t);
  init_builtins(t);
  init_thread_module(t);
  init_time_module(t);
  init_sys_module(t);
  init_introspection(t);
  init_weak_references(t);
  init_math(t);
  init_random(t);
  init_hashlib(t);
  init_evaluate(t);
  init_files(t);
  init_json(t);
  init_re(t);
  init_numpy(t);
  load_prelude(t);
}

}  // namespace interleave::vm
