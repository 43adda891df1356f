// Bytes as the 64 letters that any text may hold, and back.
//
// Not the letters of addresses (web/src/link.ts has those). Any thread.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace interleave {

inline constexpr std::string_view kBase64Letters =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

inline std::string to_base64(std::string_view bytes) {
  const auto byte = [&](std::size_t i) -> std::uint32_t {
    return i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0;
  };
  std::string out;
  out.reserve((bytes.size() + 2) / 3 * 4);
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    const std::uint32_t three = byte(i) << 16 | byte(i + 1) << 8 | byte(i + 2);
    out += kBase64Letters[three >> 18];
    out += kBase64Letters[three >> 12 & 63];
    out += i + 1 < bytes.size() ? kBase64Letters[three >> 6 & 63] : '=';
    out += i + 2 < bytes.size() ? kBase64Letters[three & 63] : '=';
  }
  return out;
}

/// Nothing for what to_base64() could not have written.
inline std::optional<std::string> from_base64(std::string_view text) {
  std::array<std::uint8_t, 256> value;
  value.fill(64);
  for (std::uint8_t i = 0; i < 64; ++i) value[static_cast<unsigned char>(kBase64Letters[i])] = i;
  if (text.size() % 4 != 0) return std::nullopt;
  const std::size_t padding = text.ends_with("==") ? 2 : text.ends_with('=') ? 1 : 0;
  const std::string_view letters = text.substr(0, text.size() - padding);
  std::string out;
  out.reserve(text.size() / 4 * 3);
  std::uint32_t bits = 0;
  int held = 0;
  for (const char letter : letters) {
    const std::uint8_t six = value[static_cast<unsigned char>(letter)];
    if (six == 64) return std::nullopt;
    bits = bits << 6 | six;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    out += static_cast<char>(bits >> held & 0xFF);
  }
  if ((bits & ((1u << held) - 1)) != 0) return std::nullopt;
  return out;
}

}  // namespace interleave
