#include "base/json.h"

#include <cstdint>
#include <cstdlib>

namespace interleave {

/// Recursive descent, to a bounded depth. Every step answers false at the first thing that is not
/// JSON.
class JsonReader {
 public:
  explicit JsonReader(std::string_view text) : text_(text) {}

  bool object(JsonObject* into, int depth = 0) {
    if (depth > kDeepest || !take('{')) return false;
    if (take('}')) return true;
    do {
      std::string name;
      if (!string(name) || !take(':') || !value(into, name, depth)) return false;
    } while (take(','));
    return take('}');
  }
  bool at_end() {
    blanks();
    return at_ == text_.size();
  }

 private:
  static constexpr int kDeepest = 32;

  void blanks() {
    while (at_ < text_.size() &&
           (text_[at_] == ' ' || text_[at_] == '\n' || text_[at_] == '\t' || text_[at_] == '\r')) {
      ++at_;
    }
  }
  bool take(char c) {
    blanks();
    if (at_ == text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }
  bool word(std::string_view w) {
    if (text_.substr(at_, w.size()) != w) return false;
    at_ += w.size();
    return true;
  }

  bool value(JsonObject* into, const std::string& name, int depth) {
    blanks();
    if (at_ == text_.size()) return false;
    switch (text_[at_]) {
      case '{': return object(nullptr, depth + 1);
      case '[': return array(depth + 1);
      case 'n': return word("null");
      case 't':
      case 'f': {
        const bool truth = text_[at_] == 't';
        if (into != nullptr) into->truths_[name] = truth;
        return word(truth ? "true" : "false");
      }
      case '"': {
        std::string text;
        if (!string(text)) return false;
        if (into != nullptr) into->texts_[name] = std::move(text);
        return true;
      }
      default: return number(into, name);
    }
  }

  bool array(int depth) {
    if (depth > kDeepest || !take('[')) return false;
    if (take(']')) return true;
    do {
      if (!value(nullptr, {}, depth)) return false;
    } while (take(','));
    return take(']');
  }

  bool number(JsonObject* into, const std::string& name) {
    const std::size_t begin = at_;
    while (at_ < text_.size() &&
           std::string_view("+-.eE0123456789").find(text_[at_]) != std::string_view::npos)
      ++at_;
    const std::string digits(text_.substr(begin, at_ - begin));
    char* end = nullptr;
    const double value = std::strtod(digits.c_str(), &end);
    if (digits.empty() || *end != 0) return false;
    if (into != nullptr) into->numbers_[name] = value;
    return true;
  }

  bool string(std::string& out) {
    if (!take('"')) return false;
    for (;;) {
      // Whole pieces at a time: one text may be most of a saved trace.
      const std::size_t begin = at_;
      while (at_ < text_.size() && text_[at_] != '"' && text_[at_] != '\\' &&
             static_cast<unsigned char>(text_[at_]) >= 0x20)
        ++at_;
      out.append(text_, begin, at_ - begin);
      if (at_ == text_.size()) return false;
      const char c = text_[at_++];
      if (c == '"') return true;
      if (c != '\\' || !escape(out)) return false;
    }
  }

  bool escape(std::string& out) {
    if (at_ == text_.size()) return false;
    static constexpr std::string_view kFrom = "\"\\/bfnrt";
    static constexpr std::string_view kTo = "\"\\/\b\f\n\r\t";
    const char c = text_[at_++];
    if (const std::size_t i = kFrom.find(c); i != std::string_view::npos) {
      out += kTo[i];
      return true;
    }
    std::uint32_t code = 0;
    if (c != 'u' || !hex(code)) return false;
    std::uint32_t low = 0;
    if (code >= 0xD800 && code < 0xDC00 && text_.substr(at_, 2) == "\\u") {
      at_ += 2;
      if (!hex(low)) return false;
      code = low >= 0xDC00 && low < 0xE000 ? 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00)
                                           : 0xFFFD;
    }
    if (code >= 0xD800 && code < 0xE000) code = 0xFFFD;
    append(out, code);
    return true;
  }

  bool hex(std::uint32_t& code) {
    if (at_ + 4 > text_.size()) return false;
    for (int i = 0; i < 4; ++i) {
      const char c = text_[at_++];
      const std::uint32_t digit = c >= '0' && c <= '9'   ? static_cast<std::uint32_t>(c - '0')
                                  : c >= 'a' && c <= 'f' ? static_cast<std::uint32_t>(c - 'a' + 10)
                                  : c >= 'A' && c <= 'F' ? static_cast<std::uint32_t>(c - 'A' + 10)
                                                         : 99;
      if (digit > 15) return false;
      code = code * 16 + digit;
    }
    return true;
  }

  static void append(std::string& out, std::uint32_t code) {
    const auto put = [&](std::uint32_t byte) { out += static_cast<char>(byte); };
    if (code < 0x80) return put(code);
    if (code < 0x800) {
      put(0xC0 | (code >> 6));
    } else {
      if (code < 0x10000) {
        put(0xE0 | (code >> 12));
      } else {
        put(0xF0 | (code >> 18));
        put(0x80 | ((code >> 12) & 0x3F));
      }
      put(0x80 | ((code >> 6) & 0x3F));
    }
    put(0x80 | (code & 0x3F));
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

std::optional<JsonObject> JsonObject::parse(std::string_view json) {
  JsonObject object;
  JsonReader reader(json);
  if (!reader.object(&object) || !reader.at_end()) return std::nullopt;
  return object;
}

const std::string* JsonObject::text(const std::string& name) const {
  const auto found = texts_.find(name);
  return found == texts_.end() ? nullptr : &found->second;
}

double JsonObject::number(const std::string& name, double otherwise) const {
  const auto found = numbers_.find(name);
  return found == numbers_.end() ? otherwise : found->second;
}

bool JsonObject::truth(const std::string& name, bool otherwise) const {
  const auto found = truths_.find(name);
  return found == truths_.end() ? otherwise : found->second;
}

}  // namespace interleave
