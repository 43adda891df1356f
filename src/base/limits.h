// Every bound of the product, in one place, with what happens at it.
//
// Not a configuration file: nothing here changes at run time. Any thread may read it.
#pragma once

#include <cstddef>
#include <cstdint>

namespace interleave::limits {

// --- Source and links ---------------------------------------------------------------------------
/// Longest program accepted. Beyond: one line on stderr, the program is not run.
inline constexpr std::size_t kSourceBytes = 1u << 20;
/// Open brackets at once, and nesting of expressions, patterns and blocks the parser accepts.
/// Beyond: SyntaxError "too many nested parentheses" or "too many nested expressions or blocks".
inline constexpr int kParserDepth = 200;
/// Levels of indentation (CPython's own limit). Beyond: IndentationError "too many levels of
/// indentation".
inline constexpr int kIndentLevels = 100;
/// Height of a syntax tree, so that walking it recursively is safe: a chain `a + b + ...` or of
/// `elif` is one level per link. Beyond: SyntaxError "too many nested expressions or blocks".
inline constexpr int kTreeDepth = 1000;

/// Statements nested in one another within a function that an exit has to clear away: loops, try,
/// with. CPython's own number. Beyond: SyntaxError "too many statically nested blocks".
inline constexpr int kNestedBlocks = 20;
/// Instructions of a whole program; nested `finally` bodies double with each level. Beyond:
/// SyntaxError "program is too large".
inline constexpr int kProgramInstructions = 1 << 20;

// --- Machine ------------------------------------------------------------------------------------
/// Python threads alive at once. Beyond: RuntimeError "can't start new thread".
inline constexpr int kThreads = 128;
/// The same in a simulated run, where a thread is only memory.
inline constexpr int kSimulatedThreads = 8192;
/// Cores a simulated run may have.
inline constexpr int kSimulatedCores = 64;
/// How long a simulated run may last by its own clock, ns: a day. Beyond: it is ended, with a
/// sentence.
inline constexpr std::uint64_t kSimulatedTime = 86'400ull * 1'000'000'000;
/// Default of sys.getrecursionlimit(). Beyond: RecursionError.
inline constexpr int kRecursion = 1000;
/// Highest value sys.setrecursionlimit() takes effect with; a larger one is clamped.
inline constexpr int kRecursionMax = 100000;
/// How long MainThread may have the page's own thread, ns. Beyond: the run is ended, with a
/// sentence, and the page is alive again.
inline constexpr std::uint64_t kMainOnPage = 5ull * 1'000'000'000;
/// Python heap. Beyond: MemoryError.
inline constexpr std::size_t kHeapBytes = 160u << 20;
/// Different texts a run may give to eval(), exec() and compile(). Beyond: MemoryError.
inline constexpr std::uint32_t kEvaluations = 1u << 15;
/// Choices a regular expression may leave open at once (32 bytes each). Beyond: MemoryError.
inline constexpr std::size_t kMatchChoices = 1u << 20;
/// Bytes the files of a run may hold together. Beyond: OSError "No space left on device".
inline constexpr std::size_t kFileBytes = 16u << 20;
/// Files and folders of a run. Beyond: the same.
inline constexpr std::size_t kFileCount = 4096;
/// Decimal digits int <-> str conversion accepts (CPython's own limit). Beyond: ValueError.
inline constexpr int kIntStrDigits = 4300;
/// Bits of an int. Beyond: MemoryError (OverflowError for shifts by absurd counts).
inline constexpr std::uint64_t kIntBits = 1ull << 23;

// --- Output and trace ---------------------------------------------------------------------------
/// Text kept of stdout and stderr together. Beyond: the rest is counted and said in one line.
inline constexpr std::size_t kOutputBytes = 1u << 20;
/// Lines handed in for input() that no thread has read yet, bytes. Beyond: the page keeps the line.
inline constexpr std::size_t kInputBytes = 64u << 10;
/// Events kept per thread (16 bytes each). Beyond: the newest are dropped, counted and shown; from
/// half of it on, detail (free locks, line samples) is, so that the states stay exact for longer.
inline constexpr std::size_t kEventsPerThread = 1u << 19;
/// Events kept of all threads together. Beyond: as above.
inline constexpr std::size_t kEventsTotal = 1u << 21;
/// Threads of one run that are traced, dead ones included. Beyond: their events are only counted.
inline constexpr std::size_t kTraceThreads = 16384;
/// Frames of a thread's stack that a sample tells, outermost first. Beyond: the innermost alone.
inline constexpr std::size_t kSampledDepth = 16;
/// Names (objects, functions, threads) a trace keeps, and their bytes. Beyond: things have no name.
inline constexpr std::size_t kTraceNames = 1u << 17;
inline constexpr std::size_t kTraceNameBytes = 8u << 20;
/// One name in a trace. Beyond: cut, with an ellipsis.
inline constexpr std::size_t kTraceNameLength = 200;
/// Longest text form of a trace that is read back. Beyond: one line saying so.
inline constexpr std::size_t kTraceTextBytes = 256u << 20;
/// What is read of a saved trace, from the end of its file, where all that is needed lies; more
/// than the fullest trace takes. What lies before it is for other tools and may be of any length.
inline constexpr std::size_t kSavedTraceBytes = 96u << 20;
/// Title and message in a saved trace. Beyond: the trace is refused.
inline constexpr std::size_t kSavedWordsBytes = 64u << 10;

}  // namespace interleave::limits
