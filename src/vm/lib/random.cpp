// _random: the Mersenne Twister behind random.py, number for number CPython's.
#include <cmath>

#include "vm/bigint.h"
#include "vm/construct.h"
#include "vm/errors.h"
#include "vm/identity.h"
#include "vm/int_view.h"
#include "vm/lib/modules.h"
#include "vm/lock.h"
#include "vm/number.h"
#include "vm/tuple.h"
#include "vm/type.h"

namespace interleave::vm {

namespace {

constexpr std::uint32_t kWords = 624;
constexpr std::uint32_t kMiddle = 397;

/// _random.Random. The state changes under the ObjectLock when there is no GIL.
struct RandomObject : Object {
  std::uint32_t index;  // next word to hand out; kWords: a new block is due
  std::uint32_t words[kWords];
};

RandomObject* self_of(const Args& args) { return static_cast<RandomObject*>(args[0].object()); }

void seed_word(RandomObject* r, std::uint32_t seed) {
  r->words[0] = seed;
  for (std::uint32_t i = 1; i < kWords; ++i) {
    const std::uint32_t previous = r->words[i - 1];
    r->words[i] = 1812433253u * (previous ^ (previous >> 30)) + i;
  }
  r->index = kWords;
}

/// The generator's authors' way to use a key of any length.
void seed_array(RandomObject* r, const std::uint32_t* key, std::uint32_t length) {
  seed_word(r, 19650218u);
  std::uint32_t* const w = r->words;
  std::uint32_t i = 1;
  const auto wrap = [&] {
    if (++i >= kWords) {
      w[0] = w[kWords - 1];
      i = 1;
    }
  };
  std::uint32_t j = 0;
  for (std::uint32_t k = std::max(kWords, length); k > 0; --k) {
    w[i] = (w[i] ^ ((w[i - 1] ^ (w[i - 1] >> 30)) * 1664525u)) + key[j] + j;
    wrap();
    if (++j >= length) j = 0;
  }
  for (std::uint32_t k = kWords - 1; k > 0; --k) {
    w[i] = (w[i] ^ ((w[i - 1] ^ (w[i - 1] >> 30)) * 1566083941u)) - i;
    wrap();
  }
  w[0] = 0x80000000u;
}

void refill(RandomObject* r) {
  std::uint32_t* const w = r->words;
  for (std::uint32_t i = 0; i < kWords; ++i) {
    const std::uint32_t y = (w[i] & 0x80000000u) | (w[(i + 1) % kWords] & 0x7FFFFFFFu);
    w[i] = w[(i + kMiddle) % kWords] ^ (y >> 1) ^ ((y & 1) != 0 ? 0x9908B0DFu : 0);
  }
  r->index = 0;
}

std::uint32_t next_word(RandomObject* r) {
  if (r->index >= kWords) refill(r);
  std::uint32_t y = r->words[r->index++];
  y ^= y >> 11;
  y ^= (y << 7) & 0x9D2C5680u;
  y ^= (y << 15) & 0xEFC60000u;
  return y ^ (y >> 18);
}

/// Something that differs from run to run, and from one generator of a run to the next.
std::uint64_t host_seed(VmThread& t, const RandomObject* r) {
  std::uint64_t x = static_cast<std::uint64_t>(t.vm.host.epoch_ns()) ^
                    (static_cast<std::uint64_t>(t.vm.host.now()) << 20) ^
                    identity_of(r);  // not the address, which is another on every platform
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ull;
  x = (x ^ (x >> 27)) * 0x94D049BB133111EBull;
  return x ^ (x >> 31);
}

Value seed(VmThread& t, const Args& args) {
  RandomObject* r = self_of(args);
  const Value given = args.get(1, none());
  Value key = given;
  if (given == none()) {
    key = int_from_u64(t, host_seed(t, r));
  } else if (kind_of(given) == Kind::Float) {
    key = int_from_u64(t, static_cast<std::uint64_t>(number_hash(given)));
  } else if (!is_int_like(given)) {
    return raise_type_error(t,
                            "The only supported seed types are: None,\nint, float, str, bytes, "
                            "and bytearray.");
  }
  const IntView view(key);
  const bigint::Limb zero = 0;
  const ObjectLock lock(t.vm, r);
  if (view.zero()) {
    seed_array(r, &zero, 1);
  } else {
    seed_array(r, view.limbs().data(), static_cast<std::uint32_t>(view.count()));
  }
  return none();
}

Value make(VmThread& t, const Args& args) {
  auto* r = make_of<RandomObject>(t, static_cast<Type*>(args[0].object()));
  const Value values[] = {r};
  return seed(t, {values, 1, nullptr}).empty() ? Value() : Value(r);
}

Value random(VmThread& t, const Args& args) {
  RandomObject* r = self_of(args);
  const ObjectLock lock(t.vm, r);
  const std::uint32_t a = next_word(r) >> 5;
  const std::uint32_t b = next_word(r) >> 6;
  return Value::from_double((a * 67108864.0 + b) * (1.0 / 9007199254740992.0));
}

/// `bits` random bits as limbs, the first word lowest, as CPython fills them.
void fill_bits(const Vm& vm, RandomObject* r, std::uint64_t bits, bigint::Limb* out) {
  const ObjectLock lock(vm, r);
  for (; bits > 0; bits -= std::min<std::uint64_t>(bits, 32)) {
    const std::uint32_t word = next_word(r);
    *out++ = bits < 32 ? word >> (32 - bits) : word;
  }
}

Value random_bits(VmThread& t, RandomObject* r, std::uint64_t bits) {
  IntResult result(t, (bits + 31) / 32);
  if (!result.ok()) return Value();
  fill_bits(t.vm, r, bits, result.data());
  return result.finish(
      bigint::normalized(result.data(), static_cast<std::size_t>((bits + 31) / 32)), false);
}

Value getrandbits(VmThread& t, const Args& args) {
  std::int64_t bits = 0;
  if (!read_index(t, args[1], &bits)) return Value();
  if (bits < 0) return raise_value_error(t, "number of bits must be non-negative");
  return random_bits(t, self_of(args), static_cast<std::uint64_t>(bits));
}

/// A number below n, each equally likely: bits are drawn until they make one.
Value below(VmThread& t, const Args& args) {
  if (!is_int_like(args[1])) {
    return raise_type_error(t, "'%s' object cannot be interpreted as an integer",
                            type_name(t.vm, args[1]).c_str());
  }
  const IntView n(args[1]);
  if (n.zero() || n.negative()) return Value::small_int(0);
  const std::uint64_t bits = bigint::bit_length(n.limbs());
  while (true) {
    const Value drawn = random_bits(t, self_of(args), bits);
    if (drawn.empty() || bigint::compare(IntView(drawn).limbs(), n.limbs()) < 0) return drawn;
  }
}

Value getstate(VmThread& t, const Args& args) {
  RandomObject* r = self_of(args);
  Tuple* state = tuple_new(t, kWords + 1);
  const ObjectLock lock(t.vm, r);
  for (std::uint32_t i = 0; i < kWords; ++i) state->items()[i] = Value::small_int(r->words[i]);
  state->items()[kWords] = Value::small_int(r->index);
  return state;
}

Value setstate(VmThread& t, const Args& args) {
  if (kind_of(args[1]) != Kind::Tuple) return raise_type_error(t, "state vector must be a tuple");
  const auto* state = static_cast<Tuple*>(args[1].object());
  if (state->size != kWords + 1) return raise_value_error(t, "state vector is the wrong size");
  std::uint32_t words[kWords + 1];
  for (std::uint32_t i = 0; i <= kWords; ++i) {
    std::int64_t word = 0;
    if (!read_index(t, state->items()[i], &word)) return Value();
    words[i] = static_cast<std::uint32_t>(word);
  }
  if (words[kWords] > kWords) return raise_value_error(t, "invalid state");
  RandomObject* r = self_of(args);
  const ObjectLock lock(t.vm, r);
  std::copy(words, words + kWords, r->words);
  r->index = words[kWords];
  return none();
}

constexpr NativeDef kRandom[] = {
    {"__new__", make, 1, kAnyArgs, kKeywords},
    {"seed", seed, 1, 2},
    {"random", random, 1, 1},
    {"getrandbits", getrandbits, 2, 2},
    {"_randbelow", below, 2, 2},
    {"getstate", getstate, 1, 1},
    {"setstate", setstate, 2, 2},
};

}  // namespace

void init_random(VmThread& t) {
  Module* module = make_module(t, "_random");
  Type* type = make_type(t, {.name = "Random",
                             .kind = Kind::NativeData,
                             .size = sizeof(RandomObject),
                             .module = "_random"});
  add_methods(t, type, kRandom);
  module_set(t, module, "Random", type);
}

}  // namespace interleave::vm
