#include "lang/parser.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/limits.h"
#include "lang/parser_impl.h"
#include "lang/source.h"
#include "lang/tree_walk.h"

namespace interleave::lang {

ParseResult parse(std::string_view source, Arena& arena) {
  return Parser(source, arena).parse_module();
}

ParseResult parse_expression(std::string_view source, Arena& arena) {
  return Parser(source, arena).parse_single_expression();
}

// --- the two passes
// ---------------------------------------------------------------------------------

template <class Rule>
ParseResult Parser::two_passes(Rule rule) {
  Module* module = rule();
  if (module != nullptr && !failed()) return finish(module);
  if (!failed()) {
    const Token last = tokens_.back();  // as far as the first pass got: the generic error's place
    second_pass_ = true;
    if (last.level > 0) {  // a dictionary's missing colon goes before everything else
      pos_ = depth_ = 0;
      rule();
      memo_.clear();
    }
    if (!failed()) {
      invalid_rules_ = true;
      pos_ = depth_ = 0;
      rule();
    }
    if (!failed()) set_generic_error(last);
  }
  if (!error_from_lexer_) check_rest_of_file();
  return ParseResult{nullptr, error_};
}

ParseResult Parser::parse_module() {
  return two_passes([this] { return file(); });
}

ParseResult Parser::parse_single_expression() {
  return two_passes([this] { return eval_input(); });
}

Module* Parser::file() {
  List<Stmt> body(*this);
  if (!statements(body)) return nullptr;
  if (!is(K::EndMarker)) return nullptr;
  Module* module = node_at<Module>(Position{});
  module->body = body.finish();
  return module;
}

Module* Parser::eval_input() {
  const int start = pos_;
  Expr* value = star_expressions();
  if (value == nullptr) return nullptr;
  auto* statement = node<ExprStmt>(start);
  statement->value = value;
  while (accept(K::Newline)) {
  }
  if (!is(K::EndMarker)) return nullptr;
  List<Stmt> body(*this);
  body.push(statement);
  Module* module = node_at<Module>(Position{});
  module->body = body.finish();
  return module;
}

ParseResult Parser::finish(Module* module) {
  if (deferred_) return ParseResult{nullptr, deferred_};
  if (!check_height(*module)) return ParseResult{nullptr, error_};
  return ParseResult{module, std::nullopt};
}

/// Chains are built in a loop, so the tree may be higher than the parser was deep.
bool Parser::check_height(const Module& module) {
  std::vector<std::pair<const Node*, int>> open{{&module, 0}};
  Position place;
  while (!open.empty()) {
    const auto [node, height] = open.back();
    open.pop_back();
    if (node->pos.line > 0) place = node->pos;
    if (height > limits::kTreeDepth) {
      raise(place, "too many nested expressions or blocks");
      return false;
    }
    const int below = height + 1;
    for_each_child(node, [&open, below](const Node* child) { open.emplace_back(child, below); });
  }
  return true;
}

// --- tokens
// -----------------------------------------------------------------------------------------

void Parser::fetch() {
  const Token token = lexer_.next();
  if (token.kind == K::Error && !failed()) {
    error_ = lexer_.error();
    error_from_lexer_ = true;
  }
  tokens_.push_back(token);
}

const Token& Parser::token(int index) {
  while (static_cast<std::size_t>(index) >= tokens_.size()) {
    const bool over = !tokens_.empty() &&
                      (tokens_.back().kind == K::EndMarker || tokens_.back().kind == K::Error);
    if (over) return tokens_.back();
    fetch();
  }
  return tokens_[static_cast<std::size_t>(index)];
}

bool Parser::accept(K k) {
  if (kind() != k || failed()) return false;
  ++pos_;
  return true;
}

/// A token that must come here whatever else the program says.
bool Parser::expect_forced(K k, const char* shown) {
  if (accept(k)) return true;
  raise(token_position(token(pos_)), std::string("expected '") + shown + "'");
  return false;
}

/// From the token at `start` to the last one taken that is neither a line end nor an indentation.
Position Parser::span(int start) {
  const Token& first = token(start);
  int last = std::max(pos_ - 1, start);
  while (last > start && (token(last).kind == K::Newline || token(last).kind == K::Indent ||
                          token(last).kind == K::Dedent)) {
    --last;
  }
  const Token& end = token(last);
  return {first.line, first.col, end.end_line, end.end_col};
}

Identifier Parser::intern(std::string_view text) {
  const auto known = names_.find(text);
  if (known != names_.end()) return *known;
  return *names_.insert(arena_.copy(text)).first;
}

bool Parser::enter() {
  if (++depth_ <= limits::kParserDepth) return true;
  raise(token_position(token(pos_)), "too many nested expressions or blocks");
  return false;
}

// --- errors
// -----------------------------------------------------------------------------------------

std::int32_t Parser::characters(std::int32_t line, std::int32_t bytes) const {
  if (bytes <= 0) return bytes;
  const std::string_view text = lexer_.line_text(line);
  const auto size = static_cast<std::size_t>(bytes);
  const std::size_t beyond = size > text.size() ? size - text.size() : 0;
  return static_cast<std::int32_t>(count_characters(text.substr(0, size)) + beyond);
}

/// The first error stands.
void Parser::raise(Position range, std::string message) {
  if (failed()) return;
  error_ = Diagnostic{DiagnosticKind::SyntaxError,
                      std::move(message),
                      range.line,
                      characters(range.line, range.col) + 1,
                      range.end_line,
                      characters(range.end_line, range.end_col) + 1};
  if (range.end_line != range.line) {  // CPython measures the end on the first line
    const auto length = static_cast<std::int32_t>(lexer_.line_text(range.line).size());
    error_->end_col = std::min(error_->end_col, characters(range.line, length) + 1);
  }
}

/// From `start` to wherever the lexer has got to.
void Parser::raise_from(Position start, std::string message) {
  if (failed()) return;
  raise(start, std::move(message));
  error_->end_line = lexer_.cursor_line();
  error_->end_col = characters(lexer_.cursor_line(), lexer_.cursor_col());
}

void Parser::raise_unbounded(std::int32_t line, std::int32_t col, std::string message) {
  if (failed()) return;
  raise(Position{line, col, line, col}, std::move(message));
  error_->end_col = 0;
}

/// At the last token the lexer has handed out, in whichever pass.
void Parser::raise_at_last(std::string message, DiagnosticKind kind) {
  if (failed()) return;
  const Token last = tokens_.back();
  raise(token_position(last), std::move(message));
  error_->kind = kind;
  if (last.col < 0) {  // a token without a column: where the cursor stands
    error_->col = characters(last.line, lexer_.cursor_col());
    error_->end_col = -1;
  }
}

void Parser::raise_at_next(std::string message) {
  if (failed()) return;
  raise(token_position(token(pos_)), std::move(message));
}

void Parser::raise_unsupported(int start, int end, std::string_view feature) {
  if (failed()) return;
  const Position range = join(token_position(token(start)), token_position(token(end)));
  raise(range, std::string(feature) + " not supported yet");
}

void Parser::set_generic_error(const Token& last) {
  if (last.kind == K::Indent)
    return raise_at_last("unexpected indent", DiagnosticKind::IndentationError);
  if (last.kind == K::Dedent) {
    return raise_at_last("unexpected unindent", DiagnosticKind::IndentationError);
  }
  raise(token_position(last), "invalid syntax");
}

/// A broken token further down explains more than the parser's complaint, and so does a bracket
/// that was opened on an earlier line and never closed.
void Parser::check_rest_of_file() {
  if (error_->kind == DiagnosticKind::IndentationError && !lexer_.error() &&
      (error_->message == "unexpected indent" || error_->message == "unexpected unindent")) {
    return;
  }
  const std::int32_t line = tokens_.back().line;
  K reached = tokens_.back().kind;
  while (reached != K::EndMarker && reached != K::Error) reached = lexer_.next().kind;
  if (reached != K::Error) return;
  if (!lexer_.ended_in_bracket() && !lexer_.error_is_soft()) {
    error_ = lexer_.error();
    return;
  }
  if (lexer_.open_brackets().empty()) return;
  const OpenBracket& open = lexer_.open_brackets().back();
  if (line <= open.line) return;
  error_.reset();
  raise_unbounded(open.line, open.col, std::string("'") + open.bracket + "' was never closed");
}

}  // namespace interleave::lang
