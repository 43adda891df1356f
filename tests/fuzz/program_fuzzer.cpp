// A fuzzer of whole programs: what compiles is run in simulation, for a bounded number of
// instructions, with settings that the input's first byte chooses.
//
// Deterministic, so that a finding can be repeated. Not a comparison with CPython: it looks for
// crashes, hangs, memory errors and broken promises. One input at a time, on libFuzzer's thread.
//
// The mutator works on lines, so that most of what it makes still compiles: it copies, swaps,
// drops and indents lines and takes lines from other inputs; every other time libFuzzer's own
// mutations are left to it.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "exec/schedule.h"
#include "exec/simulated_executor.h"
#include "lang/compiler.h"
#include "trace/recorder.h"
#include "vm/boot.h"

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t most);

namespace {

using namespace interleave;

constexpr Tick kLongest = 20'000'000;             // of virtual time: a million instructions
constexpr std::uint64_t kInstructions = 400'000;  // and as many at most

class Quiet final : public exec::OutputSink {
 public:
  void write(bool, std::string_view utf8) override { bytes_ += utf8.size(); }

 private:
  std::size_t bytes_ = 0;
};

void run(const lang::Code& code, std::string_view source, std::uint8_t choice) {
  Quiet output;
  exec::SimulatedOptions options;
  options.gil = choice % 3 == 0   ? trace::GilSetting::V310
                : choice % 3 == 1 ? trace::GilSetting::Off
                                  : trace::GilSetting::V39;
  options.policy = (choice & 4) != 0 ? trace::Policy::Random : trace::Policy::Fair;
  options.cores = 1 + (choice >> 3) % 4;
  options.seed = choice;
  options.longest = kLongest;
  trace::Recorder recorder;
  exec::SimulatedExecutor executor(options, output, (choice & 64) != 0 ? &recorder : nullptr);
  vm::Vm vm(executor, (choice & 64) != 0 ? &recorder : nullptr);
  vm::load_main(vm, code, source);
  executor.begin(vm);
  using Progress = exec::SimulatedExecutor::Progress;
  if (executor.advance(kInstructions) != Progress::Over) {
    executor.request_stop();
    if (executor.advance(kInstructions) != Progress::Over) {
      std::fprintf(stderr, "program_fuzzer: a stopped run does not end\n");
      std::abort();
    }
  }
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

std::size_t put(const std::vector<std::string>& lines, std::uint8_t* data, std::size_t most) {
  std::size_t size = 0;
  for (const std::string& line : lines) {
    const std::size_t n = std::min(line.size(), most - size);
    std::memcpy(data + size, line.data(), n);
    size += n;
  }
  return size;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2) return 0;
  const std::string_view source(reinterpret_cast<const char*>(data) + 1, size - 1);
  const lang::CompileResult compiled = lang::compile_source(source, "main.py");
  if (compiled.error) return -1;  // not worth keeping here; the other fuzzer looks after it
  run(*compiled.code, source, data[0]);
  return 0;
}

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t most, unsigned seed) {
  exec::Dice dice(seed);
  if (size < 2 || dice.below(3) == 0) return LLVMFuzzerMutate(data, size, most);
  std::vector<std::string> lines;
  for (std::string_view line : lines_of({reinterpret_cast<const char*>(data) + 1, size - 1})) {
    lines.emplace_back(line);
  }
  const std::size_t at = dice.below(lines.size());
  const std::size_t other = dice.below(lines.size());
  switch (dice.below(6)) {
    case 0: lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(at)); break;
    case 1: lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(at), lines[other]); break;
    case 2: std::swap(lines[at], lines[other]); break;
    case 3: lines[at] = "    " + lines[at]; break;
    case 4:
      if (lines[at].starts_with("    ")) lines[at].erase(0, 4);
      break;
    default: {
      // A piece of one line takes the place of a piece of another, between the words.
      const std::string from = lines[other];
      const std::size_t begin = from.find_first_of(" (,[=", dice.below(from.size()));
      const std::size_t to = lines[at].find_first_of(" (,[=", dice.below(lines[at].size()));
      if (begin != std::string::npos && to != std::string::npos) {
        lines[at] = lines[at].substr(0, to) + from.substr(begin);
      }
    }
  }
  data[0] = static_cast<std::uint8_t>(dice.below(8) == 0 ? dice.below(256) : data[0]);
  return 1 + put(lines, data + 1, most - 1);
}

extern "C" std::size_t LLVMFuzzerCustomCrossOver(const std::uint8_t* first, std::size_t first_size,
                                                 const std::uint8_t* second,
                                                 std::size_t second_size, std::uint8_t* out,
                                                 std::size_t most, unsigned seed) {
  if (first_size < 2 || second_size < 2 || most < 2) return 0;
  exec::Dice dice(seed);
  const auto a = lines_of({reinterpret_cast<const char*>(first) + 1, first_size - 1});
  const auto b = lines_of({reinterpret_cast<const char*>(second) + 1, second_size - 1});
  std::vector<std::string> lines;
  const std::size_t cut = dice.below(a.size() + 1);
  const std::size_t from = dice.below(b.size());
  const std::size_t until = from + 1 + dice.below(b.size() - from);
  for (std::size_t i = 0; i < cut; ++i) lines.emplace_back(a[i]);
  for (std::size_t i = from; i < until; ++i) lines.emplace_back(b[i]);
  for (std::size_t i = cut; i < a.size(); ++i) lines.emplace_back(a[i]);
  out[0] = first[0];
  return 1 + put(lines, out + 1, most - 1);
}
