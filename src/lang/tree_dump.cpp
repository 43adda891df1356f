#include "lang/tree_dump.h"

#include <cstdio>
#include <iterator>

namespace interleave::lang {

namespace {

// In the order of NodeKind.
constexpr std::string_view kNodeNames[] = {"Module",
                                           "FunctionDef",
                                           "AsyncFunctionDef",
                                           "ClassDef",
                                           "Return",
                                           "Delete",
                                           "Assign",
                                           "TypeAlias",
                                           "AugAssign",
                                           "AnnAssign",
                                           "For",
                                           "AsyncFor",
                                           "While",
                                           "If",
                                           "With",
                                           "AsyncWith",
                                           "Match",
                                           "Raise",
                                           "Try",
                                           "TryStar",
                                           "Assert",
                                           "Import",
                                           "ImportFrom",
                                           "Global",
                                           "Nonlocal",
                                           "Expr",
                                           "Pass",
                                           "Break",
                                           "Continue",
                                           "BoolOp",
                                           "NamedExpr",
                                           "BinOp",
                                           "UnaryOp",
                                           "Lambda",
                                           "IfExp",
                                           "Dict",
                                           "Set",
                                           "ListComp",
                                           "SetComp",
                                           "DictComp",
                                           "GeneratorExp",
                                           "Await",
                                           "Yield",
                                           "YieldFrom",
                                           "Compare",
                                           "Call",
                                           "FormattedValue",
                                           "JoinedStr",
                                           "Constant",
                                           "Attribute",
                                           "Subscript",
                                           "Starred",
                                           "Name",
                                           "List",
                                           "Tuple",
                                           "Slice",
                                           "MatchValue",
                                           "MatchSingleton",
                                           "MatchSequence",
                                           "MatchMapping",
                                           "MatchClass",
                                           "MatchStar",
                                           "MatchAs",
                                           "MatchOr",
                                           "comprehension",
                                           "ExceptHandler",
                                           "arguments",
                                           "arg",
                                           "keyword",
                                           "alias",
                                           "withitem",
                                           "match_case"};

static_assert(std::size(kNodeNames) == static_cast<std::size_t>(NodeKind::MatchCase) + 1);

}  // namespace

std::string_view node_name(NodeKind kind) { return kNodeNames[static_cast<std::size_t>(kind)]; }

namespace {

constexpr std::string_view kContexts[] = {"Load", "Store", "Del"};
constexpr std::string_view kBoolOperators[] = {"And", "Or"};
constexpr std::string_view kOperators[] = {"Add",    "Sub",    "Mult",    "MatMult", "Div",
                                           "Mod",    "Pow",    "LShift",  "RShift",  "BitOr",
                                           "BitXor", "BitAnd", "FloorDiv"};
constexpr std::string_view kUnaryOperators[] = {"Invert", "Not", "UAdd", "USub"};
constexpr std::string_view kCompareOperators[] = {"Eq",  "NotEq", "Lt",    "LtE", "Gt",
                                                  "GtE", "Is",    "IsNot", "In",  "NotIn"};

class Dumper {
 public:
  explicit Dumper(bool positions) : positions_(positions) {}

  void node(const Node* n) {
    if (n == nullptr) {
      out_ += "None";
      return;
    }
    out_ += node_name(n->kind);
    out_ += '(';
    first_ = true;
    if (!statement(n) && !compound(n) && !expression(n) && !display(n) && !pattern(n)) part(n);
    out_ += ')';
    first_ = false;
    if (!positions_ || n->pos.line == 0) return;
    const Position& p = n->pos;
    out_ += '@' + std::to_string(p.line) + ':' + std::to_string(p.col) + '-' +
            std::to_string(p.end_line) + ':' + std::to_string(p.end_col);
  }

  std::string take() { return std::move(out_); }

