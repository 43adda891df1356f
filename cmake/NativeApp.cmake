# build/<preset>/interleave: the command line, and build/<preset>/unit_tests.

set(_il_native il_session il_exec il_vm il_timeline il_trace il_lang il_base)

file(GLOB _cli_sources CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/src/app/cli_*.cpp")
if(_cli_sources)
  add_executable(interleave ${_cli_sources})
  target_link_libraries(interleave PRIVATE ${_il_native})
  target_compile_definitions(interleave PRIVATE INTERLEAVE_VERSION="${PROJECT_VERSION}")
endif()

file(GLOB_RECURSE _unit_sources CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/tests/unit/*_test.cpp")
if(_unit_sources)
  # Of the canvas only what needs neither ImGui nor a graphics card.
  add_executable(unit_tests ${_unit_sources} "${CMAKE_SOURCE_DIR}/src/ui/theme.cpp")
  # What unit tests share: #include "support/FILE.h" from tests/support, "lang/FILE.h" from tests/unit/lang.
  target_include_directories(unit_tests PRIVATE "${CMAKE_SOURCE_DIR}/tests" "${CMAKE_SOURCE_DIR}/tests/unit")
  target_link_libraries(unit_tests PRIVATE ${_il_native} googletest)
  target_compile_definitions(unit_tests PRIVATE INTERLEAVE_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
  if(TARGET interleave_headers)
    target_precompile_headers(unit_tests PRIVATE <algorithm> <functional> <map> <memory> <optional> <string> <vector>
      <gtest/gtest.h>)
  endif()
endif()
