#include "vm/errors.h"

#include <cstdarg>
#include <cstdio>

#include "vm/attributes.h"
#include "vm/str.h"
#include "vm/tuple.h"
#include "vm/type.h"

namespace interleave::vm {

namespace {

std::string vformat(const char* format, std::va_list list) {
  std::va_list again;
  va_copy(again, list);
  const int length = std::vsnprintf(nullptr, 0, format, again);
  va_end(again);
  std::string text(static_cast<std::size_t>(length), '\0');
  std::vsnprintf(text.data(), text.size() + 1, format, list);
  return text;
}

/// CPython's rule: raising while another exception is handled links the two, without making a loop.
void set_context(VmThread& t, Exception* e) {
  if (!t.handled.is_object() || t.handled == none()) return;
  auto* handled = static_cast<Exception*>(t.handled.object());
  if (handled == e) return;
  for (Exception* at = handled;;) {
    const Value context = at->context.load();
    if (!context.is_object() || context == none()) break;
    if (context.object() == e) {
      at->context.store(none());
      break;
    }
    at = static_cast<Exception*>(context.object());
  }
  e->context.store(handled);
}

}  // namespace

Exception* new_exception(VmThread& t, Type* type, std::initializer_list<Value> args) {
  auto* e = static_cast<Exception*>(new_instance(t, type));
  std::size_t count = args.size();
  if (count == 3 && is_subtype(type, t.vm.types.OSError)) {
    e->value.store(args.begin()[2]);  // the file, which is no argument
    count = 2;
  }
  e->args.store(tuple_from(t, args.begin(), count));
  return e;
}

Value raise_object(VmThread& t, Value exception) {
  set_context(t, static_cast<Exception*>(exception.object()));
  t.exception = exception;
  return Value();
}

Value raise(VmThread& t, Type* type, std::string_view message) {
  return raise_object(t, new_exception(t, type, {str_new(t, message)}));
}

Value raisef(VmThread& t, Type* type, const char* format, ...) {
  std::va_list list;
  va_start(list, format);
  const std::string text = vformat(format, list);
  va_end(list);
  return raise(t, type, text);
}

Value raise_type_error(VmThread& t, const char* format, ...) {
  std::va_list list;
  va_start(list, format);
  const std::string text = vformat(format, list);
  va_end(list);
  return raise(t, t.vm.types.TypeError, text);
}

Value raise_value_error(VmThread& t, const char* format, ...) {
  std::va_list list;
  va_start(list, format);
  const std::string text = vformat(format, list);
  va_end(list);
  return raise(t, t.vm.types.ValueError, text);
}

Value raise_index_error(VmThread& t, const char* message) {
  return raise(t, t.vm.types.IndexError, message);
}

Value raise_key_error(VmThread& t, Value key) {
  return raise_object(t, new_exception(t, t.vm.types.KeyError, {key}));
}

Value raise_memory_error(VmThread& t) {
  return raise_object(t, new_exception(t, t.vm.types.MemoryError, {}));
}

Value raise_stop_iteration(VmThread& t, Value value) {
  Exception* e = value.empty() || value == none()
                     ? new_exception(t, t.vm.types.StopIteration, {})
                     : new_exception(t, t.vm.types.StopIteration, {value});
  e->value.store(value.empty() ? none() : value);
  return raise_object(t, e);
}

Type* type_of(const Vm& vm, Value v) { return class_of(vm, v); }
std::string type_name(const Vm& vm, Value v) { return utf8(class_of(vm, v)->name); }

}  // namespace interleave::vm
