// Module _re: what re.py needs of the matcher.
#include <algorithm>
#include <memory>

#include "vm/bytes.h"
#include "vm/errors.h"
#include "vm/lib/modules.h"
#include "vm/lib/re_match.h"
#include "vm/list.h"
#include "vm/number.h"
#include "vm/prelude.h"
#include "vm/str.h"
#include "vm/tuple.h"
#include "vm/type.h"

namespace interleave::vm {

namespace {

/// Steps between two check points, at which a match that takes for ever can be stopped.
constexpr std::int64_t kStepsAtOnce = 1 << 20;

struct ProgramObject : Object {
  ReProgram* program = nullptr;
};

/// A match under way.
struct MatchJob : Object {
  Matcher* matcher = nullptr;
  Object* program = nullptr;
  Object* text = nullptr;
};

// Of the one Vm there is.
Type* g_program_class = nullptr;
Type* g_job_class = nullptr;

void finalize_program(Object* o) { delete static_cast<ProgramObject*>(o)->program; }
void finalize_job(Object* o) { delete static_cast<MatchJob*>(o)->matcher; }
void trace_match_job(Object* o, Marker& m) {
  m.mark(static_cast<MatchJob*>(o)->program);
  m.mark(static_cast<MatchJob*>(o)->text);
}

constexpr std::int32_t kOperands[] = {
#define RE_OP(name, operands) operands,
    IL_RE_OPS(RE_OP)
#undef RE_OP
};
constexpr std::int32_t kOps = static_cast<std::int32_t>(std::size(kOperands));

/// Whether every instruction lies within the program, and every address and slot it names.
bool is_sound(const ReProgram& p) {
  const auto size = static_cast<std::int32_t>(p.code.size());
  const auto address = [size](std::int32_t a) { return a >= 0 && a < size; };
  const auto slot = [&p](std::int32_t s) { return s >= 0 && s < p.slots; };
  if (size < 4 || p.groups < 0 || p.slots < p.groups * 2 + 2) return false;
  std::int32_t pc = 0;
  while (pc < size) {
    const std::int32_t* op = p.code.data() + pc;
    if (op[0] < 0 || op[0] >= kOps || pc + kOperands[op[0]] >= size) return false;
    bool good = true;
    std::int32_t next = pc + 1 + kOperands[op[0]];
    switch (static_cast<ReOp>(op[0])) {
      case ReOp::Set:
        good = address(op[1]) && op[1] >= pc + 4 && (op[1] - pc - 4) % 3 == 0;
        next = op[1];
        break;
      case ReOp::Split: good = address(op[1]) && address(op[2]); break;
      case ReOp::Jump: good = address(op[1]); break;
      case ReOp::Save:
      case ReOp::Zero: good = slot(op[1]); break;
      case ReOp::Count: good = slot(op[1]) && slot(op[2]); break;
      case ReOp::Loop: good = slot(op[1]) && slot(op[2]) && address(op[6]); break;
      case ReOp::Group: good = op[1] >= 0 && op[1] <= p.groups; break;
      case ReOp::IfGroup: good = op[1] >= 0 && op[1] <= p.groups && address(op[2]); break;
      case ReOp::Look: good = address(op[3]); break;
      case ReOp::Repeat: good = address(op[4]) && op[1] >= 0; break;
      default: break;
    }
    if (!good) return false;
    pc = next;
  }
  return p.code.back() == static_cast<std::int32_t>(ReOp::Match);
}

/// (list of int, slots, groups)
Value re_compile(VmThread& t, const Args& args) {
  auto program = std::make_unique<ReProgram>();
  for (Value v : list_snapshot(static_cast<List*>(args[0].object()))) {
    program->code.push_back(static_cast<std::int32_t>(v.as_int()));
  }
  program->slots = static_cast<std::int32_t>(args[1].as_int());
  program->groups = static_cast<std::int32_t>(args[2].as_int());
  if (!is_sound(*program)) return raise_value_error(t, "not a compiled pattern");
  auto* object = t.make<ProgramObject>(g_program_class);
  object->program = program.release();
  return object;
}

Value go_on(VmThread& t, Value, Value state) {
  auto* job = static_cast<MatchJob*>(state.object());
  switch (job->matcher->run(kStepsAtOnce)) {
    case ReResult::NotFound: return none();
    case ReResult::TooMuch:
      return raise(t, t.vm.types.MemoryError, "the pattern has too many choices for this text");
    case ReResult::Unfinished:
      return pending_call(t, prelude_function(t, "check_point"), {}, {go_on, job, false});
    case ReResult::Found: break;
  }
  const auto* program = static_cast<ProgramObject*>(job->program)->program;
  Tuple* spans = tuple_new(t, static_cast<std::uint32_t>(program->groups * 2 + 2));
  for (std::uint32_t i = 0; i < spans->size; ++i) {
    spans->items()[i] = Value::small_int(job->matcher->slot(i));
  }
  return spans;
}

/// (program, text, from, to, mode, not empty): None or a tuple of starts and ends.
Value re_run(VmThread& t, const Args& args) {
  if (!args[0].is_object() || args[0].object()->type != g_program_class) {
    return raise_type_error(t, "a compiled pattern is needed");
  }
  ReText text;
  if (is_str(args[1])) {
    const Str* s = as_str(args[1]);
    text = {s->data, s->length, s->unit};
  } else {
    const std::string_view bytes = bytes_view(t, args[1]);
    text = {bytes.data(), static_cast<std::int64_t>(bytes.size()), 1};
  }
  const std::int64_t to = std::clamp<std::int64_t>(args[3].as_int(), 0, text.length);
  const std::int64_t from = std::max<std::int64_t>(args[2].as_int(), 0);
  if (from > to) return none();
  auto* job = t.make<MatchJob>(g_job_class);
  job->program = args[0].object();
  job->text = args[1].object();
  job->matcher = new Matcher(*static_cast<ProgramObject*>(job->program)->program, text, from, to,
                             static_cast<ReMode>(args[4].as_int()), args[5] == boolean(true));
  return go_on(t, none(), job);
}

constexpr NativeDef kFunctions[] = {{"compile", re_compile, 3, 3}, {"run", re_run, 6, 6}};

}  // namespace

void init_re(VmThread& t) {
  g_program_class = make_type(t, {.name = "re_program",
                                  .kind = Kind::NativeData,
                                  .size = sizeof(ProgramObject),
                                  .finalize = finalize_program,
                                  .can_subclass = false,
                                  .instantiable = false});
  g_job_class = make_type(t, {.name = "re_job",
                              .kind = Kind::Internal,
                              .size = sizeof(MatchJob),
                              .trace = trace_match_job,
                              .finalize = finalize_job,
                              .can_subclass = false,
                              .instantiable = false});
  Module* module = make_module(t, "_re");
  add_functions(t, module, kFunctions);
  int number = 0;
#define RE_OP(name, operands) module_set(t, module, #name, Value::small_int(number++));
  IL_RE_OPS(RE_OP)
#undef RE_OP
}

}  // namespace interleave::vm
