// What a thread's stack looks like from outside: functions, lines, and short texts of their
// variables.
//
// Not repr(): nothing of the program's is called, nothing is allocated in its heap and no object
// gets a number, so that looking changes nothing. Called while the thread stands still.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "vm/thread.h"

namespace interleave::vm {

struct FrameView {
  std::string function;  // "crunch", "Box.add", "<module>"
  int line = 0;
  std::vector<std::pair<std::string, std::string>> variables;  // name, short text
};

/// The frames of the program's own functions, innermost first; at most `frames`, with at most
/// `variables` variables each.
std::vector<FrameView> stack_of(VmThread& t, std::size_t frames, std::size_t variables);

/// A value in at most about `length` characters: "[1, 2, … 98 more]", "<Box v=3>".
std::string short_text(VmThread& t, Value v, std::size_t length = 60);

}  // namespace interleave::vm
