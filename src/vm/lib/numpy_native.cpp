// Module _numpy: the arithmetic under numpy.py, on blocks of doubles. Work on many of them is done
// without the GIL.
//
// A block never changes its size and lies in the Python heap, so that the collector counts it.
// Arguments other than blocks are trusted: only numpy.py calls these.
#include <algorithm>
#include <atomic>
#include <cmath>

#include "vm/errors.h"
#include "vm/lib/modules.h"
#include "vm/list.h"
#include "vm/number.h"
#include "vm/str.h"
#include "vm/type.h"

namespace interleave::vm {

namespace {

/// From so many elements on the GIL is given up.
constexpr std::int64_t kRelease = 4096;

/// A number that several threads may read and write at once when there is no GIL: some value that
/// one of them wrote is read.
class Element {
 public:
#ifdef __EMSCRIPTEN__
  // In WebAssembly no access is undefined, and an atomic store costs a lot.
  operator double() const { return *const_cast<const volatile double*>(&word_); }
  void operator=(double v) { *const_cast<volatile double*>(&word_) = v; }

 private:
  double word_;
#else
  operator double() const { return word_.load(std::memory_order_relaxed); }
  void operator=(double v) { word_.store(v, std::memory_order_relaxed); }

 private:
  std::atomic<double> word_;
#endif
};
static_assert(sizeof(Element) == sizeof(double));

struct Block : Object {
  std::int64_t size = 0;
  Element* data() { return reinterpret_cast<Element*>(this + 1); }
  /// While nobody else knows of it.
  double* fresh() { return reinterpret_cast<double*>(this + 1); }
};

/// One operation; it keeps its blocks alive.
struct Job : Object {
  void (*work)(Job&) = nullptr;
  int op = 0;
  Block* a = nullptr;
  Block* b = nullptr;    // null: `number`
  Block* out = nullptr;  // null: the result is `number`
  std::int64_t from_a = 0, from_b = 0;
  std::int64_t n = 0;
  std::int64_t rows = 0, inner = 0, columns = 0;
  double number = 0;
};

// Of the one Vm there is.
Type* g_block_class = nullptr;
Type* g_job_class = nullptr;

void trace_numpy_job(Object* o, Marker& m) {
  auto* job = static_cast<Job*>(o);
  m.mark(job->a);
  m.mark(job->b);
  m.mark(job->out);
}

Block* new_block(VmThread& t, std::int64_t size) {
  if (size < 0 || size > (std::int64_t{1} << 27) ||
      !t.can_allocate(static_cast<std::size_t>(size) * sizeof(double))) {
    if (t.exception.empty()) raise_memory_error(t);
    return nullptr;
  }
  auto* block = t.make<Block>(g_block_class, static_cast<std::size_t>(size) * sizeof(double));
  block->size = size;
  return block;
}

Block* block_at(const Args& args, std::uint32_t i) {
  return args[i].is_object() && args[i].object()->type == g_block_class
             ? static_cast<Block*>(args[i].object())
             : nullptr;
}
std::int64_t int_at(const Args& args, std::uint32_t i) {
  return args[i].is_int() ? args[i].as_int() : 0;
}
double float_at(const Args& args, std::uint32_t i) {
  return args[i].is_number()
             ? (args[i].is_int() ? static_cast<double>(args[i].as_int()) : args[i].as_double())
             : 0;
}
bool inside(const Block* block, std::int64_t from, std::int64_t count) {
  return block != nullptr && from >= 0 && count >= 0 && from + count <= block->size;
}
Value raise_outside(VmThread& t) { return raise_index_error(t, "outside of the array's memory"); }

Value finished(VmThread&, Value state) {
  auto* job = static_cast<Job*>(state.object());
  return job->out != nullptr ? Value(job->out) : Value::from_double(job->number);
}

void run_work(void* raw) {
  auto* job = static_cast<Job*>(raw);
  job->work(*job);
}

Value run_job(VmThread& t, Job* job, std::int64_t cost) {
  if (cost >= kRelease) {
    pending_native(t, "numpy", run_work, job, finished, job);
    return pending_cost(t, static_cast<Tick>(cost));  // simulated: a nanosecond per element
  }
  job->work(*job);
  return finished(t, job);
}

/// Python's and numpy's remainder: it has the divisor's sign.
double modulo(double x, double y) {
  const double r = std::fmod(x, y);
  return r != 0 && (r < 0) != (y < 0) ? r + y : r;
}

double apply(int op, double x, double y) {
  switch (op) {
    case 0: return x + y;
    case 1: return x - y;
    case 2: return x * y;
    case 3: return x / y;
    case 4: return std::floor(x / y);
    case 5: return modulo(x, y);
    case 6: return std::pow(x, y);
    case 7: return x < y;
    case 8: return x <= y;
    case 9: return x == y;
    case 10: return x != y;
    case 11: return x > y;
    case 12: return x >= y;
    case 13: return std::max(x, y);
    default: return std::min(x, y);
  }
}

void do_binary(Job& job) {
  const Element* a = job.a->data() + job.from_a;
  const Element* b = job.b != nullptr ? job.b->data() + job.from_b : nullptr;
  double* out = job.out->fresh();
  for (std::int64_t i = 0; i < job.n; ++i) {
    out[i] = apply(job.op, a[i], b != nullptr ? double{b[i]} : job.number);
  }
}

void do_binary_left(Job& job) {
  const Element* a = job.a->data() + job.from_a;
  double* out = job.out->fresh();
  for (std::int64_t i = 0; i < job.n; ++i) out[i] = apply(job.op, job.number, a[i]);
}

/// (op, a, from, count, b or number, from b, number is on the left)
Value np_binary(VmThread& t, const Args& args) {
  auto* job = t.make<Job>(g_job_class);
  job->op = static_cast<int>(int_at(args, 0));
  job->a = block_at(args, 1);
  job->from_a = int_at(args, 2);
  job->n = int_at(args, 3);
  job->b = block_at(args, 4);
  job->from_b = int_at(args, 5);
  if (!inside(job->a, job->from_a, job->n)) return raise_outside(t);
  if (job->b != nullptr && !inside(job->b, job->from_b, job->n)) return raise_outside(t);
  if (job->b == nullptr) job->number = float_at(args, 4);
  job->out = new_block(t, job->n);
  if (job->out == nullptr) return Value();
  job->work = args[6] == boolean(true) ? do_binary_left : do_binary;
  return run_job(t, job, job->n);
}

double apply_one(int op, double x) {
  switch (op) {
    case 0: return -x;
    case 1: return std::fabs(x);
    case 2: return std::sqrt(x);
    case 3: return std::exp(x);
    case 4: return std::log(x);
    case 5: return std::sin(x);
    case 6: return std::cos(x);
    case 7: return std::tan(x);
    case 8: return std::floor(x);
    case 9: return std::ceil(x);
    case 10: return std::nearbyint(x);
    case 11: return std::tanh(x);
    case 12: return std::log2(x);
    case 13: return std::log10(x);
    default: return x;
  }
}

void do_unary(Job& job) {
  const Element* a = job.a->data() + job.from_a;
  double* out = job.out->fresh();
  for (std::int64_t i = 0; i < job.n; ++i) out[i] = apply_one(job.op, a[i]);
}

/// (op, a, from, count)
Value np_unary(VmThread& t, const Args& args) {
  auto* job = t.make<Job>(g_job_class);
  job->op = static_cast<int>(int_at(args, 0));
  job->a = block_at(args, 1);
  job->from_a = int_at(args, 2);
  job->n = int_at(args, 3);
  if (!inside(job->a, job->from_a, job->n)) return raise_outside(t);
  job->out = new_block(t, job->n);
  if (job->out == nullptr) return Value();
  job->work = do_unary;
  return run_job(t, job, job->n);
}

/// In halves, as numpy does it: the rounding errors stay small.
double pairwise_sum(const Element* a, std::int64_t n) {
  if (n < 8) {
    double sum = 0;
    for (std::int64_t i = 0; i < n; ++i) sum += a[i];
    return sum;
  }
  if (n <= 128) {
    double r[8];
    for (int k = 0; k < 8; ++k) r[k] = a[k];
    std::int64_t i = 8;
    for (; i + 8 <= n; i += 8) {
      for (int k = 0; k < 8; ++k) r[k] += a[i + k];
    }
    double sum = ((r[0] + r[1]) + (r[2] + r[3])) + ((r[4] + r[5]) + (r[6] + r[7]));
    for (; i < n; ++i) sum += a[i];
    return sum;
  }
  std::int64_t half = n / 2;
  half -= half % 8;
  return pairwise_sum(a, half) + pairwise_sum(a + half, n - half);
}

void do_reduce(Job& job) {
  const Element* a = job.a->data() + job.from_a;
  if (job.op == 0) {
    job.number = pairwise_sum(a, job.n);
    return;
  }
  double result = job.op == 1 ? 1.0 : double{a[0]};
  for (std::int64_t i = 0; i < job.n; ++i) {
    const double x = a[i];
    result = job.op == 1 ? result * x : job.op == 2 ? std::min(result, x) : std::max(result, x);
  }
  job.number = result;
}

/// (op, a, from, count): sum, product, least, greatest; the last two need an element.
Value np_reduce(VmThread& t, const Args& args) {
  auto* job = t.make<Job>(g_job_class);
  job->op = static_cast<int>(int_at(args, 0));
  job->a = block_at(args, 1);
  job->from_a = int_at(args, 2);
  job->n = int_at(args, 3);
  if (!inside(job->a, job->from_a, job->n) || (job->op > 1 && job->n == 0)) return raise_outside(t);
  job->work = do_reduce;
  return run_job(t, job, job->n);
}

void do_matmul(Job& job) {
  const Element* a = job.a->data() + job.from_a;
  const Element* b = job.b->data() + job.from_b;
  double* out = job.out->fresh();
  for (std::int64_t i = 0; i < job.rows; ++i) {
    for (std::int64_t k = 0; k < job.inner; ++k) {
      const double x = a[i * job.inner + k];
      for (std::int64_t j = 0; j < job.columns; ++j) {
        out[i * job.columns + j] += x * b[k * job.columns + j];
      }
    }
  }
}

/// (a, from a, b, from b, rows, inner, columns)
Value np_matmul(VmThread& t, const Args& args) {
  auto* job = t.make<Job>(g_job_class);
  job->a = block_at(args, 0);
  job->from_a = int_at(args, 1);
  job->b = block_at(args, 2);
  job->from_b = int_at(args, 3);
  job->rows = int_at(args, 4);
  job->inner = int_at(args, 5);
  job->columns = int_at(args, 6);
  constexpr std::int64_t kMost = 1 << 20;
  if (std::max({job->rows, job->inner, job->columns}) > kMost ||
      !inside(job->a, job->from_a, job->rows * job->inner) ||
      !inside(job->b, job->from_b, job->inner * job->columns)) {
    return raise_outside(t);
  }
  job->out = new_block(t, job->rows * job->columns);
  if (job->out == nullptr) return Value();
  job->work = do_matmul;
  return run_job(t, job, job->rows * job->inner * job->columns);
}

/// (count, first, step)
Value np_range(VmThread& t, const Args& args) {
  Block* block = new_block(t, int_at(args, 0));
  if (block == nullptr) return Value();
  const double first = float_at(args, 1);
  const double step = float_at(args, 2);
  for (std::int64_t i = 0; i < block->size; ++i) {
    block->fresh()[i] = first + static_cast<double>(i) * step;
  }
  return block;
}

Value np_from_list(VmThread& t, const Args& args) {
  const std::vector<Value> items = list_snapshot(static_cast<List*>(args[0].object()));
  Block* block = new_block(t, static_cast<std::int64_t>(items.size()));
  for (std::size_t i = 0; block != nullptr && i < items.size(); ++i) {
    const Value v = items[i];
    block->fresh()[i] = v.is_int()      ? static_cast<double>(v.as_int())
                        : v.is_double() ? v.as_double()
                                        : 0;
  }
  return block;
}

/// (block, from, count, step): a list of floats, or with `copy` a block.
Value np_gather(VmThread& t, const Args& args) {
  Block* block = block_at(args, 0);
  const std::int64_t from = int_at(args, 1);
  const std::int64_t count = int_at(args, 2);
  const std::int64_t step = int_at(args, 3);
  const std::int64_t last = from + (count - 1) * step;
  if (block == nullptr || count < 0 ||
      (count > 0 && (from < 0 || from >= block->size || last < 0 || last >= block->size))) {
    return raise_outside(t);
  }
  if (args[4] == boolean(true)) {
    Block* out = new_block(t, count);
    for (std::int64_t i = 0; out != nullptr && i < count; ++i) {
      out->fresh()[i] = block->data()[from + i * step];
    }
    return out;
  }
  std::vector<Value> items;
  for (std::int64_t i = 0; i < count; ++i) {
    items.push_back(Value::from_double(block->data()[from + i * step]));
  }
  return list_from(t, items.data(), items.size());
}

/// (block, from, count, step, block or number, from there)
Value np_scatter(VmThread& t, const Args& args) {
  Block* block = block_at(args, 0);
  const std::int64_t from = int_at(args, 1);
  const std::int64_t count = int_at(args, 2);
  const std::int64_t step = int_at(args, 3);
  Block* source = block_at(args, 4);
  const std::int64_t last = from + (count - 1) * step;
  if (block == nullptr || count < 0 ||
      (count > 0 && (from < 0 || from >= block->size || last < 0 || last >= block->size)) ||
      (source != nullptr && !inside(source, int_at(args, 5), count))) {
    return raise_outside(t);
  }
  for (std::int64_t i = 0; i < count; ++i) {
    block->data()[from + i * step] =
        source != nullptr ? double{source->data()[int_at(args, 5) + i]} : float_at(args, 4);
  }
  return none();
}

Value np_get(VmThread& t, const Args& args) {
  Block* block = block_at(args, 0);
  const std::int64_t i = int_at(args, 1);
  return inside(block, i, 1) ? Value::from_double(block->data()[i]) : raise_outside(t);
}

constexpr NativeDef kFunctions[] = {
    {"binary", np_binary, 7, 7}, {"unary", np_unary, 4, 4},     {"reduce", np_reduce, 4, 4},
    {"matmul", np_matmul, 7, 7}, {"range", np_range, 3, 3},     {"from_list", np_from_list, 1, 1},
    {"gather", np_gather, 5, 5}, {"scatter", np_scatter, 6, 6}, {"get", np_get, 2, 2},
};

}  // namespace

void init_numpy(VmThread& t) {
  g_block_class = make_type(t, {.name = "block",
                                .kind = Kind::NativeData,
                                .size = sizeof(Block),
                                .can_subclass = false,
                                .instantiable = false});
  g_job_class = make_type(t, {.name = "numpy_job",
                              .kind = Kind::Internal,
                              .size = sizeof(Job),
                              .trace = trace_numpy_job,
                              .can_subclass = false,
                              .instantiable = false});
  add_functions(t, make_module(t, "_numpy"), kFunctions);
}

}  // namespace interleave::vm
