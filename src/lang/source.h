// Lines of a program's text: where they start, and bytes against characters within them.
//
// Not an owner of the text: the source must outlive the table. Immutable once built: any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace interleave::lang {

/// Code points in well-formed UTF-8 (bytes that are not continuation bytes).
inline std::size_t count_characters(std::string_view utf8) {
  std::size_t count = 0;
  for (const char c : utf8) count += (static_cast<unsigned char>(c) & 0xC0u) != 0x80u;
  return count;
}

class LineTable {
 public:
  /// Lines end in "\n", "\r\n" or "\r", as Python reads a file.
  explicit LineTable(std::string_view source) : source_(source) {
    if (source_.substr(0, 3) == "\xEF\xBB\xBF") source_.remove_prefix(3);
    starts_.push_back(0);
    for (std::size_t i = 0; i < source_.size(); ++i) {
      const char c = source_[i];
      if (c == '\n' || (c == '\r' && (i + 1 == source_.size() || source_[i + 1] != '\n'))) {
        starts_.push_back(i + 1);
      }
    }
  }

  std::int32_t line_count() const { return static_cast<std::int32_t>(starts_.size()); }

  /// The line's text without its end; empty when there is no such line. `line` counts from 1.
  std::string_view line_text(std::int32_t line) const {
    if (line < 1 || line > line_count()) return {};
    const std::size_t index = static_cast<std::size_t>(line) - 1;
    const std::size_t begin = starts_[index];
    std::size_t end = index + 1 < starts_.size() ? starts_[index + 1] : source_.size();
    while (end > begin && (source_[end - 1] == '\n' || source_[end - 1] == '\r')) --end;
    return source_.substr(begin, end - begin);
  }

  /// 0-based character column of a 0-based UTF-8 byte column (clamped to the line's length).
  std::int32_t character_column(std::int32_t line, std::int32_t byte_column) const {
    if (byte_column <= 0) return 0;
    return static_cast<std::int32_t>(
        count_characters(line_text(line).substr(0, static_cast<std::size_t>(byte_column))));
  }

 private:
  std::string_view source_;
  std::vector<std::size_t> starts_;
};

}  // namespace interleave::lang
