// The shape in memory of every Python object, and of classes (Type).
//
// Only layouts and trivial accessors; what objects *do* is in the files named beside each struct
// and in vm/lib/. Objects never move. They are made by Heap (heap.h), never by new. A thread may
// use an object whenever it runs Python code: with the GIL that means holding it; without it,
// fields in Shared/Slot are safe to read at any time and to write under ObjectLock (lock.h), all
// others are immutable after creation.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "vm/value.h"

namespace interleave::vm {

class Marker;
class VmThread;
struct Cell;
struct Dict;
struct ExecCode;
struct Shape;
struct Str;
struct Tuple;
struct Type;

using Hash = std::int64_t;

/// What native code may assume of an object's layout. A subclass written in Python inherits its
/// base's kind.
enum class Kind : std::uint8_t {
  Instance,  // plain object of a class written in Python, or of `object`
  Type,
  None,
  Bool,
  NotImplemented,
  Ellipsis,
  Int,
  Float,
  Complex,
  Str,
  Bytes,
  ByteArray,  // Int: BigInt layout (small ones are not objects)
  Tuple,
  List,
  Dict,
  Set,
  FrozenSet,
  Range,
  Slice,
  Function,
  Native,
  BoundMethod,
  Property,
  StaticMethod,
  ClassMethod,
  Cell,
  Module,
  Code,
  Super,
  Generator,
  Iterator,
  Exception,
  Traceback,
  Sync,        // locks and the like: vm/sync.h
  Thread,      // the native part of threading.Thread: vm/sync.h
  NativeData,  // any other native object: first member after Object is its own business
  Internal,    // storage owned by other objects; never visible to Python
};

/// Bits of Object::flags.
enum ObjectFlag : std::uint8_t {
  kHasShape = 1,  // an Attrs follows the header directly (Instance, Exception)
  kImmortal = 2,  // static or interned: never swept
  kInterned = 4,  // Str only: equal interned strings are identical
  kLarge = 8,     // allocated on its own, not in a block
  kHasFinalizer = 16,
  kInBlock = 32,  // in a cell of a block of the Heap's
};

/// The header of every object: 8 bytes in WebAssembly, 16 natively.
struct Object {
  Type* type = nullptr;               // null: a free cell. Never changes while the object lives
  std::uint8_t mark = 0;              // collector's colour; written with the world stopped
  std::uint8_t flags = 0;             // ObjectFlag, set at creation
  std::atomic<std::uint8_t> lock{0};  // ObjectLock, see lock.h
  std::uint8_t spare = 0;
};

using TraceFn = void (*)(Object*, Marker&);  // hands every Value/Object* it owns to the Marker
using FinalizeFn = void (*)(Object*);  // frees memory outside the heap; no Python, no allocation

/// Special methods the machine looks up by position instead of by name: Type::special.
/// SPECIAL(Enumerator, "__name__")
// clang-format off
#define INTERLEAVE_SPECIALS(SPECIAL)                                                              \
  SPECIAL(New, "__new__") SPECIAL(Init, "__init__") SPECIAL(Call, "__call__")                     \
  SPECIAL(Repr, "__repr__") SPECIAL(Str, "__str__") SPECIAL(Format, "__format__")                 \
  SPECIAL(Bool, "__bool__") SPECIAL(Len, "__len__") SPECIAL(Hash, "__hash__")                     \
  SPECIAL(Eq, "__eq__") SPECIAL(Ne, "__ne__") SPECIAL(Lt, "__lt__") SPECIAL(Le, "__le__")         \
  SPECIAL(Gt, "__gt__") SPECIAL(Ge, "__ge__")                                                     \
  SPECIAL(GetAttribute, "__getattribute__") SPECIAL(GetAttr, "__getattr__")                       \
  SPECIAL(SetAttr, "__setattr__") SPECIAL(DelAttr, "__delattr__")                                 \
  SPECIAL(Get, "__get__") SPECIAL(Set, "__set__") SPECIAL(Delete, "__delete__")                   \
  SPECIAL(GetItem, "__getitem__") SPECIAL(SetItem, "__setitem__") SPECIAL(DelItem, "__delitem__") \
  SPECIAL(Contains, "__contains__") SPECIAL(Missing, "__missing__")                               \
  SPECIAL(Iter, "__iter__") SPECIAL(Next, "__next__") SPECIAL(Reversed, "__reversed__")           \
  SPECIAL(Enter, "__enter__") SPECIAL(Exit, "__exit__")                                           \
  SPECIAL(Add, "__add__") SPECIAL(Sub, "__sub__") SPECIAL(Mul, "__mul__")                         \
  SPECIAL(MatMul, "__matmul__") SPECIAL(TrueDiv, "__truediv__") SPECIAL(FloorDiv, "__floordiv__") \
  SPECIAL(Mod, "__mod__") SPECIAL(Pow, "__pow__") SPECIAL(LShift, "__lshift__")                   \
  SPECIAL(RShift, "__rshift__") SPECIAL(And, "__and__") SPECIAL(Or, "__or__")                     \
  SPECIAL(Xor, "__xor__")                                                                         \
  SPECIAL(RAdd, "__radd__") SPECIAL(RSub, "__rsub__") SPECIAL(RMul, "__rmul__")                   \
  SPECIAL(RMatMul, "__rmatmul__") SPECIAL(RTrueDiv, "__rtruediv__")                               \
  SPECIAL(RFloorDiv, "__rfloordiv__") SPECIAL(RMod, "__rmod__") SPECIAL(RPow, "__rpow__")         \
  SPECIAL(RLShift, "__rlshift__") SPECIAL(RRShift, "__rrshift__") SPECIAL(RAnd, "__rand__")       \
  SPECIAL(ROr, "__ror__") SPECIAL(RXor, "__rxor__")                                               \
  SPECIAL(IAdd, "__iadd__") SPECIAL(ISub, "__isub__") SPECIAL(IMul, "__imul__")                   \
  SPECIAL(IMatMul, "__imatmul__") SPECIAL(ITrueDiv, "__itruediv__")                               \
  SPECIAL(IFloorDiv, "__ifloordiv__") SPECIAL(IMod, "__imod__") SPECIAL(IPow, "__ipow__")         \
  SPECIAL(ILShift, "__ilshift__") SPECIAL(IRShift, "__irshift__") SPECIAL(IAnd, "__iand__")       \
  SPECIAL(IOr, "__ior__") SPECIAL(IXor, "__ixor__")                                               \
  SPECIAL(Neg, "__neg__") SPECIAL(Pos, "__pos__") SPECIAL(Abs, "__abs__")                         \
  SPECIAL(Invert, "__invert__") SPECIAL(Index, "__index__") SPECIAL(Int, "__int__")               \
  SPECIAL(Float, "__float__") SPECIAL(Round, "__round__")                                         \
  SPECIAL(InstanceCheck, "__instancecheck__") SPECIAL(SubclassCheck, "__subclasscheck__")         \
  SPECIAL(Del, "__del__")
// clang-format on

enum class Special : std::uint8_t {
#define SPECIAL(name, text) name,
  INTERLEAVE_SPECIALS(SPECIAL)
#undef SPECIAL
      Count
};
inline constexpr int kSpecialCount = static_cast<int>(Special::Count);

/// Type::attrs_offset of classes whose instances vary in size: Attrs lies behind the last item.
inline constexpr std::uint16_t kAttrsBehind = 0xFFFF;

/// A class. Functions: type.h.
struct Type : Object {
  Str* name = nullptr;
  Str* qualname = nullptr;
  Tuple* bases = nullptr;
  Type* base = nullptr;  // the one that decides the layout
  Tuple* mro = nullptr;  // this class first, `object` last
  Dict* dict = nullptr;  // a namespace (cells): see Dict
  TraceFn trace = nullptr;
  FinalizeFn finalize = nullptr;
  std::uint32_t size =
      0;  // bytes of one instance without inline attributes; 0: variable, has its own maker
  // Where Attrs lies in an instance. 0: no attributes of its own. kAttrsBehind: see attrs_of().
  std::uint16_t attrs_offset = 0;
  Kind kind = Kind::Instance;
  bool is_python = false;  // made by a class statement
  bool can_subclass = true;
  bool instantiable = true;           // by calling it from Python
  bool has_dict = true;               // false: __slots__ says which attributes instances may have
  std::uint16_t inline_capacity = 4;  // attribute slots a new instance gets inside itself; learned
  Shape* root_shape = nullptr;
  Slot special[kSpecialCount];   // resolved through the MRO; empty where there is none
  Object* subclasses = nullptr;  // List of direct subclasses, for invalidation
};

/// Where an object keeps attributes of its own.
struct Attrs {
  Shared<Shape*> shape;  // names → indices; see shape.h
  Shared<Object*>
      overflow;  // SlotArray beyond the inline slots, or Dict in dictionary mode; null at first
};

/// Plain object; `shape->inline_capacity` slots follow.
struct Instance : Object {
  Attrs attrs;
  Slot* inline_slots() { return reinterpret_cast<Slot*>(this + 1); }
};

/// An instance of a BaseException class; inline slots follow as in Instance.
struct Exception : Object {
  Attrs attrs;
  Slot args;       // Tuple
  Slot cause;      // __cause__ or None
  Slot context;    // __context__ or None
  Slot traceback;  // Traceback or None; newest call last when printed
  Slot value;      // StopIteration.value, SystemExit.code, ImportError.name, KeyError… or empty
  bool suppress_context = false;
  Slot* inline_slots() { return reinterpret_cast<Slot*>(this + 1); }
};

/// Internal storage with a fixed number of slots (lists, overflow attributes, generator frames).
struct SlotArray : Object {
  std::uint32_t capacity = 0;
  std::uint32_t spare_word = 0;
  Slot* slots() { return reinterpret_cast<Slot*>(this + 1); }
  const Slot* slots() const { return reinterpret_cast<const Slot*>(this + 1); }
};

/// int outside 49 bits. Sign and magnitude, little-endian 32-bit limbs, no leading zero limb.
/// number.h.
struct BigInt : Object {
  std::uint32_t limb_count = 0;
  std::int32_t sign = 1;  // +1 or -1
  std::uint32_t* limbs() { return reinterpret_cast<std::uint32_t*>(this + 1); }
  const std::uint32_t* limbs() const { return reinterpret_cast<const std::uint32_t*>(this + 1); }
};

/// bool, None, NotImplemented, Ellipsis: static objects (singletons.h: none(), true_value(), …).
struct Singleton : Object {
  bool truth = false;
};

/// A float of a *subclass* of float, or a boxed one; ordinary floats are immediate.
struct FloatObject : Object {
  double number = 0;
};

/// str: immutable, code points in the narrowest of 1, 2 or 4 bytes each. str.h.
struct Str : Object {
  std::uint32_t length = 0;    // in code points
  std::uint8_t unit = 1;       // bytes per code point: 1, 2, 4
  bool ascii = false;          // every code point < 128: `data` is then valid UTF-8
  Shared<Hash> hash;           // 0: not computed yet
  const void* data = nullptr;  // into this object, or into owner
  Object* owner = nullptr;     // buffer shared with longer strings made by appending; or null
  std::string_view latin1() const { return {static_cast<const char*>(data), length}; }
};

/// bytes: immutable; `length` bytes follow.
struct Bytes : Object {
  std::uint32_t length = 0;
  Shared<Hash> hash;
  std::uint8_t* data() { return reinterpret_cast<std::uint8_t*>(this + 1); }
  const std::uint8_t* data() const { return reinterpret_cast<const std::uint8_t*>(this + 1); }
};

/// tuple: immutable after creation, so its items are plain words. `size` of them follow.
struct Tuple : Object {
  std::uint32_t size = 0;
  std::uint32_t spare_word = 0;
  Shared<Hash> hash;  // of tuples of immutables; 0: not computed
  Value* items() { return reinterpret_cast<Value*>(this + 1); }
  const Value* items() const { return reinterpret_cast<const Value*>(this + 1); }
};

/// list. Read without a lock: load storage, load size, check the index against both size and
/// capacity.
struct List : Object {
  Shared<SlotArray*> storage;  // null: empty
  Shared<std::uint32_t> size;
};

/// dict, and the namespaces of modules and classes (cells = true: values are Cell objects, so that
/// code can keep a direct pointer to a name's place; an empty cell is a missing name). dict.h.
struct DictTable;
struct Dict : Object {
  Shared<DictTable*> table;    // null: empty
  Shared<std::uint32_t> used;  // live entries
  bool cells = false;
  Type* owner_class = nullptr;  // a class's namespace: changes invalidate its caches
};

/// set and frozenset. set.h.
struct SetTable;
struct Set : Object {
  Shared<SetTable*> table;
  Shared<std::uint32_t> used;
  Shared<Hash> hash;  // frozenset
};

/// A variable shared by closures, or a name's place in a namespace.
struct Cell : Object {
  Slot value;  // empty: unbound
};

struct Range : Object {
  Value start, stop, step;  // ints, maybe big
  Value length;
};

struct Slice : Object {
  Value start, stop, step;
};

struct Function : Object {
  ExecCode* code = nullptr;
  Dict* globals = nullptr;
  Slot defaults;             // Tuple or None
  Slot kwdefaults;           // Dict or None
  Tuple* closure = nullptr;  // of Cell, or null
  Slot name;
  Slot qualname;
  Slot doc;
  Slot annotations;  // Dict or empty
  Slot dict;         // Dict or empty
  Slot module;
};

struct NativeDef;  // native.h
struct NativeFunction : Object {
  const NativeDef* def = nullptr;
  Type* owner = nullptr;  // for methods: self must be an instance of it
  Str* name = nullptr;
  Value self;  // bound module or object, or empty
};

struct BoundMethod : Object {
  Value function;
  Value self;
};

struct Property : Object {
  Value get, set, del, doc;
};

/// What __slots__ puts into the class: instances keep the value like any other attribute.
struct Member : Object {
  Str* name = nullptr;
  Type* owner = nullptr;
};

/// staticmethod and classmethod.
struct MethodWrapper : Object {
  Value function;
};

struct Module : Object {
  Str* name = nullptr;
  Dict* dict = nullptr;  // a namespace (cells)
};

struct Super : Object {
  Type* start = nullptr;  // search begins behind this class in the MRO of self's class
  Value self;
  Type* self_type = nullptr;
};

}  // namespace interleave::vm
