// Tracebacks: recording them while an exception travels, printing them as CPython 3.11 does.
//
// Not raising (errors.h). Called on the thread the exception belongs to.
#pragma once

#include <string>

#include "vm/thread.h"

namespace interleave::vm {

/// One entry of a traceback: a place in a frame. Linked from the outermost call inwards.
struct Traceback : Object {
  Traceback* next = nullptr;  // the next inner call
  ExecCode* code = nullptr;
  std::uint32_t instruction = 0;  // index into lang::Code::instructions
};

/// Puts the topmost frame in front of the exception's traceback (called while unwinding).
void add_traceback(VmThread& t, Exception* exception, ExecCode* code, std::uint32_t instruction);
/// The whole report: chained exceptions, places with source lines and carets, the last line.
std::string format_exception(VmThread& t, Value exception);
/// One place, with its source line and carets: `  File "…", line …`, two or three lines.
std::string format_entry(const Vm& vm, const Traceback* tb);
/// A line of the program or of a library module, without its end; empty if there is none.
std::string_view source_line(const Vm& vm, std::string_view filename, int line);
/// The report's last line alone: "ValueError: text".
std::string format_exception_only(VmThread& t, Value exception);
/// MainThread: prints t.exception to stderr unless it is SystemExit. Other threads go through
/// threading.excepthook in Python before it comes to this.
void report_uncaught(VmThread& t);
/// Exit code of the process after MainThread ended with t.exception (0 if empty; SystemExit's
/// code).
int exit_code_of(VmThread& t);

}  // namespace interleave::vm
