#include "vm/compare.h"
#include "vm/lib/containers.h"
#include "vm/repr.h"

namespace interleave::vm {

namespace {

using lang::CompareOp;

template <CompareOp op>
Value compare_row(VmThread& t, const Args& args) {
  return native_compare(t, args[0], args[1], op);
}

Value repr_row(VmThread& t, const Args& args) { return container_repr(t, args[0]); }

constexpr NativeDef kComparisons[] = {
    {"__eq__", compare_row<CompareOp::Eq>, 2, 2}, {"__ne__", compare_row<CompareOp::Ne>, 2, 2},
    {"__lt__", compare_row<CompareOp::Lt>, 2, 2}, {"__le__", compare_row<CompareOp::Le>, 2, 2},
    {"__gt__", compare_row<CompareOp::Gt>, 2, 2}, {"__ge__", compare_row<CompareOp::Ge>, 2, 2},
};
constexpr NativeDef kRepr[] = {{"__repr__", repr_row, 1, 1}};

}  // namespace

void add_comparisons(VmThread& t, Type* type) { add_methods(t, type, kComparisons); }
void add_repr(VmThread& t, Type* type) { add_methods(t, type, kRepr); }

void set_unhashable(VmThread& t, Type* type) {
  Str* name = t.vm.names.special[static_cast<int>(Special::Hash)];
  dict_set_str(t, type->dict, name, none());
  update_specials_for(t, type, name);
}

}  // namespace interleave::vm
