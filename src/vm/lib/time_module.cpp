// The module `time`. Clocks are the executor's: real in live runs, virtual in simulated ones.
#include <algorithm>
#include <cstring>
#include <ctime>
#include <string>

#include "vm/errors.h"
#include "vm/lib/threads.h"
#include "vm/list.h"
#include "vm/number.h"
#include "vm/str.h"
#include "vm/sync.h"
#include "vm/tuple.h"
#include "vm/type.h"

namespace interleave::vm {

namespace {

Value seconds(Tick ns) { return Value::from_double(static_cast<double>(ns) / 1e9); }

std::int64_t wall_ns(const VmThread& t) {
  return t.vm.host.epoch_ns() + static_cast<std::int64_t>(t.vm.host.now());
}

Value time_time(VmThread& t, const Args&) {
  return Value::from_double(static_cast<double>(wall_ns(t)) / 1e9);
}
Value time_time_ns(VmThread& t, const Args&) { return int_value(t, wall_ns(t)); }
Value time_monotonic(VmThread& t, const Args&) { return seconds(t.vm.host.now()); }
Value time_monotonic_ns(VmThread& t, const Args&) {
  return int_value(t, static_cast<std::int64_t>(t.vm.host.now()));
}
Value time_thread_time(VmThread& t, const Args&) { return seconds(t.vm.host.thread_cpu()); }
Value time_thread_time_ns(VmThread& t, const Args&) {
  return int_value(t, static_cast<std::int64_t>(t.vm.host.thread_cpu()));
}

/// Lets the GIL go even for 0 seconds, as CPython does.
Value time_sleep(VmThread& t, const Args& args) {
  std::int64_t ns = 0;
  if (!timeout_from(t, args[0], &ns)) return Value();
  if (ns < 0) return raise_value_error(t, "sleep length must be non-negative");
  constexpr std::int64_t kLongest = 1ll << 61;  // 73 years: no clock overflows
  return pending_sleep(t, t.vm.host.now() + static_cast<Tick>(ns < kLongest ? ns : kLongest));
}

// --- Calendar
// -------------------------------------------------------------------------------------------------

constexpr int kFields = 9;
constexpr const char* kFieldNames[kFields] = {"tm_year", "tm_mon",  "tm_mday", "tm_hour", "tm_min",
                                              "tm_sec",  "tm_wday", "tm_yday", "tm_isdst"};

Value struct_time(VmThread& t, const std::tm& tm) {
  auto* result = t.make<Tuple>(hidden_type(t, "struct_time"), kFields * sizeof(Value));
  const int fields[kFields] = {tm.tm_year + 1900,    tm.tm_mon + 1,  tm.tm_mday,
                               tm.tm_hour,           tm.tm_min,      tm.tm_sec,
                               (tm.tm_wday + 6) % 7, tm.tm_yday + 1, tm.tm_isdst};
  result->size = kFields;
  for (int i = 0; i < kFields; ++i) result->items()[i] = Value::small_int(fields[i]);
  return result;
}

/// struct_time(sequence of nine).
Value struct_time_new(VmThread& t, const Args& args) {
  std::vector<Value> items;
  if (kind_of(args[1]) == Kind::Tuple) {
    auto* tuple = static_cast<Tuple*>(args[1].object());
    items.assign(tuple->items(), tuple->items() + tuple->size);
  } else if (kind_of(args[1]) == Kind::List) {
    items = list_snapshot(static_cast<List*>(args[1].object()));
  } else {
    return raise_type_error(t, "constructor requires a sequence");
  }
  if (items.size() < kFields || items.size() > kFields + 2) {
    return raise_type_error(t,
                            "time.struct_time() takes an at least %d-sequence (%zu-sequence given)",
                            kFields, items.size());
  }
  auto* result = t.make<Tuple>(hidden_type(t, "struct_time"), kFields * sizeof(Value));
  result->size = kFields;
  std::copy(items.begin(), items.begin() + kFields, result->items());
  return result;
}

/// The moment an optional argument names, seconds since 1970; now if it is left out or None.
bool read_moment(VmThread& t, const Args& args, std::time_t* moment) {
  const Value given = args.get(0, none());
  if (given == none()) {
    *moment = static_cast<std::time_t>(wall_ns(t) / 1'000'000'000);
    return true;
  }
  if (!is_number(given)) {
    raise_type_error(t, "'%s' object cannot be interpreted as an integer",
                     type_name(t.vm, given).c_str());
    return false;
  }
  const double s = to_double(given);
  if (!(s > -6.7e10 &&
        s < 2.5e11)) {  // years -200 to 9999, as far as CPython's C library goes here
    raisef(t, t.vm.types.OverflowError, "timestamp out of range for platform time_t");
    return false;
  }
  *moment = static_cast<std::time_t>(
      s < 0 && s != static_cast<double>(static_cast<std::int64_t>(s)) ? s - 1 : s);
  return true;
}

/// The optional struct_time or tuple of nine at position `at`; the local time of now if it is left
/// out.
bool read_fields(VmThread& t, const char* function, const Args& args, std::uint32_t at,
                 std::tm* tm) {
  *tm = {};
  if (at >= args.n) {
    const auto now = static_cast<std::time_t>(wall_ns(t) / 1'000'000'000);
    localtime_r(&now, tm);
    return true;
  }
  if (kind_of(args[at]) != Kind::Tuple) {
    raise_type_error(t, "Tuple or struct_time argument required");
    return false;
  }
  const auto* fields = static_cast<const Tuple*>(args[at].object());
  if (fields->size != kFields) {
    raise_type_error(t, "%s(): illegal time tuple argument", function);
    return false;
  }
  std::int64_t n[kFields];
  for (int i = 0; i < kFields; ++i) {
    if (!read_index(t, fields->items()[i], &n[i])) return false;
  }
  static constexpr struct {
    int lowest, highest;
    const char* text;
  } kRanges[kFields] = {{-9999, 99999, "year"}, {0, 12, "month"},        {0, 31, "day of month"},
                        {0, 23, "hour"},        {0, 59, "minute"},       {0, 61, "seconds"},
                        {-1, 6, "day of week"}, {0, 366, "day of year"}, {-1, 1, "daylight"}};
  for (int i = 0; i < kFields; ++i) {
    if (i != 8 && (n[i] < kRanges[i].lowest || n[i] > kRanges[i].highest)) {
      raise_value_error(t, "%s out of range", kRanges[i].text);
      return false;
    }
  }
  tm->tm_year = static_cast<int>(n[0]) - 1900;
  tm->tm_mon = n[1] == 0 ? 0 : static_cast<int>(n[1]) - 1;
  tm->tm_mday = n[2] == 0 ? 1 : static_cast<int>(n[2]);
  tm->tm_hour = static_cast<int>(n[3]);
  tm->tm_min = static_cast<int>(n[4]);
  tm->tm_sec = static_cast<int>(n[5]);
  tm->tm_wday = static_cast<int>(n[6] + 1) % 7;
  tm->tm_yday = n[7] == 0 ? 0 : static_cast<int>(n[7]) - 1;
  tm->tm_isdst = n[8] < 0 ? -1 : n[8] > 0 ? 1 : 0;
  return true;
}

Value time_gmtime(VmThread& t, const Args& args) {
  std::time_t moment = 0;
  std::tm tm{};
  if (!read_moment(t, args, &moment)) return Value();
  gmtime_r(&moment, &tm);
  return struct_time(t, tm);
}

Value time_localtime(VmThread& t, const Args& args) {
  std::time_t moment = 0;
  std::tm tm{};
  if (!read_moment(t, args, &moment)) return Value();
  localtime_r(&moment, &tm);
  return struct_time(t, tm);
}

Value time_mktime(VmThread& t, const Args& args) {
  std::tm tm{};
  if (!read_fields(t, "mktime", args, 0, &tm)) return Value();
  return Value::from_double(static_cast<double>(std::mktime(&tm)));
}

/// "Sun Nov  2 07:08:09 2025"
Value calendar_text(VmThread& t, const std::tm& tm) {
  static constexpr char kDays[] = "SunMonTueWedThuFriSat";
  static constexpr char kMonths[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
  char text[96];
  std::snprintf(text, sizeof text, "%.3s %.3s%3d %.2d:%.2d:%.2d %d", kDays + 3 * (tm.tm_wday % 7),
                kMonths + 3 * (tm.tm_mon % 12), tm.tm_mday, tm.tm_hour, tm.tm_min, tm.tm_sec,
                1900 + tm.tm_year);
  return str_new(t, text);
}

Value time_asctime(VmThread& t, const Args& args) {
  std::tm tm{};
  return read_fields(t, "asctime", args, 0, &tm) ? calendar_text(t, tm) : Value();
}

Value time_ctime(VmThread& t, const Args& args) {
  std::time_t moment = 0;
  std::tm tm{};
  if (!read_moment(t, args, &moment)) return Value();
  localtime_r(&moment, &tm);
  return calendar_text(t, tm);
}

Value time_strftime(VmThread& t, const Args& args) {
  if (!is_str(args[0])) {
    return raise_type_error(t, "strftime() argument 1 must be str, not %s",
                            type_name(t.vm, args[0]).c_str());
  }
  std::tm tm{};
  if (!read_fields(t, "strftime", args, 1, &tm)) return Value();
  const std::string format = utf8(as_str(args[0]));
  if (format.empty()) return str_empty(t);
  if (!t.can_allocate(format.size() * 64)) return Value();
  // strftime tells "too small" and "empty result" apart only by what stands behind the format.
  std::string text(format.size() * 8 + 256, '\0');
  std::size_t n = 0;
  while ((n = std::strftime(text.data(), text.size(), (format + "x").c_str(), &tm)) == 0) {
    text.resize(text.size() * 2);
  }
  return str_new(t, std::string_view(text.data(), n - 1));
}

template <int index>
Value field(VmThread&, const Args& args) {
  return static_cast<const Tuple*>(args[0].object())->items()[index];
}

Value struct_time_repr(VmThread& t, const Args& args) {
  const auto* tuple = static_cast<const Tuple*>(args[0].object());
  std::string text = "time.struct_time(";
  for (int i = 0; i < kFields; ++i) {
    text += (i == 0 ? "" : ", ") + std::string(kFieldNames[i]) + "=" + int_repr(tuple->items()[i]);
  }
  return str_new(t, text + ")");
}

constexpr NativeDef kFunctions[] = {
    {"time", time_time, 0, 0},
    {"time_ns", time_time_ns, 0, 0},
    {"monotonic", time_monotonic, 0, 0},
    {"monotonic_ns", time_monotonic_ns, 0, 0},
    {"perf_counter", time_monotonic, 0, 0},
    {"perf_counter_ns", time_monotonic_ns, 0, 0},
    {"process_time", time_thread_time, 0, 0},
    {"process_time_ns", time_thread_time_ns, 0, 0},
    {"thread_time", time_thread_time, 0, 0},
    {"thread_time_ns", time_thread_time_ns, 0, 0},
    {"sleep", time_sleep, 1, 1},
    {"gmtime", time_gmtime, 0, 1},
    {"localtime", time_localtime, 0, 1},
    {"mktime", time_mktime, 1, 1},
    {"asctime", time_asctime, 0, 1},
    {"ctime", time_ctime, 0, 1},
    {"strftime", time_strftime, 1, 2},
};

constexpr NativeDef kStructTime[] = {
    {"tm_year", field<0>, 1, 1, kGetter},  {"tm_mon", field<1>, 1, 1, kGetter},
    {"tm_mday", field<2>, 1, 1, kGetter},  {"tm_hour", field<3>, 1, 1, kGetter},
    {"tm_min", field<4>, 1, 1, kGetter},   {"tm_sec", field<5>, 1, 1, kGetter},
    {"tm_wday", field<6>, 1, 1, kGetter},  {"tm_yday", field<7>, 1, 1, kGetter},
    {"tm_isdst", field<8>, 1, 1, kGetter}, {"__new__", struct_time_new, 2, 2},
    {"__repr__", struct_time_repr, 1, 1},
};

}  // namespace

void init_time_module(VmThread& t) {
  Module* module = make_module(t, "time");
  add_functions(t, module, kFunctions);
  TypeSpec spec{.name = "struct_time", .kind = Kind::Tuple, .size = 0};
  spec.trace = t.vm.types.tuple->trace;
  spec.base = t.vm.types.tuple;
  spec.can_subclass = false;
  spec.module = "time";
  Type* type = make_type(t, spec);
  add_methods(t, type, kStructTime);
  hide_type(t, "struct_time", type);
  module_set(t, module, "struct_time", type);
}

}  // namespace interleave::vm
