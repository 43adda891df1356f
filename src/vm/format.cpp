#include "vm/format.h"

#include "vm/bytes.h"
#include "vm/errors.h"
#include "vm/format_fields.h"
#include "vm/format_percent.h"
#include "vm/format_spec.h"
#include "vm/lib/builtins.h"
#include "vm/number.h"
#include "vm/repr.h"
#include "vm/str.h"
#include "vm/type.h"

namespace interleave::vm {

namespace {

/// The class whose text rules hold for a value: its own, or the built-in one it derives from.
const char* scalar_name(Kind kind) {
  switch (kind) {
    case Kind::Int: return "int";
    case Kind::Bool: return "bool";
    case Kind::Float: return "float";
    case Kind::Complex: return "complex";
    case Kind::Str: return "str";
    default: return nullptr;
  }
}

Value must_be_str(VmThread& t, Value result, Value) {
  if (is_str(result)) return result;
  return raise_type_error(t, "__format__ must return a str, not %s",
                          type_name(t.vm, result).c_str());
}

}  // namespace

bool format_scalar(VmThread& t, Value v, std::string_view spec, std::string* out) {
  const Kind kind = kind_of(v);
  if (spec.empty()) {
    if (kind == Kind::Str) {
      std::string storage;
      out->append(utf8_view(as_str(v), &storage));
      return true;
    }
    std::string text;
    if (!number_repr(t, v, &text)) return false;
    *out += text;
    return true;
  }
  FormatSpec parsed;
  const std::string name = type_name(t.vm, v);
  if (!parse_format_spec(t, spec, name.c_str(), kind == Kind::Str ? '<' : '>', &parsed))
    return false;
  switch (kind) {
    case Kind::Str: return format_str(t, as_str(v), parsed, out);
    case Kind::Float: return format_float(t, to_double(v), parsed, name.c_str(), out);
    case Kind::Complex: return format_complex(t, v.object(), parsed, out);
    default: return format_int(t, v, parsed, name.c_str(), out);
  }
}

Value format_value(VmThread& t, Value v, Str* spec) {
  const Type* type = class_of(t.vm, v);
  const bool empty = spec == nullptr || spec->length == 0;
  if (!special_is_native(type, Special::Format)) {
    return pending_call(t, special(type, Special::Format),
                        {v, empty ? Value(str_empty(t)) : Value(spec)}, {must_be_str, Value()});
  }
  if (empty) return is_str(v) && !type->is_python ? v : str_value(t, v);
  if (scalar_name(type->kind) == nullptr) {
    return raise_type_error(t, "unsupported format string passed to %.200s.__format__",
                            type_name(t.vm, v).c_str());
  }
  std::string storage;
  std::string text;
  if (!format_scalar(t, v, utf8_view(spec, &storage), &text)) return Value();
  return str_new(t, text);
}

bool scalar_repr(const Vm& vm, Value v, std::string* out) {
  if (v.is_double()) {
    *out = float_repr(v.as_double());
    return true;
  }
  if (v.is_int()) {
    *out = int_repr(v);
    return true;
  }
  if (!v.is_object() || v.object()->type->is_python) return false;
  switch (v.object()->type->kind) {
    case Kind::Int:
      if (!int_text_fits(v)) return false;
      *out = int_repr(v);
      return true;
    case Kind::Bool:
      *out = static_cast<Singleton*>(v.object())->truth ? "True" : "False";
      return true;
    case Kind::Float: *out = float_repr(to_double(v)); return true;
    case Kind::Complex: {
      const auto* c = static_cast<ComplexObject*>(v.object());
      *out = complex_repr(c->real, c->imag);
      return true;
    }
    case Kind::None: *out = "None"; return true;
    case Kind::Ellipsis: *out = "Ellipsis"; return true;
    case Kind::NotImplemented: *out = "NotImplemented"; return true;
    case Kind::Str: *out = str_repr(as_str(v)); return true;
    case Kind::Bytes: *out = bytes_repr(bytes_view(as_bytes(v))); return true;
    default: (void)vm; return false;
  }
}

bool scalar_str(const Vm& vm, Value v, std::string* out) {
  if (is_str(v) && v.object()->type == vm.types.str) {
    *out = utf8(as_str(v));
    return true;
  }
  return scalar_repr(vm, v, out);
}

namespace {

/// __format__ of int, float, complex and str, whatever a subclass overrides.
Value format_row(VmThread& t, const Args& args) {
  if (!is_str(args[1])) {
    return raise_type_error(t, "__format__() argument must be str, not %s",
                            type_name(t.vm, args[1]).c_str());
  }
  if (as_str(args[1])->length == 0) return str_value(t, args[0]);
  std::string storage;
  std::string text;
  if (!format_scalar(t, args[0], utf8_view(as_str(args[1]), &storage), &text)) return Value();
  return str_new(t, text);
}

constexpr NativeDef kFormat[] = {{"__format__", format_row, 2, 2}};
constexpr NativeDef kPrivate[] = {
    {"percent_items", native_percent_items, 1, 1},
    {"percent_apply", native_percent_apply, 2, 2},
    {"format_pieces", native_format_pieces, 1, 1},
    {"format_field", native_format_field, 1, 1},
};

}  // namespace

void init_format(VmThread& t) {
  for (Type* type : {t.vm.types.integer, t.vm.types.floating, t.vm.types.complex, t.vm.types.str}) {
    add_methods(t, type, kFormat);
  }
  add_functions(t, private_module(t), kPrivate);
}

}  // namespace interleave::vm
