# build/web/interleave.js and interleave.wasm: what the page loads.

file(GLOB _web_sources CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/src/app/web_*.cpp")
if(NOT _web_sources)
  return()
endif()

add_library(il_app_web OBJECT ${_web_sources})
target_link_libraries(il_app_web PUBLIC il_ui il_gfx il_session il_exec il_vm il_timeline il_trace il_lang il_base
  imgui sdl2)
target_compile_options(il_app_web PRIVATE -Oz)
target_compile_definitions(il_app_web PRIVATE INTERLEAVE_VERSION="${PROJECT_VERSION}")

# Two programs of the same objects. `interleave` has shared memory and real threads; `interleave-single` has neither,
# for pages that a browser gives none: it only simulates. Code compiled for threads runs without them as well, but for
# thread_local variables (tests/check_style.py).
function(interleave_web_program name)
  add_executable(${name})
  target_link_libraries(${name} PRIVATE il_app_web)
  set_target_properties(${name} PROPERTIES SUFFIX ".js" LINKER_LANGUAGE CXX)
  target_link_options(${name} PRIVATE
    -sMODULARIZE=1 -sEXPORT_ES6=1 -sEXPORT_NAME=createInterleave
    -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2
    -sALLOW_TABLE_GROWTH=0
    -sDISABLE_EXCEPTION_CATCHING=1
    -sFILESYSTEM=0
    "-sEXPORTED_FUNCTIONS=_main,_malloc,_free"
    "-sEXPORTED_RUNTIME_METHODS=ccall,cwrap,UTF8ToString,stringToUTF8,lengthBytesUTF8,stringToNewUTF8,HEAPU8,HEAP32,HEAPU32,HEAPF64"
    ${ARGN})
  if(CMAKE_BUILD_TYPE STREQUAL "Debug")
    target_link_options(${name} PRIVATE -O1 -g -sASSERTIONS=2 -sSTACK_OVERFLOW_CHECK=1 -sGL_ASSERTIONS=1)
  else()
    target_link_options(${name} PRIVATE -O2)
  endif()
endfunction()

interleave_web_program(interleave
  -pthread
  -sENVIRONMENT=web,worker
  -sMALLOC=mimalloc
  # Shared memory that grows makes every access from JavaScript slower: a fixed size, of which only what is touched is
  # ever backed. mimalloc takes a segment of 4 MB for every thread, and there may be limits::kThreads of them.
  -sINITIAL_MEMORY=1GB -sALLOW_MEMORY_GROWTH=0
  -sSTACK_SIZE=1MB -sDEFAULT_PTHREAD_STACK_SIZE=256KB
  # No worker is waited for before the page is ready: il_warm_up() has some made once it is, and a program with more
  # threads gets its workers as it starts them.
  -sPTHREAD_POOL_SIZE=0 -sPTHREAD_POOL_SIZE_STRICT=0)

interleave_web_program(interleave-single
  -sENVIRONMENT=web
  -sINITIAL_MEMORY=64MB -sALLOW_MEMORY_GROWTH=1 -sMAXIMUM_MEMORY=1GB
  -sSTACK_SIZE=1MB)
