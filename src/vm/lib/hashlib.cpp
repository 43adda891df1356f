// hashlib: MD5, SHA-1 and the SHA-2 family. Data of more than 2047 bytes is hashed without the GIL,
// as in CPython.
#include <tomcrypt.h>

#include <algorithm>
#include <mutex>

#include "vm/bytes.h"
#include "vm/call.h"
#include "vm/errors.h"
#include "vm/identity.h"
#include "vm/lib/modules.h"
#include "vm/number.h"
#include "vm/set.h"
#include "vm/str.h"
#include "vm/tuple.h"
#include "vm/type.h"

namespace interleave::vm {

namespace {

/// CPython's threshold: from here on the GIL is given up.
/// What a simulated run charges: about what sha256 takes.
constexpr Tick kNanosecondsPerByte = 2;
constexpr std::size_t kReleaseBytes = 2048;
constexpr std::size_t kDigestMost = 64;

struct Algorithm {
  const char* name;
  int (*start)(hash_state*);
  int (*process)(hash_state*, const unsigned char*, unsigned long);
  int (*finish)(hash_state*, unsigned char*);
  std::uint8_t digest_size;
  std::uint8_t block_size;
};

constexpr Algorithm kAlgorithms[] = {
    {"md5", md5_init, md5_process, md5_done, 16, 64},
    {"sha1", sha1_init, sha1_process, sha1_done, 20, 64},
    {"sha224", sha224_init, sha224_process, sha224_done, 28, 64},
    {"sha256", sha256_init, sha256_process, sha256_done, 32, 64},
    {"sha384", sha384_init, sha384_process, sha384_done, 48, 128},
    {"sha512", sha512_init, sha512_process, sha512_done, 64, 128},
};

/// What is being hashed, outside the Python heap: work without the GIL uses nothing else. The mutex
/// is only ever waited for without the GIL.
struct HashContext {
  std::mutex mutex;
  const Algorithm* algorithm = nullptr;
  hash_state state{};
};

struct HashObject : Object {
  HashContext* context = nullptr;
};

/// Data on its way into a hash without the GIL; it keeps both alive.
struct HashJob : Object {
  HashContext* context = nullptr;
  std::string_view data;
  Value hash;
  Value bytes;  // immutable: a bytearray was copied
  bool wants_hash = false;
};

/// Of the one Vm there is.
Type* g_hash_class = nullptr;
Type* g_job_class = nullptr;

void trace_job(Object* o, Marker& m) {
  m.mark(static_cast<HashJob*>(o)->hash);
  m.mark(static_cast<HashJob*>(o)->bytes);
}

void finalize_hash(Object* o) { delete static_cast<HashObject*>(o)->context; }

void process(HashContext* context, std::string_view data) {
  context->algorithm->process(&context->state, reinterpret_cast<const unsigned char*>(data.data()),
                              static_cast<unsigned long>(data.size()));
}

void run_job(void* raw) {
  auto* job = static_cast<HashJob*>(raw);
  const std::lock_guard<std::mutex> lock(job->context->mutex);
  process(job->context, job->data);
}

Value job_done(VmThread&, Value state) {
  const auto* job = static_cast<HashJob*>(state.object());
  return job->wants_hash ? job->hash : none();
}

HashObject* self_of(const Args& args) { return static_cast<HashObject*>(args[0].object()); }

HashObject* new_hash(VmThread& t, const Algorithm* algorithm) {
  auto* h = t.make<HashObject>(g_hash_class);
  h->context = new HashContext;
  h->context->algorithm = algorithm;
  algorithm->start(&h->context->state);
  return h;
}

/// Hashes `data`: at once, or without the GIL when it is long or the object is busy. The result is
/// None or the hash.
Value feed(VmThread& t, HashObject* h, Value data, bool wants_hash) {
  if (has_buffer(t, data)) {
    return pending_call(t, t.vm.types.bytes, {data},
                        {[](VmThread& thread, Value bytes, Value state) {
                           const Tuple* s = static_cast<Tuple*>(state.object());
                           return feed(thread, static_cast<HashObject*>(s->items()[0].object()),
                                       bytes, s->items()[1] == boolean(true));
                         },
                         tuple_of(t, {h, boolean(wants_hash)}), false});
  }
  if (!is_bytes_like(data)) {
    return raise_type_error(t, is_str(data) ? "Strings must be encoded before hashing"
                                            : "object supporting the buffer API required");
  }
  const std::string_view view = bytes_view(t, data);
  HashContext* context = h->context;
  if (view.size() < kReleaseBytes && context->mutex.try_lock()) {
    process(context, view);
    context->mutex.unlock();
    return wants_hash ? Value(h) : none();
  }
  const Value bytes = is_bytes(data) ? data : Value(bytes_new(t, view));
  if (bytes.empty()) return bytes;
  auto* job = t.make<HashJob>(g_job_class);
  job->context = context;
  job->data = bytes_view(as_bytes(bytes));
  job->hash = h;
  job->bytes = bytes;
  job->wants_hash = wants_hash;
  pending_native(t, context->algorithm->name, run_job, job, job_done, job);
  return pending_cost(t, view.size() * kNanosecondsPerByte);
}

const Algorithm* find_algorithm(std::string_view name) {
  for (const Algorithm& a : kAlgorithms) {
    if (name == a.name) return &a;
  }
  return nullptr;
}

/// hashlib.<name>(string=b'', *, usedforsecurity=True).
template <std::size_t index>
Value open(VmThread& t, const Args& args) {
  static constexpr const char* kNames[] = {"string", "*usedforsecurity"};
  const Algorithm& algorithm = kAlgorithms[index];
  Value given[2];
  if (!read_arguments(t, algorithm.name, args, kNames, 2, 0, given)) return Value();
  HashObject* h = new_hash(t, &algorithm);
  return given[0].empty() ? Value(h) : feed(t, h, given[0], true);
}

Value open_named(VmThread& t, const Args& args) {
  static constexpr const char* kNames[] = {"name", "data", "*usedforsecurity"};
  Value given[3];
  if (!read_arguments(t, "new", args, kNames, 3, 1, given)) return Value();
  if (!is_str(given[0])) {
    return raise_type_error(t, "new() argument 'name' must be str, not %s",
                            type_name(t.vm, given[0]).c_str());
  }
  std::string name = utf8(as_str(given[0]));
  for (char& c : name) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  std::erase(name, '-');
  const Algorithm* algorithm = find_algorithm(name);
  if (algorithm == nullptr) {
    return raise_value_error(t, "unsupported hash type %s", utf8(as_str(given[0])).c_str());
  }
  HashObject* h = new_hash(t, algorithm);
  return given[1].empty() ? Value(h) : feed(t, h, given[1], true);
}

// --- methods
// ---------------------------------------------------------------------------------------------

Value update(VmThread& t, const Args& args) { return feed(t, self_of(args), args[1], false); }

/// Waits, without the GIL, for whoever is hashing into the object, then does `again`.
Value when_free(VmThread& t, HashObject* h, ResumeFn again) {
  const auto wait = [](void* context) {
    const std::lock_guard<std::mutex> lock(static_cast<HashContext*>(context)->mutex);
  };
  return pending_native(t, h->context->algorithm->name, wait, h->context, again, h);
}

/// The digest of what was hashed so far; false: the object is busy.
bool take_digest(HashContext* context, std::string* out) {
  if (!context->mutex.try_lock()) return false;
  hash_state copy = context->state;
  context->mutex.unlock();
  unsigned char digest[kDigestMost];
  context->algorithm->finish(&copy, digest);
  out->assign(reinterpret_cast<const char*>(digest), context->algorithm->digest_size);
  return true;
}

Value digest_of(VmThread& t, Value self) {
  auto* h = static_cast<HashObject*>(self.object());
  std::string digest;
  return take_digest(h->context, &digest) ? Value(bytes_new(t, digest))
                                          : when_free(t, h, digest_of);
}

Value hexdigest_of(VmThread& t, Value self) {
  auto* h = static_cast<HashObject*>(self.object());
  std::string digest;
  if (!take_digest(h->context, &digest)) return when_free(t, h, hexdigest_of);
  std::string hex;
  for (char c : digest) {
    hex.push_back("0123456789abcdef"[static_cast<std::uint8_t>(c) >> 4]);
    hex.push_back("0123456789abcdef"[static_cast<std::uint8_t>(c) & 15]);
  }
  return str_from_ascii(t, hex);
}

Value copy_of(VmThread& t, Value self) {
  auto* h = static_cast<HashObject*>(self.object());
  if (!h->context->mutex.try_lock()) return when_free(t, h, copy_of);
  HashObject* twin = new_hash(t, h->context->algorithm);
  twin->context->state = h->context->state;
  h->context->mutex.unlock();
  return twin;
}

Value digest(VmThread& t, const Args& args) { return digest_of(t, args[0]); }
Value hexdigest(VmThread& t, const Args& args) { return hexdigest_of(t, args[0]); }
Value copy(VmThread& t, const Args& args) { return copy_of(t, args[0]); }
Value name(VmThread& t, const Args& args) {
  return str_new(t, self_of(args)->context->algorithm->name);
}
Value digest_size(VmThread&, const Args& args) {
  return Value::small_int(self_of(args)->context->algorithm->digest_size);
}
Value block_size(VmThread&, const Args& args) {
  return Value::small_int(self_of(args)->context->algorithm->block_size);
}
Value repr(VmThread& t, const Args& args) {
  char text[80];
  std::snprintf(text, sizeof text, "<%s _hashlib.HASH object @ 0x%llx>",
                self_of(args)->context->algorithm->name,
                static_cast<unsigned long long>(identity_of(args[0].object())));
  return str_new(t, text);
}

constexpr NativeDef kMethods[] = {
    {"update", update, 2, 2},
    {"digest", digest, 1, 1},
    {"hexdigest", hexdigest, 1, 1},
    {"copy", copy, 1, 1},
    {"__repr__", repr, 1, 1},
    {"name", name, 1, 1, kGetter},
    {"digest_size", digest_size, 1, 1, kGetter},
    {"block_size", block_size, 1, 1, kGetter},
};

constexpr NativeDef kFunctions[] = {
    {"md5", open<0>, 0, 1, kKeywords},    {"sha1", open<1>, 0, 1, kKeywords},
    {"sha224", open<2>, 0, 1, kKeywords}, {"sha256", open<3>, 0, 1, kKeywords},
    {"sha384", open<4>, 0, 1, kKeywords}, {"sha512", open<5>, 0, 1, kKeywords},
    {"new", open_named, 1, 2, kKeywords},
};

}  // namespace

void init_hashlib(VmThread& t) {
  Module* hidden = make_module(t, "_hashlib");
  g_hash_class = make_type(t, {.name = "HASH",
                               .kind = Kind::NativeData,
                               .size = sizeof(HashObject),
                               .finalize = finalize_hash,
                               .can_subclass = false,
                               .instantiable = false,
                               .module = "_hashlib"});
  add_methods(t, g_hash_class, kMethods);
  module_set(t, hidden, "HASH", g_hash_class);
  g_job_class = make_type(t, {.name = "job",
                              .kind = Kind::Internal,
                              .size = sizeof(HashJob),
                              .trace = trace_job,
                              .can_subclass = false,
                              .instantiable = false});
  Module* module = make_module(t, "hashlib");
  add_functions(t, module, kFunctions);
  Set* names = set_new(t);
  for (const Algorithm& a : kAlgorithms) set_add(t, names, str_new(t, a.name));
  module_set(t, module, "algorithms_guaranteed", names);
  module_set(t, module, "algorithms_available", names);
}

}  // namespace interleave::vm
