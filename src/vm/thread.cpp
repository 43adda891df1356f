#include "vm/thread.h"

#include <algorithm>

#include "base/limits.h"
#include "vm/errors.h"
#include "vm/exec_code.h"
#include "vm/vm.h"

namespace interleave::vm {

namespace {
// Registers; later segments are larger. Of simulated threads there may be thousands at a time.
constexpr std::size_t kFirstSegment = 8 * 1024;
constexpr std::size_t kFirstSegmentOfMany = 512;
}  // namespace

VmThread::VmThread(Vm& machine, ThreadId thread_id)
    : vm(machine),
      id(thread_id),
      cache(machine.metered ? &machine.shared_cache : &own_cache),
      recursion_limit(limits::kRecursion),
      heap_(&machine.heap) {
  own_cache.leave = &leave;
  waiter.thread = this;
  frames.reserve(64);
}

VmThread::~VmThread() = default;

int VmThread::current_line() const {
  for (auto it = frames.rbegin(); it != frames.rend(); ++it) {
    if (it->code->library || it->pc == nullptr) continue;
    return line_of(*it);
  }
  return 0;
}

bool VmThread::can_allocate(std::uint64_t bytes) {
  if (heap_->has_room(bytes)) return true;
  raise_memory_error(*this);
  return false;
}

bool VmThread::enter_segment(std::size_t registers) {
  const std::size_t next = segments.empty() ? 0 : segment + 1;
  if (next == segments.size()) {
    const std::size_t first = vm.metered && id != 0 ? kFirstSegmentOfMany : kFirstSegment;
    const std::size_t size = std::max(registers, first << std::min<std::size_t>(next, 5));
    segments.push_back({std::make_unique<Value[]>(size), size});
  } else if (segments[next].size < registers) {
    segments[next] = {std::make_unique<Value[]>(registers), registers};
  }
  if (!segments.empty() && next > 0) segments[segment].top = stack_top;
  segment = next;
  stack_top = segments[next].values.get();
  stack_end = stack_top + segments[next].size;
  return true;
}

/// The large part of a dead thread; the machine's table keeps the rest of it.
void forget_stack(VmThread& t) {
  std::vector<Frame>().swap(t.frames);
  t.segments.clear();
  t.segment = 0;
  t.stack_top = t.stack_end = nullptr;
  std::vector<Value>().swap(t.call_values);
  t.continuations.clear();
  t.started_with = t.entry = t.entry_args = t.entry_kwargs = t.exception = t.handled = Value();
  if (t.id != 0) t.scratch = Value();
}

void VmThread::leave_segment() {
  --segment;
  stack_top = segments[segment].top;
  stack_end = segments[segment].values.get() + segments[segment].size;
}

namespace {

/// Forgets what lies behind a call's arguments in the frame that makes it: earlier calls left it
/// there, and nobody reads it again. Where the callee's registers begin inside the caller's, they
/// are the callee's business.
void forget_leftovers(const Frame& frame, const Frame* callee) {
  if (frame.generator != nullptr || frame.pc == nullptr) return;
  if (frame.pc->op != Op::CALL && frame.pc->op != Op::CALL_METHOD) return;
  if (frame.pc->op == Op::CALL) frame.regs[frame.pc->a + 1] = Value();
  Value* const end = frame.regs + frame.code->registers;
  if (callee != nullptr && callee->generator == nullptr && callee->regs > frame.regs &&
      callee->regs < end) {
    return;
  }
  std::fill(frame.regs + frame.pc->a + 2 + frame.pc->b, end, Value());
}

}  // namespace

void VmThread::trace(Marker& marker) {
  marker.mark(reinterpret_cast<Object*>(joiners));
  // There may be thousands of dead ones. MainThread has its last acts to come.
  if (finished && segments.empty() && id != 0) return;
  for (Value v : {exception, handled, thread_object, entry, entry_args, entry_kwargs, started_with,
                  scratch, pending.state, waiter.result}) {
    marker.mark(v);
  }
  marker.mark(pending.kw_names);
  if (pending.is_call()) marker.mark(pending.after.state);
  for (Value v : call_values) marker.mark(v);
  for (const Continuation& c : continuations) marker.mark(c.state);
  for (const Continuation& c : later) marker.mark(c.state);
  marker.mark(body_names);
  for (Object* o : repr_guard) marker.mark(o);
  for (std::size_t i = 0; i < frames.size(); ++i) {
    const Frame& f = frames[i];
    forget_leftovers(f, i + 1 < frames.size() ? &frames[i + 1] : nullptr);
    marker.mark(f.function);
    marker.mark(f.names);
    marker.mark(f.generator);
  }
  for (std::size_t i = 0; i < segments.size(); ++i) {
    Value* const first = segments[i].values.get();
    Value* top = i < segment ? segments[i].top : i == segment ? stack_top : first;
    for (Value* r = first; r < top; ++r) marker.mark(*r);
    // Above the top lie leftovers, valid until now; after this collection they would dangle.
    if (has_leftovers) std::fill(top, first + segments[i].size, Value());
  }
  has_leftovers = inside;
}

Value pending_call(VmThread& t, Value callable, std::initializer_list<Value> args,
                   Continuation after) {
  t.pending.kind = Pending::Kind::Call;
  t.pending.positional = static_cast<std::uint32_t>(args.size());
  t.pending.kw_names = nullptr;
  t.pending.after = after;
  t.call_values.assign(1, callable);
  t.call_values.insert(t.call_values.end(), args);
  return Value();
}

Value pending_call(VmThread& t, Value callable, const Args& args, Continuation after) {
  // The arguments may lie in call_values itself.
  std::vector<Value> values;
  values.reserve(1 + args.n + args.kw_count());
  values.push_back(callable);
  values.insert(values.end(), args.v, args.v + args.n + args.kw_count());
  t.pending.kind = Pending::Kind::Call;
  t.pending.positional = args.n;
  t.pending.kw_names = args.kw_names;
  t.pending.after = after;
  t.call_values = std::move(values);
  return Value();
}

Value pending_instantiate(VmThread& t, const Args& args) {
  pending_call(t, args[0], {args.v + 1, args.n - 1, args.kw_names});
  t.pending.kind = Pending::Kind::Instantiate;
  return Value();
}

Value pending_then(VmThread& t, Continuation after) {
  t.later.push_back(after);
  return Value();
}

Value pending_block(VmThread& t, Tick deadline, ResumeFn resume, Value state) {
  t.pending.kind = Pending::Kind::Block;
  t.pending.deadline = deadline;
  t.pending.resume = resume;
  t.pending.state = state;
  t.pending.what = "wait";
  return Value();
}

Value pending_sleep(VmThread& t, Tick deadline, const char* what, ResumeFn resume, Value state) {
  t.pending.kind = Pending::Kind::Sleep;
  t.pending.deadline = deadline;
  t.pending.resume = resume != nullptr ? resume : [](VmThread&, Value) { return none(); };
  t.pending.state = state;
  t.pending.what = what;
  t.pending.modelled = false;
  return Value();
}

Value pending_native(VmThread& t, const char* what, NativeWork work, void* context, ResumeFn resume,
                     Value state, bool is_io) {
  t.pending.kind = Pending::Kind::Native;
  t.pending.deadline = kForever;
  t.pending.what = what;
  t.pending.work = work;
  t.pending.context = context;
  t.pending.resume = resume;
  t.pending.state = state;
  t.pending.is_io = is_io;
  t.pending.cost = 0;
  return Value();
}

Value pending_cost(VmThread& t, Tick cost) {
  t.pending.cost = cost;
  return Value();
}

}  // namespace interleave::vm