 private:
  void label(std::string_view name) {
    if (!first_) out_ += ", ";
    first_ = false;
    if (name.empty()) return;
    out_ += name;
    out_ += '=';
  }
  void field(std::string_view name, const Node* n) {
    label(name);
    node(n);
  }
  template <class T>
  void field(std::string_view name, const Seq<T*>& items) {
    label(name);
    out_ += '[';
    for (std::size_t i = 0; i < items.size; ++i) {
      if (i > 0) out_ += ", ";
      node(items[i]);
    }
    out_ += ']';
  }
  void word(std::string_view name, std::string_view value) {
    label(name);
    out_ += value;
  }
  void number(std::string_view name, int value) { word(name, std::to_string(value)); }
  void identifier(std::string_view name, Identifier value) {
    label(name);
    if (value.empty()) {
      out_ += "None";
    } else {
      quoted(value);
    }
  }
  void identifiers(std::string_view name, const Seq<Identifier>& items) {
    label(name);
    out_ += '[';
    for (std::size_t i = 0; i < items.size; ++i) {
      if (i > 0) out_ += ", ";
      quoted(items[i]);
    }
    out_ += ']';
  }
  void quoted(std::string_view text) {
    out_ += '\'';
    for (const char c : text) {
      const auto byte = static_cast<unsigned char>(c);
      if (c == '\'' || c == '\\') {
        out_ += '\\';
        out_ += c;
      } else if (byte < 0x20 || byte >= 0x7F) {
        char escape[8];
        std::snprintf(escape, sizeof escape, "\\x%02x", byte);
        out_ += escape;
      } else {
        out_ += c;
      }
    }
    out_ += '\'';
  }
  template <class Enum, std::size_t N>
  static std::string_view pick(const std::string_view (&names)[N], Enum value) {
    return names[static_cast<std::size_t>(value)];
  }

  bool statement(const Node* n);
  bool simple_statement(const Node* n);
  bool compound(const Node* n);
  bool expression(const Node* n);
  bool display(const Node* n);
  bool pattern(const Node* n);
  void part(const Node* n);
  void constant(const Constant& c);

