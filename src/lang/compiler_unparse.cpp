// Expressions back to text, as annotations are kept under `from __future__ import annotations`.
// The text is normalised as CPython does it: one space around operators, single quotes, the fewest
// parentheses.

#include "lang/compiler_impl.h"

namespace interleave::lang {

namespace {

// How tightly an expression binds; a looser one inside a tighter place gets parentheses.
enum Precedence : int {
  kTuple,
  kTest,
  kOr,
  kAnd,
  kNot,
  kCompare,
  kBitOr,
  kBitXor,
  kBitAnd,
  kShift,
  kArithmetic,
  kTerm,
  kFactor,
  kPower,
  kAwait,
  kAtom,
};

struct OperatorText {
  const char* text;
  int precedence;
};

OperatorText operator_text(Operator op) {
  switch (op) {
    case Operator::Add: return {" + ", kArithmetic};
    case Operator::Sub: return {" - ", kArithmetic};
    case Operator::Mult: return {" * ", kTerm};
    case Operator::MatMult: return {" @ ", kTerm};
    case Operator::Div: return {" / ", kTerm};
    case Operator::Mod: return {" % ", kTerm};
    case Operator::FloorDiv: return {" // ", kTerm};
    case Operator::LShift: return {" << ", kShift};
    case Operator::RShift: return {" >> ", kShift};
    case Operator::BitOr: return {" | ", kBitOr};
    case Operator::BitXor: return {" ^ ", kBitXor};
    case Operator::BitAnd: return {" & ", kBitAnd};
    case Operator::Pow: return {" ** ", kPower};
  }
  return {"", kAtom};
}

const char* compare_text(CompareOperator op) {
  switch (op) {
    case CompareOperator::Eq: return " == ";
    case CompareOperator::NotEq: return " != ";
    case CompareOperator::Lt: return " < ";
    case CompareOperator::LtE: return " <= ";
    case CompareOperator::Gt: return " > ";
    case CompareOperator::GtE: return " >= ";
    case CompareOperator::Is: return " is ";
    case CompareOperator::IsNot: return " is not ";
    case CompareOperator::In: return " in ";
    case CompareOperator::NotIn: return " not in ";
  }
  return "";
}

class Unparser {
 public:
  std::string take() { return std::move(out_); }

  void write(const Expr* expr, int level) {
    switch (expr->kind) {
      case NodeKind::BoolOp: bool_op(as<BoolOp>(expr), level); return;
      case NodeKind::NamedExpr:
        open(level > kTuple);
        write(as<NamedExpr>(expr)->target, kAtom);
        out_ += " := ";
        write(as<NamedExpr>(expr)->value, kAtom);
        close(level > kTuple);
        return;
      case NodeKind::BinOp: binary(as<BinOp>(expr), level); return;
      case NodeKind::UnaryOp: unary(as<UnaryOp>(expr), level); return;
      case NodeKind::Lambda:
        open(level > kTest);
        out_ += "lambda";
        if (has_parameters(as<Lambda>(expr)->args)) out_ += ' ';
        parameters(as<Lambda>(expr)->args);
        out_ += ": ";
        write(as<Lambda>(expr)->body, kTest);
        close(level > kTest);
        return;
      case NodeKind::IfExp:
        open(level > kTest);
        write(as<IfExp>(expr)->body, kTest + 1);
        out_ += " if ";
        write(as<IfExp>(expr)->test, kTest + 1);
        out_ += " else ";
        write(as<IfExp>(expr)->orelse, kTest);
        close(level > kTest);
        return;
      case NodeKind::Compare: compare(as<Compare>(expr), level); return;
      case NodeKind::Call: call(as<Call>(expr)); return;
      case NodeKind::Constant: constant(as<Constant>(expr)); return;
      case NodeKind::JoinedStr: joined(as<JoinedStr>(expr)); return;
      case NodeKind::Attribute: attribute(as<Attribute>(expr)); return;
      case NodeKind::Subscript:
        write(as<Subscript>(expr)->value, kAtom);
        out_ += '[';
        index(as<Subscript>(expr)->slice);
        out_ += ']';
        return;
      case NodeKind::Starred:
        out_ += '*';
        write(as<Starred>(expr)->value, kBitOr);
        return;
      case NodeKind::Name: out_ += as<Name>(expr)->id; return;
      default: container(expr, level); return;
    }
  }

 private:
  void open(bool needed) {
    if (needed) out_ += '(';
  }
  void close(bool needed) {
    if (needed) out_ += ')';
  }

  void list(const Seq<Expr*>& items) {
    for (std::size_t i = 0; i < items.size; ++i) {
      if (i > 0) out_ += ", ";
      write(items[i], kTest);
    }
  }

