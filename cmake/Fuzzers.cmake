# build/fuzz/*_fuzzer: libFuzzer programs, made with clang under the address and undefined-behaviour sanitizers by the
# preset `fuzz`. tests/fuzz/run.py runs them.

file(GLOB _fuzzer_sources CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/tests/fuzz/*_fuzzer.cpp")
foreach(source IN LISTS _fuzzer_sources)
  get_filename_component(name "${source}" NAME_WE)
  add_executable(${name} "${source}")
  target_link_libraries(${name} PRIVATE il_exec il_vm il_timeline il_trace il_lang il_base)
  target_link_options(${name} PRIVATE -fsanitize=fuzzer)
endforeach()
