# One library per folder of src/. Which may use which is the table in the architecture; tests/check_includes.py checks
# the includes themselves.

# interleave_library(FOLDER [SOURCES extra files] [GLOBS extra patterns under the folder] [USES libraries])
# A folder without sources yet gives a header-only library.
function(interleave_library folder)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;GLOBS;USES")
  set(patterns "${CMAKE_SOURCE_DIR}/src/${folder}/*.cpp")
  foreach(glob IN LISTS arg_GLOBS)
    list(APPEND patterns "${CMAKE_SOURCE_DIR}/src/${folder}/${glob}")
  endforeach()
  file(GLOB sources CONFIGURE_DEPENDS ${patterns})
  list(APPEND sources ${arg_SOURCES})
  if(sources)
    add_library(il_${folder} STATIC ${sources})
    target_link_libraries(il_${folder} PUBLIC interleave_options ${arg_USES})
    interleave_precompile(il_${folder})
  else()
    add_library(il_${folder} INTERFACE)
    target_link_libraries(il_${folder} INTERFACE interleave_options ${arg_USES})
  endif()
endfunction()

interleave_library(base)
interleave_library(lang USES il_base)
interleave_library(trace USES il_base)
interleave_library(vm
  GLOBS lib/*.cpp
  SOURCES "${INTERLEAVE_GENERATED}/library_sources.cpp"
  USES il_lang il_trace il_base tomcrypt_hashes)
interleave_library(exec USES il_vm il_lang il_trace il_base)
interleave_library(timeline USES il_trace il_base)
interleave_library(session USES il_lang il_vm il_exec il_trace il_timeline il_base)

if(EMSCRIPTEN)
  interleave_library(gfx SOURCES "${INTERLEAVE_GENERATED}/shader_sources.cpp" USES il_base)
  interleave_library(ui USES il_session il_timeline il_gfx il_base imgui)
  # Small before fast where it may be: the compiler reads a program of a thousand lines in a few milliseconds anyway,
  # and of the machine only what every program spends its time in is compiled for speed.
  foreach(folder lang exec ui session timeline trace)
    target_compile_options(il_${folder} PRIVATE -Oz)
  endforeach()
  set(_fast attributes call class compare dict frames generator heap inline_cache interpreter iterators iterators_lazy
    list number number_int number_float operators set shape slice sort str str_search sync thread translate tuple vm
    bigint format format_number lib/deque lib/iteration lib/itertools_native lib/list_methods lib/dict_methods lib/re_match lib/numpy_native)
  file(GLOB _vm_sources RELATIVE "${CMAKE_SOURCE_DIR}/src/vm" "${CMAKE_SOURCE_DIR}/src/vm/*.cpp"
    "${CMAKE_SOURCE_DIR}/src/vm/lib/*.cpp")
  foreach(source IN LISTS _vm_sources)
    string(REGEX REPLACE "\\.cpp$" "" name "${source}")
    if(NOT name IN_LIST _fast)
      set_source_files_properties("${CMAKE_SOURCE_DIR}/src/vm/${source}" PROPERTIES COMPILE_OPTIONS -Oz)
    endif()
  endforeach()
endif()