  void container(const Expr* expr, int level) {
    switch (expr->kind) {
      case NodeKind::List:
        out_ += '[';
        list(as<List>(expr)->elts);
        out_ += ']';
        return;
      case NodeKind::Set:
        out_ += '{';
        list(as<Set>(expr)->elts);
        out_ += '}';
        return;
      case NodeKind::Tuple: tuple(as<Tuple>(expr), level); return;
      case NodeKind::Dict: dict(as<Dict>(expr)); return;
      case NodeKind::Slice: slice(as<Slice>(expr)); return;
      case NodeKind::ListComp:
        comprehension("[", as<ListComp>(expr)->elt, as<ListComp>(expr)->generators, "]");
        return;
      case NodeKind::SetComp:
        comprehension("{", as<SetComp>(expr)->elt, as<SetComp>(expr)->generators, "}");
        return;
      case NodeKind::GeneratorExp:
        comprehension("(", as<GeneratorExp>(expr)->elt, as<GeneratorExp>(expr)->generators, ")");
        return;
      case NodeKind::DictComp:
        out_ += '{';
        write(as<DictComp>(expr)->key, kTest);
        out_ += ": ";
        write(as<DictComp>(expr)->value, kTest);
        loops(as<DictComp>(expr)->generators);
        out_ += '}';
        return;
      case NodeKind::Yield:
        out_ += "(yield";
        if (as<Yield>(expr)->value != nullptr) {
          out_ += ' ';
          write(as<Yield>(expr)->value, kTest);
        }
        out_ += ')';
        return;
      case NodeKind::YieldFrom:
        out_ += "(yield from ";
        write(as<YieldFrom>(expr)->value, kTest);
        out_ += ')';
        return;
      default: return;
    }
  }

  void bool_op(const BoolOp* expr, int level) {
    const bool both = expr->op == BoolOperator::And;
    const int own = both ? kAnd : kOr;
    open(level > own);
    for (std::size_t i = 0; i < expr->values.size; ++i) {
      if (i > 0) out_ += both ? " and " : " or ";
      write(expr->values[i], own + 1);
    }
    close(level > own);
  }

  void binary(const BinOp* expr, int level) {
    const OperatorText op = operator_text(expr->op);
    const bool right = expr->op == Operator::Pow;
    open(level > op.precedence);
    write(expr->left, op.precedence + (right ? 1 : 0));
    out_ += op.text;
    write(expr->right, op.precedence + (right ? 0 : 1));
    close(level > op.precedence);
  }

  void unary(const UnaryOp* expr, int level) {
    const int own = expr->op == UnaryOperator::Not ? kNot : kFactor;
    open(level > own);
    switch (expr->op) {
      case UnaryOperator::Invert: out_ += '~'; break;
      case UnaryOperator::Not: out_ += "not "; break;
      case UnaryOperator::UAdd: out_ += '+'; break;
      case UnaryOperator::USub: out_ += '-'; break;
    }
    write(expr->operand, own);
    close(level > own);
  }

  void compare(const Compare* expr, int level) {
    open(level > kCompare);
    write(expr->left, kCompare + 1);
    for (std::size_t i = 0; i < expr->ops.size; ++i) {
      out_ += compare_text(expr->ops[i]);
      write(expr->comparators[i], kCompare + 1);
    }
    close(level > kCompare);
  }

  void call(const Call* expr) {
    write(expr->func, kAtom);
    if (expr->args.size == 1 && expr->keywords.empty() &&
        expr->args[0]->kind == NodeKind::GeneratorExp) {
      write(expr->args[0], kTest);
      return;
    }
    out_ += '(';
    list(expr->args);
    bool first = expr->args.empty();
    for (const Keyword* keyword : expr->keywords) {
      if (!first) out_ += ", ";
      first = false;
      if (keyword->arg.empty()) {
        out_ += "**";
      } else {
        out_ += std::string(keyword->arg) + "=";
      }
      write(keyword->value, kTest);
    }
    out_ += ')';
  }

  void constant(const Constant* expr) {
    if (expr->constant == ConstantKind::Ellipsis) {
      out_ += "...";
      return;
    }
    if (expr->unicode_prefix) out_ += 'u';
    if (expr->constant == ConstantKind::BigInt && expr->base == 10) {
      out_ += expr->text;  // as it stands, not in hexadecimal
    } else {
      out_ += constant_repr(from_literal(*expr));
    }
  }

