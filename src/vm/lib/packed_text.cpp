#include "vm/lib/packed_text.h"

#include <algorithm>
#include <iterator>
#include <memory>

namespace interleave::vm {

namespace {

using Probability = std::uint16_t;

/// The range decoder: bits by their probabilities.
class Bits {
 public:
  explicit Bits(const std::uint8_t* in) : in_(in + 1) {
    for (int i = 0; i < 4; ++i) code_ = code_ << 8 | *in_++;
  }
  std::uint32_t bit(Probability& p) {
    const std::uint32_t bound = (range_ >> 11) * p;
    const bool one = code_ >= bound;
    if (one) {
      range_ -= bound;
      code_ -= bound;
      p = static_cast<Probability>(p - (p >> 5));
    } else {
      range_ = bound;
      p = static_cast<Probability>(p + ((2048 - p) >> 5));
    }
    refill();
    return one ? 1 : 0;
  }
  /// `count` bits that are as likely 0 as 1.
  std::uint32_t plain(std::uint32_t count) {
    std::uint32_t value = 0;
    for (; count > 0; --count) {
      range_ >>= 1;
      const bool one = code_ >= range_;
      if (one) code_ -= range_;
      value = value << 1 | (one ? 1 : 0);
      refill();
    }
    return value;
  }
  std::uint32_t tree(Probability* p, std::uint32_t count) {
    std::uint32_t m = 1;
    for (std::uint32_t i = 0; i < count; ++i) m = m << 1 | bit(p[m]);
    return m - (1u << count);
  }
  std::uint32_t reversed_tree(Probability* p, std::uint32_t count) {
    std::uint32_t m = 1;
    std::uint32_t value = 0;
    for (std::uint32_t i = 0; i < count; ++i) {
      const std::uint32_t b = bit(p[m]);
      m = m << 1 | b;
      value |= b << i;
    }
    return value;
  }

 private:
  void refill() {
    if (range_ >= 1u << 24) return;
    range_ <<= 8;
    code_ = code_ << 8 | *in_++;
  }
  const std::uint8_t* in_;
  std::uint32_t range_ = 0xFFFFFFFFu;
  std::uint32_t code_ = 0;
};

constexpr int kStates = 12;

struct Lengths {
  Probability choice[2];
  Probability low[8];
  Probability middle[8];
  Probability high[256];

  std::uint32_t read(Bits& bits) {
    if (bits.bit(choice[0]) == 0) return 2 + bits.tree(low, 3);
    if (bits.bit(choice[1]) == 0) return 10 + bits.tree(middle, 3);
    return 18 + bits.tree(high, 8);
  }
};

/// All probabilities: nothing but them, so that they can be set in one go.
struct Model {
  Probability is_match[kStates], is_repeat[kStates], is_repeat_0[kStates], is_repeat_1[kStates],
      is_repeat_2[kStates], is_long[kStates];
  Probability slots[4][64], places[128], align[16];
  Lengths lengths, repeat_lengths;
  Probability literals[8][0x300];

  std::uint8_t literal(Bits& bits, std::uint8_t before, bool after_match, std::uint32_t match) {
    Probability* p = literals[before >> 5];
    std::uint32_t symbol = 1;
    while (after_match && symbol < 0x100) {
      const std::uint32_t expected = match >> 7 & 1;
      match <<= 1;
      const std::uint32_t b = bits.bit(p[((1 + expected) << 8) + symbol]);
      symbol = symbol << 1 | b;
      if (b != expected) break;
    }
    while (symbol < 0x100) symbol = symbol << 1 | bits.bit(p[symbol]);
    return static_cast<std::uint8_t>(symbol);
  }

  std::uint32_t distance(Bits& bits, std::uint32_t length) {
    const std::uint32_t slot = bits.tree(slots[std::min(length - 2, 3u)], 6);
    if (slot < 4) return slot;
    const std::uint32_t count = (slot >> 1) - 1;
    const std::uint32_t base = (2 | (slot & 1)) << count;
    if (slot < 14) return base + bits.reversed_tree(places + (base - slot), count);
    const std::uint32_t upper = bits.plain(count - 4) << 4;
    return base + upper + bits.reversed_tree(align, 4);
  }

  /// A match at one of the last four distances, which come in order of use.
  void repeat(Bits& bits, std::uint32_t state, std::uint32_t (&last)[4]) {
    std::uint32_t which = 1;
    if (bits.bit(is_repeat_1[state]) != 0) which = 2 + bits.bit(is_repeat_2[state]);
    std::rotate(last, last + which, last + which + 1);
  }
};

}  // namespace

void unpack_lzma(const std::uint8_t* packed, std::span<std::uint8_t> out) {
  const auto model = std::make_unique<Model>();
  auto* all = reinterpret_cast<Probability*>(model.get());
  std::fill(all, all + sizeof(Model) / sizeof(Probability), Probability{1024});
  Bits bits(packed);
  std::uint32_t state = 0;
  std::uint32_t last[4] = {};
  for (std::size_t n = 0; n < out.size();) {
    if (bits.bit(model->is_match[state]) == 0) {
      const std::uint8_t before = n > 0 ? out[n - 1] : 0;
      const std::uint32_t match = state >= 7 ? out[n - last[0] - 1] : 0;
      out[n++] = model->literal(bits, before, state >= 7, match);
      state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
      continue;
    }
    std::uint32_t length = 1;
    if (bits.bit(model->is_repeat[state]) == 0) {
      length = model->lengths.read(bits);
      std::rotate(last, last + 3, last + 4);
      last[0] = model->distance(bits, length);
      state = state < 7 ? 7 : 10;
    } else {
      const bool other = bits.bit(model->is_repeat_0[state]) != 0;
      if (other) model->repeat(bits, state, last);
      const bool is_long = other || bits.bit(model->is_long[state]) != 0;
      if (is_long) length = model->repeat_lengths.read(bits);
      state = is_long ? (state < 7 ? 8 : 11) : (state < 7 ? 9 : 11);
    }
    for (; length > 0 && n < out.size(); --length, ++n) out[n] = out[n - last[0] - 1];
  }
}

void unpack_sources(const std::uint8_t* packed, std::span<LibrarySource> sources) {
  std::size_t size = 0;
  for (const LibrarySource& s : sources) size += s.size + 1;
  auto* text = new std::uint8_t[size];  // lives for ever
  unpack_lzma(packed, {text, size});
  for (LibrarySource& s : sources) {
    s.text = reinterpret_cast<const char*>(text);
    text += s.size + 1;
  }
}

}  // namespace interleave::vm
