#include "vm/bytes.h"

#include <algorithm>
#include <cstring>
#include <limits>

#include "vm/errors.h"
#include "vm/index.h"
#include "vm/lock.h"
#include "vm/number.h"
#include "vm/type.h"

namespace interleave::vm {

namespace {

/// Room for `bytes` more, and short enough for a 32-bit length. False: MemoryError raised.
bool can_hold(VmThread& t, std::uint64_t bytes) {
  if (bytes <= kSmallObjectBytes) return true;
  if (bytes <= std::numeric_limits<std::uint32_t>::max() / 4) return t.can_allocate(bytes);
  raise_memory_error(t);
  return false;
}

Value like(VmThread& t, Value model, std::string_view data) {
  if (is_bytearray(model)) return bytearray_new(t, data);
  return bytes_new(t, data);
}

}  // namespace

Bytes* bytes_new(VmThread& t, const void* data, std::size_t length) {
  if (!can_hold(t, length)) return nullptr;
  Bytes* b = t.make<Bytes>(t.vm.types.bytes, length);
  b->length = static_cast<std::uint32_t>(length);
  if (length > 0) std::memcpy(b->data(), data, length);
  return b;
}

ByteStorage* byte_storage_new(VmThread& t, std::size_t capacity) {
  if (!can_hold(t, capacity)) return nullptr;
  auto* storage = t.make<ByteStorage>(t.vm.types.str_buffer, capacity);
  storage->capacity = static_cast<std::uint32_t>(capacity);
  return storage;
}

ByteArray* bytearray_new(VmThread& t, std::string_view data) {
  auto* b = t.make<ByteArray>(t.vm.types.bytearray);
  return bytearray_assign(t, b, data) ? b : nullptr;
}

bool bytearray_assign(VmThread& t, ByteArray* b, std::string_view data) {
  ByteStorage* storage = byte_storage_new(t, data.size());
  if (storage == nullptr) return false;
  if (!data.empty()) std::memcpy(storage->data(), data.data(), data.size());
  const ObjectLock lock(t.vm, b);
  b->size.store(0);  // a reader never sees the new size with the old storage
  b->storage.store(storage);
  b->size.store(static_cast<std::uint32_t>(data.size()));
  return true;
}

bool bytearray_append(VmThread& t, ByteArray* b, std::uint8_t byte) {
  while (true) {
    std::uint32_t size = 0;
    {
      const ObjectLock lock(t.vm, b);
      ByteStorage* storage = b->storage.load();
      size = b->size.load();
      if (storage != nullptr && size < storage->capacity) {
        storage->data()[size] = byte;
        b->size.store(size + 1);
        return true;
      }
    }
    // Grown outside of the lock, as that may take a while.
    ByteStorage* larger = byte_storage_new(t, std::size_t{size} + size / 4 + 16);
    if (larger == nullptr) return false;
    const ObjectLock lock(t.vm, b);
    const ByteStorage* old = b->storage.load();
    const std::uint32_t now = b->size.load();
    if (now > larger->capacity) continue;
    if (old != nullptr) std::memcpy(larger->data(), const_cast<ByteStorage*>(old)->data(), now);
    b->storage.store(larger);
  }
}

bool has_buffer(VmThread& t, Value v) {
  return v.is_object() && v.object()->type->is_python &&
         !type_lookup(v.object()->type, t.vm.intern("_il_buffer")).empty();
}

std::string_view bytes_view(const Bytes* b) {
  return {reinterpret_cast<const char*>(b->data()), b->length};
}

namespace {
std::string_view present(ByteArray* b) {
  ByteStorage* storage = b->storage.load();
  if (storage == nullptr) return {};
  const std::uint32_t size = std::min(b->size.load(), storage->capacity);
  return {reinterpret_cast<const char*>(storage->data()), size};
}
}  // namespace

std::string_view bytes_view(VmThread& t, Value v) {
  if (is_bytes(v)) return bytes_view(as_bytes(v));
  auto* b = static_cast<ByteArray*>(v.object());
  return t.vm.gil ? present(b) : bytes_snapshot(t, v);
}

std::string_view bytes_snapshot(VmThread& t, Value v) {
  if (is_bytes(v)) return bytes_view(as_bytes(v));
  auto* b = static_cast<ByteArray*>(v.object());
  for (;;) {
    const std::size_t size = b->size.load();
    auto* copy = t.make<Bytes>(t.vm.types.bytes, size);
    copy->length = static_cast<std::uint32_t>(size);
    const ObjectLock lock(t.vm, b);
    const std::string_view data = present(b);
    if (data.size() > size) continue;  // it has grown meanwhile
    if (!data.empty()) std::memcpy(copy->data(), data.data(), data.size());
    return {reinterpret_cast<const char*>(copy->data()), data.size()};
  }
}

std::size_t bytes_size(Value v) {
  return is_bytes(v) ? as_bytes(v)->length : static_cast<ByteArray*>(v.object())->size.load();
}

int byte_at(VmThread& t, Value v, std::size_t i) {
  if (is_bytes(v)) return i < as_bytes(v)->length ? as_bytes(v)->data()[i] : -1;
  const ObjectLock lock(t.vm, v.object());
  const std::string_view data = present(static_cast<ByteArray*>(v.object()));
  return i < data.size() ? static_cast<std::uint8_t>(data[i]) : -1;
}

Hash bytes_hash(Bytes* b) {
  Hash hash = b->hash.load();
  if (hash != 0) return hash;
  std::uint64_t h = 0xCBF29CE484222325ull ^ b->length;
  for (std::uint32_t i = 0; i < b->length; ++i) h = (h ^ b->data()[i]) * 0x100000001B3ull;
  h ^= h >> 32;
  hash = static_cast<Hash>(h * 0x9E3779B97F4A7C15ull);
  if (hash == 0 || hash == -1) hash = 0x27D4EB2F;
  b->hash.store(hash);
  return hash;
}

int bytes_compare(VmThread& t, Value a, Value b) {
  const int order = bytes_view(t, a).compare(bytes_view(t, b));
  return order < 0 ? -1 : (order > 0 ? 1 : 0);
}

Value bytes_concat(VmThread& t, Value a, Value b) {
  const std::string_view x = bytes_view(t, a);
  const std::string_view y = bytes_view(t, b);
  if (!can_hold(t, x.size() + y.size())) return Value();
  if (is_bytearray(a)) {
    std::string sum(x);
    sum += y;
    return bytearray_new(t, sum);
  }
  Bytes* sum = t.make<Bytes>(t.vm.types.bytes, x.size() + y.size());
  sum->length = static_cast<std::uint32_t>(x.size() + y.size());
  if (!x.empty()) std::memcpy(sum->data(), x.data(), x.size());
  if (!y.empty()) std::memcpy(sum->data() + x.size(), y.data(), y.size());
  return sum;
}

Value bytes_repeat(VmThread& t, Value b, std::int64_t n) {
  const std::string_view data = bytes_view(t, b);
  if (n <= 0 || data.empty()) return like(t, b, {});
  if (n > static_cast<std::int64_t>(std::numeric_limits<std::uint32_t>::max() / data.size())) {
    return raise_memory_error(t);
  }
  const std::size_t total = data.size() * static_cast<std::size_t>(n);
  if (!can_hold(t, total)) return Value();
  std::string out;
  out.reserve(total);
  for (std::int64_t i = 0; i < n; ++i) out += data;
  return like(t, b, out);
}

namespace {

Value getitem_resolved(VmThread& t, Value index, Value b) { return bytes_getitem(t, b, index); }

const char* index_name(Value b) { return is_bytearray(b) ? "bytearray" : "byte"; }

/// A position within the bytes. False: IndexError raised.
bool check_position(VmThread& t, Value b, std::int64_t* i, std::size_t size, const char* text) {
  if (*i < 0) *i += static_cast<std::int64_t>(size);
  if (*i >= 0 && *i < static_cast<std::int64_t>(size)) return true;
  (void)b;
  raise_index_error(t, text);
  return false;
}

}  // namespace

Value bytes_getitem(VmThread& t, Value b, Value index) {
  std::int64_t i = 0;
  switch (index_kind(t.vm, index, &i)) {
    case IndexKind::Integer: {
      const char* text = is_bytearray(b) ? "bytearray index out of range" : "index out of range";
      if (!check_position(t, b, &i, bytes_size(b), text)) return Value();
      const int byte = byte_at(t, b, static_cast<std::size_t>(i));
      return byte < 0 ? raise_index_error(t, text) : Value::small_int(byte);
    }
    case IndexKind::Slice: {
      const std::string_view data = bytes_view(t, b);
      auto* slice = static_cast<Slice*>(index.object());
      if (slice_needs_python(t.vm, slice)) break;
      SliceIndices range;
      if (!slice_indices(t, slice, static_cast<std::int64_t>(data.size()), &range)) return Value();
      if (range.step == 1) {
        return like(t, b,
                    data.substr(static_cast<std::size_t>(range.start),
                                static_cast<std::size_t>(range.count)));
      }
      std::string out;
      for (std::int64_t k = 0; k < range.count; ++k) {
        out.push_back(data[static_cast<std::size_t>(range.start + k * range.step)]);
      }
      return like(t, b, out);
    }
    case IndexKind::TooLarge: return raise_index_too_large(t);
    case IndexKind::Other: break;
  }
  return resolve_index(t, index_name(b), index, getitem_resolved, b);
}

bool read_byte(VmThread& t, Value v, const char* range_text, std::uint8_t* out) {
  std::int64_t n = 0;
  if (!read_index_clamped(t, v, &n)) return false;
  if (n < 0 || n > 255) {
    raise_value_error(t, "%s", range_text);
    return false;
  }
  *out = static_cast<std::uint8_t>(n);
  return true;
}

namespace {

Value setitem_resolved(VmThread& t, Value index, Value state);

/// b[start:stop:step] = data.
Value replace_slice(VmThread& t, ByteArray* b, const Slice* slice, std::string_view data) {
  std::string all(bytes_view(t, b));
  SliceIndices range;
  if (!slice_indices(t, slice, static_cast<std::int64_t>(all.size()), &range)) return Value();
  if (range.step == 1) {
    all.replace(static_cast<std::size_t>(range.start), static_cast<std::size_t>(range.count), data);
    return bytearray_assign(t, b, all) ? none() : Value();
  }
  if (static_cast<std::int64_t>(data.size()) != range.count) {
    return raise_value_error(t,
                             "attempt to assign bytes of size %zu to extended slice of size %lld",
                             data.size(), static_cast<long long>(range.count));
  }
  for (std::int64_t k = 0; k < range.count; ++k) {
    all[static_cast<std::size_t>(range.start + k * range.step)] = data[static_cast<std::size_t>(k)];
  }
  return bytearray_assign(t, b, all) ? none() : Value();
}

}  // namespace

Value bytearray_setitem(VmThread& t, ByteArray* b, Value index, Value value) {
  std::int64_t i = 0;
  switch (index_kind(t.vm, index, &i)) {
    case IndexKind::Integer: {
      std::uint8_t byte = 0;
      if (!check_position(t, b, &i, bytes_size(b), "bytearray index out of range") ||
          !read_byte(t, value, "byte must be in range(0, 256)", &byte)) {
        return Value();
      }
      const ObjectLock lock(t.vm, b);
      if (i < b->size.load()) b->storage.load()->data()[i] = byte;
      return none();
    }
    case IndexKind::Slice: {
      auto* slice = static_cast<Slice*>(index.object());
      if (slice_needs_python(t.vm, slice)) break;
      std::string data;
      if (!bytes_from_items(t, value, &data)) return Value();
      return replace_slice(t, b, slice, data);
    }
    case IndexKind::TooLarge: return raise_index_too_large(t);
    case IndexKind::Other: break;
  }
  auto* state = t.make<Slice>(t.vm.types.slice);  // three words that the collector sees
  state->start = b;
  state->stop = value;
  state->step = none();
  return resolve_index(t, "bytearray", index, setitem_resolved, state);
}

namespace {
Value setitem_resolved(VmThread& t, Value index, Value state) {
  const auto* s = static_cast<Slice*>(state.object());
  return bytearray_setitem(t, static_cast<ByteArray*>(s->start.object()), index, s->stop);
}
Value delitem_resolved(VmThread& t, Value index, Value b) {
  return bytearray_delitem(t, static_cast<ByteArray*>(b.object()), index);
}
}  // namespace

Value bytearray_delitem(VmThread& t, ByteArray* b, Value index) {
  std::int64_t i = 0;
  std::string all(bytes_view(t, b));
  switch (index_kind(t.vm, index, &i)) {
    case IndexKind::Integer:
      if (!check_position(t, b, &i, all.size(), "bytearray index out of range")) return Value();
      all.erase(static_cast<std::size_t>(i), 1);
      return bytearray_assign(t, b, all) ? none() : Value();
    case IndexKind::Slice: {
      auto* slice = static_cast<Slice*>(index.object());
      if (slice_needs_python(t.vm, slice)) break;
      SliceIndices range;
      if (!slice_indices(t, slice, static_cast<std::int64_t>(all.size()), &range)) return Value();
      std::vector<bool> gone(all.size(), false);
      for (std::int64_t k = 0; k < range.count; ++k) {
        gone[static_cast<std::size_t>(range.start + k * range.step)] = true;
      }
      std::string kept;
      for (std::size_t k = 0; k < all.size(); ++k) {
        if (!gone[k]) kept.push_back(all[k]);
      }
      return bytearray_assign(t, b, kept) ? none() : Value();
    }
    case IndexKind::TooLarge: return raise_index_too_large(t);
    case IndexKind::Other: break;
  }
  return resolve_index(t, "bytearray", index, delitem_resolved, b);
}

Value bytes_contains(VmThread& t, Value b, Value needle) {
  const std::string_view data = bytes_view(t, b);
  if (is_bytes_like(needle))
    return boolean(data.find(bytes_view(t, needle)) != std::string_view::npos);
  if (!is_int_like(needle)) {
    return raise_type_error(t, "a bytes-like object is required, not '%s'",
                            type_name(t.vm, needle).c_str());
  }
  std::uint8_t byte = 0;
  if (!read_byte(t, needle, "byte must be in range(0, 256)", &byte)) return Value();
  return boolean(data.find(static_cast<char>(byte)) != std::string_view::npos);
}

std::string bytes_repr(std::string_view data) {
  const bool twin =
      data.find('\'') != std::string_view::npos && data.find('"') == std::string_view::npos;
  const char quote = twin ? '"' : '\'';
  std::string out = {'b', quote};
  for (char c : data) {
    const auto byte = static_cast<std::uint8_t>(c);
    if (c == quote || c == '\\') {
      out += {'\\', c};
    } else if (c == '\t') {
      out += "\\t";
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\r') {
      out += "\\r";
    } else if (byte < ' ' || byte >= 127) {
      out += "\\x";
      out.push_back("0123456789abcdef"[byte >> 4]);
      out.push_back("0123456789abcdef"[byte & 15]);
    } else {
      out.push_back(c);
    }
  }
  out.push_back(quote);
  return out;
}

std::string bytearray_repr(std::string_view data) { return "bytearray(" + bytes_repr(data) + ")"; }

}  // namespace interleave::vm
