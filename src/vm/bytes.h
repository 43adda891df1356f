// bytes and bytearray.
//
// Not memoryview and not the buffer protocol. bytes are immutable: any thread may read. A
// bytearray's storage is replaced, never resized in place, under its ObjectLock; read it through
// bytes_view(), which takes a snapshot of pointer and length that stays valid while the caller does
// not return.
#pragma once

#include <string>
#include <string_view>

#include "vm/object.h"

namespace interleave::vm {

class Vm;
class VmThread;

/// Bytes of a bytearray; `capacity` bytes follow.
struct ByteStorage : Object {
  std::uint32_t capacity = 0;
  std::uint32_t spare_word = 0;
  std::uint8_t* data() { return reinterpret_cast<std::uint8_t*>(this + 1); }
};

struct ByteArray : Object {
  Shared<ByteStorage*> storage;  // null: empty
  Shared<std::uint32_t> size;
};

/// Null: MemoryError raised.
Bytes* bytes_new(VmThread& t, const void* data, std::size_t length);
inline Bytes* bytes_new(VmThread& t, std::string_view data) {
  return bytes_new(t, data.data(), data.size());
}
/// Null: MemoryError raised.
ByteStorage* byte_storage_new(VmThread& t, std::size_t capacity);
ByteArray* bytearray_new(VmThread& t, std::string_view data);
/// Replaces everything. False: MemoryError raised.
bool bytearray_assign(VmThread& t, ByteArray* b, std::string_view data);
bool bytearray_append(VmThread& t, ByteArray* b, std::uint8_t byte);
/// An int from 0 to 255; `range_text` is the ValueError's. False: raised.
bool read_byte(VmThread& t, Value v, const char* range_text, std::uint8_t* out);
/// The bytes of something bytes-like or of a built-in iterable of ints. False: raised, or the
/// iterable is one that only the machine can iterate (nothing raised then).
bool bytes_from_items(VmThread& t, Value v, std::string* out);

inline bool is_bytes(Value v) { return v.is_object() && v.object()->type->kind == Kind::Bytes; }
inline bool is_bytearray(Value v) {
  return v.is_object() && v.object()->type->kind == Kind::ByteArray;
}
inline bool is_bytes_like(Value v) { return is_bytes(v) || is_bytearray(v); }
/// An object written in Python that stands for memory (memoryview): bytes(v) is what is in it.
bool has_buffer(VmThread& t, Value v);
inline Bytes* as_bytes(Value v) { return static_cast<Bytes*>(v.object()); }
std::string_view bytes_view(const Bytes* b);
/// The bytes of a bytes or bytearray; of the latter a snapshot when other threads may be writing.
/// Valid until the next check point.
std::string_view bytes_view(VmThread& t, Value v);
/// The same, for one who lets other threads run meanwhile.
std::string_view bytes_snapshot(VmThread& t, Value v);
/// How many, without looking at them.
std::size_t bytes_size(Value v);
/// One of them; -1: there are not so many.
int byte_at(VmThread& t, Value v, std::size_t i);

Hash bytes_hash(Bytes* b);
/// -1, 0, 1, by bytes.
int bytes_compare(VmThread& t, Value a, Value b);
Value bytes_concat(VmThread& t, Value a, Value b);
Value bytes_repeat(VmThread& t, Value b, std::int64_t n);
/// b[index] (an int) or b[slice].
Value bytes_getitem(VmThread& t, Value b, Value index);
Value bytearray_setitem(VmThread& t, ByteArray* b, Value index, Value value);
Value bytearray_delitem(VmThread& t, ByteArray* b, Value index);
/// `needle` is bytes-like or an int.
Value bytes_contains(VmThread& t, Value b, Value needle);
std::string bytes_repr(std::string_view data);
std::string bytearray_repr(std::string_view data);

void init_bytes(VmThread& t);
void init_bytearray(VmThread& t);

}  // namespace interleave::vm
