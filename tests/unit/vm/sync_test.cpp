// The wait queue and its edges, with a host that only takes note.
#include "vm/sync.h"

#include <gtest/gtest.h>

#include <vector>

#include "vm/dict.h"
#include "vm/errors.h"
#include "vm/str.h"
#include "vm/type.h"

namespace interleave::vm {
namespace {

struct NotingHost : Host {
  Tick time = 1000;
  std::vector<ThreadId> woken;
  bool spawned(ThreadId) override { return true; }
  void unblocked(ThreadId id) override { woken.push_back(id); }
  Tick now() const override { return time; }
  Tick thread_cpu() const override { return 0; }
  std::int64_t epoch_ns() const override { return 0; }
  void write(bool, std::string_view) override {}
  void set_switch_interval(double) override {}
  double switch_interval() const override { return 0.005; }
  bool gil_enabled() const override { return true; }
  int cores() const override { return 1; }
  void with_world_stopped(ThreadId, void (*action)(void*), void* context) override {
    action(context);
  }
};

struct SyncTest : testing::Test {
  NotingHost host;
  Vm vm{host, nullptr};
  VmThread& main = vm.main_thread();

  SyncObject* lock() { return static_cast<SyncObject*>(call("allocate_lock", {}).object()); }
  /// A function of _thread, or a method of an object, called as the machine calls natives.
  Value call(const char* name, std::vector<Value> args, VmThread* t = nullptr) {
    const Value module = dict_get_str(vm.modules, vm.intern("_thread"));
    Value f = args.empty() || !args[0].is_object()
                  ? dict_get_str(static_cast<Module*>(module.object())->dict, vm.intern(name))
                  : type_lookup(args[0].object()->type, vm.intern(name));
    const auto* native = static_cast<NativeFunction*>(f.object());
    const Args given{args.data(), static_cast<std::uint32_t>(args.size()), nullptr};
    return native->def->fn(t == nullptr ? main : *t, given);
  }
  /// What the executor does with a parked thread.
  static Value resume(VmThread& t) {
    const Pending pending = t.pending;
    t.pending.kind = Pending::Kind::None;
    return pending.resume(t, pending.state);
  }
};

TEST_F(SyncTest, FreeLockIsTakenAndGivenBack) {
  SyncObject* l = lock();
  EXPECT_EQ(holder_of(*l), kNoThread);
  EXPECT_EQ(call("acquire", {l}), boolean(true));
  EXPECT_EQ(holder_of(*l), 0u);
  EXPECT_EQ(call("locked", {l}), boolean(true));
  EXPECT_EQ(call("release", {l}), none());
  EXPECT_TRUE(call("release", {l}).empty());
  EXPECT_FALSE(main.exception.empty());
  main.exception = Value();
}

TEST_F(SyncTest, WaitersAreWokenInOrderAndTryAgain) {
  SyncObject* l = lock();
  VmThread* a = vm.new_thread();
  VmThread* b = vm.new_thread();
  EXPECT_EQ(call("acquire", {l}), boolean(true));
  for (VmThread* t : {a, b}) {
    EXPECT_TRUE(call("acquire", {l}, t).empty());
    EXPECT_EQ(t->pending.kind, Pending::Kind::Block);
    EXPECT_EQ(t->waiter.object, l);
  }
  EXPECT_EQ(l->queued.load(), 2u);
  call("release", {l});
  EXPECT_EQ(host.woken, std::vector<ThreadId>{a->id});
  EXPECT_EQ(a->waiter.waker, main.id);
  // The releasing thread is quicker than the one it woke: that one has to wait again, behind the
  // other.
  EXPECT_EQ(call("acquire", {l}), boolean(true));
  EXPECT_TRUE(resume(*a).empty());
  EXPECT_EQ(l->first, &b->waiter);
  EXPECT_EQ(l->last, &a->waiter);
  call("release", {l});
  EXPECT_EQ(resume(*b), boolean(true));
  EXPECT_EQ(holder_of(*l), b->id);
}

TEST_F(SyncTest, TimedOutWaiterLeavesTheQueue) {
  SyncObject* l = lock();
  VmThread* a = vm.new_thread();
  call("acquire", {l});
  EXPECT_TRUE(call("acquire", {l, boolean(true), Value::from_double(0.5)}, a).empty());
  EXPECT_EQ(a->pending.deadline, 1000u + 500'000'000u);
  EXPECT_TRUE(resume(*a).empty());  // too early: it keeps its place and its deadline
  EXPECT_EQ(a->pending.deadline, 1000u + 500'000'000u);
  EXPECT_EQ(l->queued.load(), 1u);
  host.time = a->pending.deadline;
  EXPECT_EQ(resume(*a), boolean(false));
  EXPECT_EQ(l->queued.load(), 0u);
  EXPECT_EQ(l->first, nullptr);
  EXPECT_EQ(l->last, nullptr);
  EXPECT_EQ(a->waiter.object, nullptr);
  call("release", {l});
  EXPECT_TRUE(host.woken.empty());
}

TEST_F(SyncTest, MiddleOfTheQueueCanLeave) {
  SyncObject* l = lock();
  call("acquire", {l});
  std::vector<VmThread*> threads;
  for (int i = 0; i < 3; ++i) {
    threads.push_back(vm.new_thread());
    const Value timeout = i == 1 ? Value::from_double(0.001) : Value::small_int(-1);
    EXPECT_TRUE(call("acquire", {l, boolean(true), timeout}, threads[i]).empty());
  }
  host.time += 2'000'000;
  EXPECT_EQ(resume(*threads[1]), boolean(false));
  EXPECT_EQ(l->first, &threads[0]->waiter);
  EXPECT_EQ(l->first->next, &threads[2]->waiter);
  EXPECT_EQ(l->last->previous, &threads[0]->waiter);
  wake(main, l, UINT32_MAX);
  EXPECT_EQ(host.woken, (std::vector<ThreadId>{threads[0]->id, threads[2]->id}));
}

TEST_F(SyncTest, JoinWaitsForTheEnd) {
  VmThread* a = vm.new_thread();
  EXPECT_TRUE(join_thread(main, a->id, kForever).empty());
  ASSERT_NE(main.waiter.object, nullptr);
  EXPECT_EQ(main.waiter.object->target, a->id);
  EXPECT_EQ(holder_of(*main.waiter.object), a->id);
  finish_thread(*a);
  EXPECT_EQ(host.woken, std::vector<ThreadId>{main.id});
  EXPECT_EQ(resume(main), boolean(true));
  EXPECT_EQ(join_thread(main, a->id, kForever), boolean(true));
  EXPECT_EQ(join_thread(main, 12345, kForever), boolean(true));
}

TEST_F(SyncTest, DeadlinesSurviveTheWayThroughAValue) {
  for (const Tick tick : {Tick{0}, Tick{1}, Tick{1} << 47, kForever}) {
    EXPECT_EQ(to_deadline(from_deadline(tick)), tick);
  }
  EXPECT_EQ(deadline_after(main, 0), host.time);
  EXPECT_EQ(deadline_after(main, -5), host.time);
  EXPECT_EQ(deadline_after(main, 7), host.time + 7);
  EXPECT_EQ(deadline_after(main, INT64_MAX), kForever);
}

TEST_F(SyncTest, TimeoutsAreReadAsCPythonDoes) {
  std::int64_t ns = 0;
  EXPECT_TRUE(timeout_from(main, Value::from_double(1e-10), &ns));
  EXPECT_EQ(ns, 1);  // rounded up: never too early
  EXPECT_TRUE(timeout_from(main, Value::small_int(-2), &ns));
  EXPECT_EQ(ns, -2'000'000'000);
  EXPECT_TRUE(timeout_from(main, boolean(true), &ns));
  EXPECT_EQ(ns, 1'000'000'000);
  for (const Value bad : {Value::from_double(1e300), Value::from_double(0.0 / 0.0), none()}) {
    EXPECT_FALSE(timeout_from(main, bad, &ns));
    EXPECT_FALSE(main.exception.empty());
    main.exception = Value();
  }
}

TEST_F(SyncTest, IdentsAreUniqueAndLeadBack) {
  for (const ThreadId id : {0u, 1u, 127u, 100'000u}) EXPECT_EQ(thread_of_ident(ident_of(id)), id);
  EXPECT_EQ(thread_of_ident(5), kNoThread);
  EXPECT_EQ(thread_of_ident(ident_of(0) + 1), kNoThread);
  EXPECT_EQ(thread_of_ident(ident_of(3) - 1), kNoThread);
}

TEST_F(SyncTest, NamesOfWhatIsWaitedFor) {
  SyncObject* l = lock();
  EXPECT_EQ(describe(*l, ""), "Lock");
  l->line = 7;
  EXPECT_EQ(describe(*l, ""), "Lock made at line 7");
  EXPECT_EQ(describe(*l, "a"), "Lock `a`");
  l->label.store(str_new(main, "start"));
  EXPECT_EQ(variable_holding(main, *l), "start");
}

}  // namespace
}  // namespace interleave::vm