  // The inside of an f-string, without quotes.
  void joined_parts(const JoinedStr* expr, std::string& text) {
    for (const Expr* value : expr->values) {
      if (const auto* literal = try_as<Constant>(value)) {
        for (const char c : literal->text) {
          text += c;
          if (c == '{' || c == '}') text += c;
        }
        continue;
      }
      const auto* formatted = as<FormattedValue>(value);
      Unparser inner;
      inner.write(formatted->value, kTest + 1);
      const std::string inside = inner.take();
      text += inside.starts_with('{') ? "{ " : "{";
      text += inside;
      if (formatted->conversion > 0) {
        text += '!';
        text += static_cast<char>(formatted->conversion);
      }
      if (formatted->format_spec != nullptr) {
        text += ':';
        joined_parts(formatted->format_spec, text);
      }
      text += '}';
    }
  }

  void joined(const JoinedStr* expr) {
    std::string text;
    joined_parts(expr, text);
    out_ += 'f';
    out_ += constant_repr(make_str(text));
  }

  void attribute(const Attribute* expr) {
    write(expr->value, kAtom);
    const auto* literal = try_as<Constant>(expr->value);
    const bool integer = literal != nullptr && (literal->constant == ConstantKind::Int ||
                                                literal->constant == ConstantKind::BigInt);
    out_ += integer ? " ." : ".";
    out_ += expr->attr;
  }

  void index(const Expr* expr) { write(expr, kTuple); }

  void tuple(const Tuple* expr, int level) {
    if (expr->elts.empty()) {
      out_ += "()";
      return;
    }
    open(level > kTuple);
    list(expr->elts);
    if (expr->elts.size == 1) out_ += ',';
    close(level > kTuple);
  }

  void dict(const Dict* expr) {
    out_ += '{';
    for (std::size_t i = 0; i < expr->values.size; ++i) {
      if (i > 0) out_ += ", ";
      if (expr->keys[i] == nullptr) {
        out_ += "**";
        write(expr->values[i], kBitOr);
      } else {
        write(expr->keys[i], kTest);
        out_ += ": ";
        write(expr->values[i], kTest);
      }
    }
    out_ += '}';
  }

  void slice(const Slice* expr) {
    if (expr->lower != nullptr) write(expr->lower, kTest);
    out_ += ':';
    if (expr->upper != nullptr) write(expr->upper, kTest);
    if (expr->step != nullptr) {
      out_ += ':';
      write(expr->step, kTest);
    }
  }

  void loops(const Seq<Comprehension*>& generators) {
    for (const Comprehension* generator : generators) {
      out_ += " for ";
      write(generator->target, kTuple);
      out_ += " in ";
      write(generator->iter, kTest + 1);
      for (const Expr* condition : generator->ifs) {
        out_ += " if ";
        write(condition, kTest + 1);
      }
    }
  }

  void comprehension(const char* open, const Expr* element, const Seq<Comprehension*>& generators,
                     const char* close) {
    out_ += open;
    write(element, kTest);
    loops(generators);
    out_ += close;
  }

  static bool has_parameters(const Arguments* args) {
    return !args->posonlyargs.empty() || !args->args.empty() || args->vararg != nullptr ||
           !args->kwonlyargs.empty() || args->kwarg != nullptr;
  }

  void parameters(const Arguments* args) {
    bool first = true;
    const auto separate = [&] {
      if (!first) out_ += ", ";
      first = false;
    };
    const std::size_t positional = args->posonlyargs.size + args->args.size;
    for (std::size_t i = 0; i < positional; ++i) {
      separate();
      const bool only = i < args->posonlyargs.size;
      out_ += only ? args->posonlyargs[i]->name : args->args[i - args->posonlyargs.size]->name;
      if (i + args->defaults.size >= positional) {
        out_ += '=';
        write(args->defaults[i + args->defaults.size - positional], kTest);
      }
      if (only && i + 1 == args->posonlyargs.size) out_ += ", /";
    }
    if (args->vararg != nullptr || !args->kwonlyargs.empty()) {
      separate();
      out_ += '*';
      if (args->vararg != nullptr) out_ += args->vararg->name;
    }
    for (std::size_t i = 0; i < args->kwonlyargs.size; ++i) {
      separate();
      out_ += args->kwonlyargs[i]->name;
      if (args->kw_defaults[i] == nullptr) continue;
      out_ += '=';
      write(args->kw_defaults[i], kTest);
    }
    if (args->kwarg != nullptr) {
      separate();
      out_ += "**" + std::string(args->kwarg->name);
    }
  }

  std::string out_;
};

}  // namespace

std::string unparse(const Expr* expr) {
  Unparser unparser;
  unparser.write(expr, kTest);
  return unparser.take();
}

}  // namespace interleave::lang
