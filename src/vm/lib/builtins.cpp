#include "vm/lib/builtins.h"

#include "vm/bytes.h"
#include "vm/compare.h"
#include "vm/errors.h"
#include "vm/format.h"
#include "vm/identity.h"
#include "vm/iterators.h"
#include "vm/lib/containers.h"
#include "vm/number.h"
#include "vm/operators.h"
#include "vm/prelude.h"
#include "vm/repr.h"
#include "vm/str.h"
#include "vm/tuple.h"

namespace interleave::vm {

namespace {

Value builtin_len(VmThread& t, const Args& args) { return length_of(t, args[0]); }
Value builtin_repr(VmThread& t, const Args& args) { return repr_value(t, args[0]); }
Value builtin_hash(VmThread& t, const Args& args) { return hash_object(t, args[0]); }
Value builtin_callable(VmThread& t, const Args& args) {
  return boolean(is_callable(t.vm, args[0]));
}

Value builtin_id(VmThread& t, const Args& args) {
  if (args[0].is_object())
    return int_value(t, static_cast<std::int64_t>(identity_of(args[0].object())));
  // Numbers are not objects here; equal ones are one and the same.
  return int_value(t, static_cast<std::int64_t>(args[0].bits >> 2));
}

Value builtin_ascii(VmThread& t, const Args& args) {
  const Value text = repr_value(t, args[0]);
  if (!text.empty()) return ascii_text(t, as_str(text));
  if (t.pending.kind == Pending::Kind::None) return text;
  t.pending = Pending();
  return pending_call(t, prelude_function(t, "ascii_repr"), {args[0]});
}

Value builtin_chr(VmThread& t, const Args& args) {
  std::int64_t n = 0;
  if (!read_index(t, args[0], &n)) return Value();
  if (n < 0 || n > 0x10FFFF) return raise_value_error(t, "chr() arg not in range(0x110000)");
  return str_char(t, static_cast<char32_t>(n));
}

Value builtin_ord(VmThread& t, const Args& args) {
  std::size_t length = 0;
  if (is_str(args[0])) {
    length = as_str(args[0])->length;
    if (length == 1) return Value::small_int(static_cast<std::int64_t>(str_at(as_str(args[0]), 0)));
  } else if (is_bytes_like(args[0])) {
    const std::string_view bytes = bytes_view(t, args[0]);
    length = bytes.size();
    if (length == 1) return Value::small_int(static_cast<std::uint8_t>(bytes[0]));
  } else {
    return raise_type_error(t, "ord() expected string of length 1, but %s found",
                            type_name(t.vm, args[0]).c_str());
  }
  return raise_type_error(t, "ord() expected a character, but string of length %zu found", length);
}

/// hex(), oct(), bin().
template <int base>
Value in_base(VmThread& t, const Args& args) {
  if (!is_int_like(args[0])) {
    if (special(class_of(t.vm, args[0]), Special::Index).empty()) {
      return raise_type_error(t, "'%s' object cannot be interpreted as an integer",
                              type_name(t.vm, args[0]).c_str());
    }
    return pending_call(t, prelude_function(t, "in_base"), {args[0], Value::small_int(base)});
  }
  std::string digits = int_text(args[0], base);
  const char* prefix = base == 16 ? "0x" : base == 8 ? "0o" : "0b";
  digits.insert(digits[0] == '-' ? 1 : 0, prefix);
  return str_from_ascii(t, digits);
}

Value builtin_abs(VmThread& t, const Args& args) {
  const Type* type = class_of(t.vm, args[0]);
  const Value hook = special(type, Special::Abs);
  if (is_number(args[0]) && special_is_native(type, Special::Abs)) {
    return number_unary(t, UnaryOp::Abs, args[0]);
  }
  if (!hook.empty()) return pending_call(t, hook, {args[0]});
  return raise_type_error(t, "bad operand type for abs(): '%s'", type_name(t.vm, args[0]).c_str());
}

Value builtin_round(VmThread& t, const Args& args) {
  const Type* type = class_of(t.vm, args[0]);
  const Value digits = args.get(1, none());
  const Value hook = special(type, Special::Round);
  if (is_number(args[0]) && type->kind != Kind::Complex &&
      special_is_native(type, Special::Round)) {
    return number_round(t, args[0], digits);
  }
  if (hook.empty()) {
    return raise_type_error(t, "type %s doesn't define __round__ method",
                            type_name(t.vm, args[0]).c_str());
  }
  if (digits == none()) return pending_call(t, hook, {args[0]});
  return pending_call(t, hook, {args[0], digits});
}

Value builtin_pow(VmThread& t, const Args& args) {
  if (args.n == 2 || args[2] == none())
    return binary_op(t, lang::BinaryOp::Power, args[0], args[1]);
  const Value r = number_power_mod(t, args[0], args[1], args[2]);
  if (r != not_implemented()) return r;
  if (class_of(t.vm, args[0])->is_python) {
    return pending_call(t, special(class_of(t.vm, args[0]), Special::Pow),
                        {args[0], args[1], args[2]});
  }
  if (is_number(args[0]) && is_number(args[1]) && is_number(args[2])) {
    return raise_type_error(t, "pow() 3rd argument not allowed unless all arguments are integers");
  }
  return raise_type_error(t, "unsupported operand type(s) for ** or pow(): '%s', '%s', '%s'",
                          type_name(t.vm, args[0]).c_str(), type_name(t.vm, args[1]).c_str(),
                          type_name(t.vm, args[2]).c_str());
}

Value builtin_divmod(VmThread& t, const Args& args) {
  if (!class_of(t.vm, args[0])->is_python && !class_of(t.vm, args[1])->is_python) {
    const Value r = number_divmod(t, args[0], args[1]);
    if (r != not_implemented()) return r;
  }
  return pending_call(t, prelude_function(t, "divmod_objects"), {args[0], args[1]});
}

Value builtin_format(VmThread& t, const Args& args) {
  if (args.n > 1 && !is_str(args[1])) {
    return raise_type_error(t, "format() argument 2 must be str, not %s",
                            type_name(t.vm, args[1]).c_str());
  }
  return format_value(t, args[0], args.n > 1 ? as_str(args[1]) : nullptr);
}

constexpr NativeDef kFunctions[] = {
    {"len", builtin_len, 1, 1},       {"repr", builtin_repr, 1, 1},
    {"ascii", builtin_ascii, 1, 1},   {"hash", builtin_hash, 1, 1},
    {"id", builtin_id, 1, 1},         {"callable", builtin_callable, 1, 1},
    {"chr", builtin_chr, 1, 1},       {"ord", builtin_ord, 1, 1},
    {"hex", in_base<16>, 1, 1},       {"oct", in_base<8>, 1, 1},
    {"bin", in_base<2>, 1, 1},        {"abs", builtin_abs, 1, 1},
    {"round", builtin_round, 1, 2},   {"pow", builtin_pow, 2, 3},
    {"divmod", builtin_divmod, 2, 2}, {"format", builtin_format, 1, 2},
};

}  // namespace

Value ascii_text(VmThread& t, const Str* text) {
  const std::u32string points = code_points(text);
  std::string out;
  char escaped[16];
  for (const char32_t c : points) {
    if (c < 128) {
      out += static_cast<char>(c);
      continue;
    }
    const char* format = c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x";
    std::snprintf(escaped, sizeof escaped, format, static_cast<unsigned>(c));
    out += escaped;
  }
  return str_from_ascii(t, out);
}

bool is_callable(const Vm& vm, Value v) {
  const Type* type = class_of(vm, v);
  switch (type->kind) {
    case Kind::Function:
    case Kind::Native:
    case Kind::BoundMethod:
    case Kind::Type:
    case Kind::StaticMethod: return true;
    default: return !special(type, Special::Call).empty();
  }
}

Module* module_named(VmThread& t, const char* name) {
  const Value found = dict_get_str(t.vm.modules, t.vm.intern(name));
  return found.empty() ? make_module(t, name) : static_cast<Module*>(found.object());
}

Module* private_module(VmThread& t) { return module_named(t, "_il"); }

void init_builtins(VmThread& t) {
  forget_all_identities();
  Module* builtins = module_named(t, "builtins");
  add_functions(t, builtins, kFunctions);
  init_iteration_functions(t, builtins);
  init_print(t, builtins);
  init_private_natives(t);
  init_itertools(t);
  init_heapq(t);
  init_deque(t);
  const Types& y = t.vm.types;
  for (Type* type : {y.dict, y.list, y.set, y.frozenset, y.tuple, y.range, y.slice}) {
    dict_set_str(t, t.vm.builtins, type->name, type);
  }
  dict_set_str(t, t.vm.builtins, t.vm.intern("NotImplemented"), not_implemented());
  dict_set_str(t, t.vm.builtins, t.vm.intern("Ellipsis"), &g_ellipsis);
}

}  // namespace interleave::vm
