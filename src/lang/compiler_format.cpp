// `"…%s…" % (a, b)` with only %s, %r and %a in it: the same code as for an f-string.

#include "lang/compiler_impl.h"

namespace interleave::lang {

namespace {

// A piece of the format: text, or one conversion with the specification format() takes.
struct FormatPiece {
  bool is_text = false;
  std::string text;
  std::uint32_t flags = kFormatNone;
};

constexpr std::size_t kMaxDigits = 2;  // of a width or precision; longer ones are left to run time

class FormatParser {
 public:
  explicit FormatParser(std::string_view format) : format_(format) {}

  // The pieces, or nothing if some conversion is of another kind.
  std::optional<std::vector<FormatPiece>> run() {
    std::vector<FormatPiece> pieces;
    while (at_ < format_.size()) {
      FormatPiece text{true, literal(), kFormatNone};
      if (!text.text.empty()) pieces.push_back(std::move(text));
      if (at_ >= format_.size()) break;
      ++at_;
      auto piece = conversion();
      if (!piece) return std::nullopt;
      pieces.push_back(std::move(*piece));
    }
    return pieces;
  }

 private:
  char next() const { return at_ < format_.size() ? format_[at_] : '\0'; }

  // Up to a single percent sign.
  std::string literal() {
    std::string text;
    while (at_ < format_.size()) {
      if (format_[at_] == '%') {
        if (at_ + 1 >= format_.size() || format_[at_ + 1] != '%') break;
        ++at_;
      }
      text += format_[at_++];
    }
    return text;
  }

  // Digits without leading zeros, as a number would be printed; nothing if there are too many.
  std::optional<std::string> digits() {
    std::string text;
    std::size_t count = 0;
    for (; next() >= '0' && next() <= '9'; ++at_) {
      if (++count > kMaxDigits) return std::nullopt;
      if (text != "0") {
        text += next();
      } else {
        text = next();
      }
    }
    return text;
  }

  std::optional<FormatPiece> conversion() {
    bool left = false;
    for (; std::string_view("-+ #0").find(next()) != std::string_view::npos && next() != '\0';
         ++at_) {
      left = left || next() == '-';
    }
    const auto width = digits();
    if (!width) return std::nullopt;
    FormatPiece piece;
    if (!left && !width->empty() && *width != "0") piece.text = ">";
    piece.text += *width;
    if (next() == '.') {
      ++at_;
      const auto precision = digits();
      if (!precision) return std::nullopt;
      piece.text += "." + (precision->empty() ? "0" : *precision);
    }
    switch (next()) {
      case 's': piece.flags = kFormatStr; break;
      case 'r': piece.flags = kFormatRepr; break;
      case 'a': piece.flags = kFormatAscii; break;
      default: return std::nullopt;
    }
    ++at_;
    if (!piece.text.empty()) piece.flags |= kFormatHasSpec;
    return piece;
  }

  std::string_view format_;
  std::size_t at_ = 0;
};

}  // namespace

bool Compiler::percent_format(const BinOp* expr) {
  const auto* format = try_as<Constant>(expr->left);
  const auto* values = try_as<Tuple>(expr->right);
  if (expr->op != Operator::Mod || format == nullptr || values == nullptr ||
      format->constant != ConstantKind::Str || fold(values) != nullptr) {
    return false;
  }
  for (const Expr* value : values->elts) {
    if (value->kind == NodeKind::Starred) return false;
  }
  const auto pieces = FormatParser(format->text).run();
  if (!pieces) return false;
  std::size_t conversions = 0;
  for (const FormatPiece& piece : *pieces) conversions += piece.is_text ? 0 : 1;
  if (conversions != values->elts.size || pieces->size() > kStackUse) return false;
  const CodePosition whole = unit().place;
  std::size_t index = 0;
  for (const FormatPiece& piece : *pieces) {
    if (piece.is_text) {
      unset_place();
      load_text(piece.text);
      continue;
    }
    const Expr* value = values->elts[index++];
    expression(value);
    unset_place();
    if ((piece.flags & kFormatHasSpec) != 0) load_text(piece.text);
    set_place(value);
    add(Opcode::FORMAT_VALUE, piece.flags);
  }
  unit().place = whole;
  if (pieces->size() != 1) add(Opcode::BUILD_STRING, static_cast<std::uint32_t>(pieces->size()));
  return true;
}

}  // namespace interleave::lang
