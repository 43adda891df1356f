# Libraries that are compiled in. tools/third_party.py fetches their sources to build/third_party, pinned; a plain
# `cmake --preset …` without serve.py asks it to.

set(INTERLEAVE_THIRD_PARTY "${CMAKE_SOURCE_DIR}/build/third_party" CACHE PATH "Folder of the third-party sources")

# interleave_need(NAME PROOF): makes sure that the sources of NAME are there; PROOF is a file among them.
function(interleave_need name proof)
  if(EXISTS "${INTERLEAVE_THIRD_PARTY}/${name}/${proof}")
    return()
  endif()
  execute_process(
    COMMAND python3 -m tools sources ${name}
    WORKING_DIRECTORY "${CMAKE_SOURCE_DIR}"
    RESULT_VARIABLE result)
  if(NOT result EQUAL 0 OR NOT EXISTS "${INTERLEAVE_THIRD_PARTY}/${name}/${proof}")
    message(FATAL_ERROR "The sources of ${name} are missing: see the message above.")
  endif()
endfunction()

# Hash functions for hashlib, of libtomcrypt's many only these.
interleave_need(libtomcrypt src/hashes/sha2/sha256.c)
set(_tomcrypt "${INTERLEAVE_THIRD_PARTY}/libtomcrypt/src")
add_library(tomcrypt_hashes STATIC
  "${_tomcrypt}/hashes/md5.c"
  "${_tomcrypt}/hashes/sha1.c"
  "${_tomcrypt}/hashes/sha2/sha224.c"
  "${_tomcrypt}/hashes/sha2/sha256.c"
  "${_tomcrypt}/hashes/sha2/sha384.c"
  "${_tomcrypt}/hashes/sha2/sha512.c")
target_include_directories(tomcrypt_hashes SYSTEM PUBLIC "${_tomcrypt}/headers")
# LTC_NO_ASM: plain C, the same on every machine. ARGTYPE 4: a wrong argument is a return value, not an abort.
target_compile_definitions(tomcrypt_hashes PUBLIC LTC_NO_ASM ARGTYPE=4 PRIVATE LTC_SOURCE LTC_NO_TEST)
target_compile_options(tomcrypt_hashes PRIVATE -w)

if(EMSCRIPTEN)
  include(Sdl2)
  include(Imgui)
else()
  interleave_need(googletest googletest/include/gtest/gtest.h)
  add_library(googletest STATIC EXCLUDE_FROM_ALL
    "${INTERLEAVE_THIRD_PARTY}/googletest/googletest/src/gtest-all.cc"
    "${INTERLEAVE_THIRD_PARTY}/googletest/googletest/src/gtest_main.cc")
  target_include_directories(googletest SYSTEM PUBLIC "${INTERLEAVE_THIRD_PARTY}/googletest/googletest/include")
  target_include_directories(googletest PRIVATE "${INTERLEAVE_THIRD_PARTY}/googletest/googletest")
  target_compile_options(googletest PRIVATE -w)
  target_link_libraries(googletest PUBLIC Threads::Threads)
endif()