  std::string out_;
  bool positions_;
  bool first_ = true;
};

bool Dumper::statement(const Node* n) {
  switch (n->kind) {
    case NodeKind::Module: field("body", as<Module>(n)->body); return true;
    case NodeKind::Return: field("value", as<Return>(n)->value); return true;
    case NodeKind::Delete: field("targets", as<Delete>(n)->targets); return true;
    case NodeKind::Assign:
      field("targets", as<Assign>(n)->targets);
      field("value", as<Assign>(n)->value);
      return true;
    case NodeKind::TypeAlias:
      field("name", as<TypeAlias>(n)->name);
      field("value", as<TypeAlias>(n)->value);
      return true;
    case NodeKind::AugAssign:
      field("target", as<AugAssign>(n)->target);
      word("op", pick(kOperators, as<AugAssign>(n)->op));
      field("value", as<AugAssign>(n)->value);
      return true;
    case NodeKind::AnnAssign:
      field("target", as<AnnAssign>(n)->target);
      field("annotation", as<AnnAssign>(n)->annotation);
      field("value", as<AnnAssign>(n)->value);
      number("simple", as<AnnAssign>(n)->simple ? 1 : 0);
      return true;
    default: return simple_statement(n);
  }
}

bool Dumper::simple_statement(const Node* n) {
  switch (n->kind) {
    case NodeKind::Raise:
      field("exc", as<Raise>(n)->exc);
      field("cause", as<Raise>(n)->cause);
      return true;
    case NodeKind::Assert:
      field("test", as<Assert>(n)->test);
      field("msg", as<Assert>(n)->msg);
      return true;
    case NodeKind::Import: field("names", as<Import>(n)->names); return true;
    case NodeKind::ImportFrom:
      identifier("module", as<ImportFrom>(n)->module);
      field("names", as<ImportFrom>(n)->names);
      number("level", as<ImportFrom>(n)->level);
      return true;
    case NodeKind::Global: identifiers("names", as<Global>(n)->names); return true;
    case NodeKind::Nonlocal: identifiers("names", as<Nonlocal>(n)->names); return true;
    case NodeKind::ExprStmt: field("value", as<ExprStmt>(n)->value); return true;
    case NodeKind::Pass:
    case NodeKind::Break:
    case NodeKind::Continue: return true;
    default: return false;
  }
}

bool Dumper::compound(const Node* n) {
  switch (n->kind) {
    case NodeKind::FunctionDef:
    case NodeKind::AsyncFunctionDef:
      identifier("name", as<FunctionDef>(n)->name);
      field("args", as<FunctionDef>(n)->args);
      field("body", as<FunctionDef>(n)->body);
      field("decorator_list", as<FunctionDef>(n)->decorator_list);
      field("returns", as<FunctionDef>(n)->returns);
      return true;
    case NodeKind::ClassDef:
      identifier("name", as<ClassDef>(n)->name);
      field("bases", as<ClassDef>(n)->bases);
      field("keywords", as<ClassDef>(n)->keywords);
      field("body", as<ClassDef>(n)->body);
      field("decorator_list", as<ClassDef>(n)->decorator_list);
      return true;
    case NodeKind::For:
    case NodeKind::AsyncFor:
      field("target", as<For>(n)->target);
      field("iter", as<For>(n)->iter);
      field("body", as<For>(n)->body);
      field("orelse", as<For>(n)->orelse);
      return true;
    case NodeKind::While:
      field("test", as<While>(n)->test);
      field("body", as<While>(n)->body);
      field("orelse", as<While>(n)->orelse);
      return true;
    case NodeKind::If:
      field("test", as<If>(n)->test);
      field("body", as<If>(n)->body);
      field("orelse", as<If>(n)->orelse);
      return true;
    case NodeKind::With:
    case NodeKind::AsyncWith:
      field("items", as<With>(n)->items);
      field("body", as<With>(n)->body);
      return true;
    case NodeKind::Match:
      field("subject", as<Match>(n)->subject);
      field("cases", as<Match>(n)->cases);
      return true;
    case NodeKind::Try:
    case NodeKind::TryStar:
      field("body", as<Try>(n)->body);
      field("handlers", as<Try>(n)->handlers);
      field("orelse", as<Try>(n)->orelse);
      field("finalbody", as<Try>(n)->finalbody);
      return true;
    default: return false;
  }
}

bool Dumper::expression(const Node* n) {
  switch (n->kind) {
    case NodeKind::BoolOp:
      word("op", pick(kBoolOperators, as<BoolOp>(n)->op));
      field("values", as<BoolOp>(n)->values);
      return true;
    case NodeKind::NamedExpr:
      field("target", as<NamedExpr>(n)->target);
      field("value", as<NamedExpr>(n)->value);
      return true;
    case NodeKind::BinOp:
      field("left", as<BinOp>(n)->left);
      word("op", pick(kOperators, as<BinOp>(n)->op));
      field("right", as<BinOp>(n)->right);
      return true;
    case NodeKind::UnaryOp:
      word("op", pick(kUnaryOperators, as<UnaryOp>(n)->op));
      field("operand", as<UnaryOp>(n)->operand);
      return true;
    case NodeKind::Lambda:
      field("args", as<Lambda>(n)->args);
      field("body", as<Lambda>(n)->body);
      return true;
    case NodeKind::IfExp:
      field("test", as<IfExp>(n)->test);
      field("body", as<IfExp>(n)->body);
      field("orelse", as<IfExp>(n)->orelse);
      return true;
    case NodeKind::Await: field("value", as<Await>(n)->value); return true;
    case NodeKind::Yield: field("value", as<Yield>(n)->value); return true;
    case NodeKind::YieldFrom: field("value", as<YieldFrom>(n)->value); return true;
    case NodeKind::Compare: {
      field("left", as<Compare>(n)->left);
      label("ops");
      out_ += '[';
      const auto& ops = as<Compare>(n)->ops;
      for (std::size_t i = 0; i < ops.size; ++i) {
        if (i > 0) out_ += ", ";
        out_ += pick(kCompareOperators, ops[i]);
      }
      out_ += ']';
      field("comparators", as<Compare>(n)->comparators);
      return true;
    }
    case NodeKind::Call:
      field("func", as<Call>(n)->func);
      field("args", as<Call>(n)->args);
      field("keywords", as<Call>(n)->keywords);
      return true;
    default: return false;
  }
}

bool Dumper::display(const Node* n) {
  const auto sequence = [&](const auto* list) {
    field("elts", list->elts);
    word("ctx", pick(kContexts, list->ctx));
    return true;
  };
  const auto comprehension = [&](const auto* made) {
    field("elt", made->elt);
    field("generators", made->generators);
    return true;
  };
  switch (n->kind) {
    case NodeKind::Dict:
      field("keys", as<Dict>(n)->keys);
      field("values", as<Dict>(n)->values);
      return true;
    case NodeKind::Set: field("elts", as<Set>(n)->elts); return true;
    case NodeKind::ListComp: return comprehension(as<ListComp>(n));
    case NodeKind::SetComp: return comprehension(as<SetComp>(n));
    case NodeKind::GeneratorExp: return comprehension(as<GeneratorExp>(n));
    case NodeKind::DictComp:
      field("key", as<DictComp>(n)->key);
      field("value", as<DictComp>(n)->value);
      field("generators", as<DictComp>(n)->generators);
      return true;
    case NodeKind::FormattedValue:
      field("value", as<FormattedValue>(n)->value);
      number("conversion", as<FormattedValue>(n)->conversion);
      field("format_spec", as<FormattedValue>(n)->format_spec);
      return true;
    case NodeKind::JoinedStr: field("values", as<JoinedStr>(n)->values); return true;
    case NodeKind::Constant: constant(*as<Constant>(n)); return true;
    case NodeKind::Attribute:
      field("value", as<Attribute>(n)->value);
      identifier("attr", as<Attribute>(n)->attr);
      word("ctx", pick(kContexts, as<Attribute>(n)->ctx));
      return true;
    case NodeKind::Subscript:
      field("value", as<Subscript>(n)->value);
      field("slice", as<Subscript>(n)->slice);
      word("ctx", pick(kContexts, as<Subscript>(n)->ctx));
      return true;
    case NodeKind::Starred:
      field("value", as<Starred>(n)->value);
      word("ctx", pick(kContexts, as<Starred>(n)->ctx));
      return true;
    case NodeKind::Name:
      identifier("id", as<Name>(n)->id);
      word("ctx", pick(kContexts, as<Name>(n)->ctx));
      return true;
    case NodeKind::List: return sequence(as<List>(n));
    case NodeKind::Tuple: return sequence(as<Tuple>(n));
    case NodeKind::Slice:
      field("lower", as<Slice>(n)->lower);
      field("upper", as<Slice>(n)->upper);
      field("step", as<Slice>(n)->step);
      return true;
    default: return false;
  }
}

void Dumper::constant(const Constant& c) {
  label("");
  char real[40];
  switch (c.constant) {
    case ConstantKind::None: out_ += "None"; break;
    case ConstantKind::True: out_ += "True"; break;
    case ConstantKind::False: out_ += "False"; break;
    case ConstantKind::Ellipsis: out_ += "Ellipsis"; break;
    case ConstantKind::Int: out_ += std::to_string(c.integer); break;
    case ConstantKind::BigInt:
      if (c.base == 16) out_ += "0x";
      out_ += c.text;
      break;
    case ConstantKind::Float:
    case ConstantKind::Complex:
      std::snprintf(real, sizeof real, "%.17g", c.real);
      out_ += c.constant == ConstantKind::Float ? "float " : "imaginary ";
      out_ += real;
      break;
    case ConstantKind::Bytes:
      out_ += 'b';
      quoted(c.text);
      break;
    case ConstantKind::Str:
      if (c.unicode_prefix) out_ += 'u';
      quoted(c.text);
      break;
  }
}

bool Dumper::pattern(const Node* n) {
  switch (n->kind) {
    case NodeKind::MatchValue: field("value", as<MatchValue>(n)->value); return true;
    case NodeKind::MatchSingleton: {
      const ConstantKind value = as<MatchSingleton>(n)->value;
      word("value", value == ConstantKind::None   ? "None"
                    : value == ConstantKind::True ? "True"
                                                  : "False");
      return true;
    }
    case NodeKind::MatchSequence: field("patterns", as<MatchSequence>(n)->patterns); return true;
    case NodeKind::MatchMapping:
      field("keys", as<MatchMapping>(n)->keys);
      field("patterns", as<MatchMapping>(n)->patterns);
      identifier("rest", as<MatchMapping>(n)->rest);
      return true;
    case NodeKind::MatchClass:
      field("cls", as<MatchClass>(n)->cls);
      field("patterns", as<MatchClass>(n)->patterns);
      identifiers("kwd_attrs", as<MatchClass>(n)->kwd_attrs);
      field("kwd_patterns", as<MatchClass>(n)->kwd_patterns);
      return true;
    case NodeKind::MatchStar: identifier("name", as<MatchStar>(n)->name); return true;
    case NodeKind::MatchAs:
      field("pattern", as<MatchAs>(n)->pattern);
      identifier("name", as<MatchAs>(n)->name);
      return true;
    case NodeKind::MatchOr: field("patterns", as<MatchOr>(n)->patterns); return true;
    default: return false;
  }
}

void Dumper::part(const Node* n) {
  switch (n->kind) {
    case NodeKind::Arguments: {
      const auto* a = as<Arguments>(n);
      field("posonlyargs", a->posonlyargs);
      field("args", a->args);
      field("vararg", a->vararg);
      field("kwonlyargs", a->kwonlyargs);
      field("kw_defaults", a->kw_defaults);
      field("kwarg", a->kwarg);
      return field("defaults", a->defaults);
    }
    case NodeKind::Arg:
      identifier("arg", as<Arg>(n)->name);
      return field("annotation", as<Arg>(n)->annotation);
    case NodeKind::Keyword:
      identifier("arg", as<Keyword>(n)->arg);
      return field("value", as<Keyword>(n)->value);
    case NodeKind::Comprehension:
      field("target", as<Comprehension>(n)->target);
      field("iter", as<Comprehension>(n)->iter);
      field("ifs", as<Comprehension>(n)->ifs);
      return number("is_async", as<Comprehension>(n)->is_async ? 1 : 0);
    case NodeKind::ExceptHandler:
      field("type", as<ExceptHandler>(n)->type);
      identifier("name", as<ExceptHandler>(n)->name);
      return field("body", as<ExceptHandler>(n)->body);
    case NodeKind::Alias:
      identifier("name", as<Alias>(n)->name);
      return identifier("asname", as<Alias>(n)->asname);
    case NodeKind::WithItem:
      field("context_expr", as<WithItem>(n)->context_expr);
      return field("optional_vars", as<WithItem>(n)->optional_vars);
    case NodeKind::MatchCase:
      field("pattern", as<MatchCase>(n)->pattern);
      field("guard", as<MatchCase>(n)->guard);
      return field("body", as<MatchCase>(n)->body);
    default: return;
  }
}

}  // namespace

std::string dump_tree(const Node* node, bool positions) {
  Dumper dumper(positions);
  dumper.node(node);
  return dumper.take();
}

}  // namespace interleave::lang
