# Compiler options. interleave_options is for our own code; third-party code gets only what must be the same everywhere.

find_package(Threads REQUIRED)
find_program(INTERLEAVE_CCACHE ccache)
if(INTERLEAVE_CCACHE AND NOT EMSCRIPTEN)
  set(CMAKE_C_COMPILER_LAUNCHER "${INTERLEAVE_CCACHE}")
  set(CMAKE_CXX_COMPILER_LAUNCHER "${INTERLEAVE_CCACHE}")
endif()

if(EMSCRIPTEN)
  set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")
  set(CMAKE_C_FLAGS_RELEASE "-O2 -DNDEBUG")
  set(CMAKE_CXX_FLAGS_DEBUG "-O1 -g")
  set(CMAKE_C_FLAGS_DEBUG "-O1 -g")
  add_compile_options(-pthread)  # and to link with, WebApp.cmake
else()
  # Assertions stay on: natively the program is for tests and benchmarks, and a failed one is our own bug.
  set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O2 -g")
  set(CMAKE_C_FLAGS_RELWITHDEBINFO "-O2 -g")
  if(INTERLEAVE_SANITIZE)
    # -g1 keeps file and line for reports and builds a good deal faster.
    set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O1 -g1")
    set(CMAKE_C_FLAGS_RELWITHDEBINFO "-O1 -g1")
    add_compile_options(-fsanitize=${INTERLEAVE_SANITIZE} -fno-omit-frame-pointer)
    add_link_options(-fsanitize=${INTERLEAVE_SANITIZE})
    if(INTERLEAVE_FUZZ)
      add_compile_options(-fsanitize=fuzzer-no-link)
    endif()
    if(INTERLEAVE_SANITIZE MATCHES "undefined")
      add_compile_options(-fno-sanitize-recover=undefined)
    endif()
  endif()
endif()

# Every object must agree on these, GoogleTest's included: a class made without run-time type information cannot be the
# base of one made with it.
add_compile_options("$<$<COMPILE_LANGUAGE:CXX>:-fno-exceptions;-fno-rtti>")

# Warnings are errors with the compilers that the tests use. A newer one knows new warnings, and these should not keep
# anybody from building.
if((CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
   OR (CMAKE_CXX_COMPILER_ID MATCHES "Clang" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 20))
  set(_werror ON)
else()
  set(_werror OFF)
endif()
option(INTERLEAVE_WERROR "Treat warnings in our own code as errors" ${_werror})

add_library(interleave_options INTERFACE)
target_include_directories(interleave_options INTERFACE "${CMAKE_SOURCE_DIR}/src")
target_compile_options(interleave_options INTERFACE -Wall -Wextra $<$<BOOL:${INTERLEAVE_WERROR}>:-Werror>)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 14)
  # Known false alarms of GCC 12 and 13 about std::string and atomics it has inlined.
  target_compile_options(interleave_options INTERFACE -Wno-restrict -Wno-stringop-overflow
                         -Wno-array-bounds)
endif()
if(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
  target_compile_options(interleave_options INTERFACE -Wthread-safety)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # With optimisation, gcc 12 sees overlapping copies in `"text" + std::string` (its bug 105329) and overflows at inlined
  # atomic stores, where there are none. The address sanitizer looks for the real ones.
  target_compile_options(interleave_options INTERFACE -Wno-restrict -Wno-stringop-overflow)
endif()
if(NOT EMSCRIPTEN)
  target_link_libraries(interleave_options INTERFACE Threads::Threads)
endif()

# Reading the standard library's headers is most of the work of compiling a file, so it is done once. Not for the page's
# program: its build shows that every file includes what it uses. Not with ccache, which keeps files instead.
if(NOT EMSCRIPTEN AND NOT INTERLEAVE_CCACHE)
  add_library(interleave_headers OBJECT "${CMAKE_SOURCE_DIR}/cmake/precompiled.cpp")
  target_link_libraries(interleave_headers PRIVATE interleave_options)
  target_precompile_headers(interleave_headers PRIVATE
    <algorithm> <array> <atomic> <bit> <cmath> <cstdint> <cstdio> <cstring> <functional> <memory> <mutex> <optional>
    <span> <string> <string_view> <unordered_map> <utility> <vector>)
endif()

# interleave_precompile(TARGET): has the target's files take the headers that are read already.
function(interleave_precompile target)
  if(TARGET interleave_headers)
    target_precompile_headers(${target} REUSE_FROM interleave_headers)
  endif()
endfunction()
