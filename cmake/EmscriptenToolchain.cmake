# Finds Emscripten's own toolchain file: INTERLEAVE_EMSCRIPTEN in the environment names its folder; else tools/ says
# which one this machine has, and sets up a private one if it must.
if(DEFINED ENV{INTERLEAVE_EMSCRIPTEN})
  set(_il_emscripten "$ENV{INTERLEAVE_EMSCRIPTEN}")
else()
  execute_process(
    COMMAND python3 -m tools emscripten
    WORKING_DIRECTORY "${CMAKE_CURRENT_LIST_DIR}/.."
    OUTPUT_VARIABLE _il_emscripten
    OUTPUT_STRIP_TRAILING_WHITESPACE
    RESULT_VARIABLE _il_result)
  if(NOT _il_result EQUAL 0)
    message(FATAL_ERROR "No Emscripten: see the message above.")
  endif()
  # CMake reads this file again for each of its compiler checks; the answer need not be found again.
  set(ENV{INTERLEAVE_EMSCRIPTEN} "${_il_emscripten}")
endif()

include("${_il_emscripten}/cmake/Modules/Platform/Emscripten.cmake")
