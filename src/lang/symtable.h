// Scopes: which variable every name of a program means, by CPython's rules.
//
// Knows names and where they are bound, not what the program does with them: no code comes from
// here. Built once per compilation from a finished tree, which must outlive it. Plain data after
// that; one thread at a time.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "lang/diagnostic.h"
#include "lang/tree.h"

namespace interleave::lang {

enum class ScopeKind : std::uint8_t { Module, Class, Function, Lambda, Comprehension };

/// What a name means within one scope.
enum class Binding : std::uint8_t {
  Local,           // of this scope
  Cell,            // of this scope, and used by an inner one
  Free,            // of an enclosing function
  GlobalExplicit,  // by a `global` statement
  GlobalImplicit,  // bound nowhere around: the module's, or a builtin
};

struct Symbol {
  std::uint32_t flags = 0;  // kDef…, kUse
  Binding binding = Binding::Local;
};

inline constexpr std::uint32_t kDefGlobal = 1;        // in a `global` statement
inline constexpr std::uint32_t kDefLocal = 2;         // assigned
inline constexpr std::uint32_t kDefParam = 4;         // a parameter
inline constexpr std::uint32_t kDefNonlocal = 8;      // in a `nonlocal` statement
inline constexpr std::uint32_t kUse = 16;             // read
inline constexpr std::uint32_t kDefFreeClass = 32;    // a class's own name that is free as well
inline constexpr std::uint32_t kDefImport = 64;       // bound by an import
inline constexpr std::uint32_t kDefAnnotation = 128;  // annotated
inline constexpr std::uint32_t kDefCompIter = 256;    // a comprehension's loop variable
inline constexpr std::uint32_t kDefBound = kDefLocal | kDefParam | kDefImport;

struct Scope {
  ScopeKind kind = ScopeKind::Module;
  const Node* node = nullptr;
  Scope* parent = nullptr;
  bool nested = false;     // inside a function
  bool generator = false;  // contains yield, or is a generator expression
  bool annotation =
      false;  // of an annotation kept as text: only looked at for what may not be there
  bool needs_class_cell = false;                    // class: a method uses __class__ or super()
  std::unordered_map<std::string, Symbol> symbols;  // by mangled name
  std::vector<std::string> names;                   // of the symbols, in order of appearance
  std::vector<std::string> parameters;              // mangled, in the order of varnames
  std::vector<Scope*> children;
  std::vector<std::pair<std::string, Position>> directives;  // global, nonlocal

  /// A scope whose variables live in fast slots.
  bool is_function() const {
    return kind == ScopeKind::Function || kind == ScopeKind::Lambda ||
           kind == ScopeKind::Comprehension;
  }
  /// The meaning of a mangled name; GlobalImplicit for one that does not occur.
  Binding binding_of(const std::string& name) const;
  /// The mangled names that are Cell, or Free (a class's double role included), sorted.
  std::vector<std::string> cell_names() const;
  std::vector<std::string> free_names() const;
};

/// `__name` within a class becomes `_Class__name`; every other name stays. `class_name` is empty
/// outside classes.
std::string mangle(std::string_view class_name, std::string_view name);

class SymbolTable {
 public:
  /// Finds the scopes of a module. With an error, the table is of no use. `future_annotations`:
  /// annotations are kept as text, so that names in them are not uses.
  std::optional<Diagnostic> build(const Module& module, bool future_annotations);

  /// The scope of a Module, FunctionDef, Lambda, ClassDef or comprehension node.
  const Scope& scope_of(const Node* node) const;

 private:
  friend class ScopeFinder;
  friend class ScopeAnalyzer;
  std::vector<std::unique_ptr<Scope>> scopes_;
  std::unordered_map<const Node*, Scope*> by_node_;
};

/// A diagnostic with the node's place; columns are bytes + 1 (compile() turns them to characters).
Diagnostic syntax_error_at(const Position& pos, std::string message);

}  // namespace interleave::lang
