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
  # Small before fast where it may be: the compiler reads a program of a thousand lines in a few milliseconds anyway.
  foreach(folder lang exec ui session timeline trace)
    target_compile_options(il_${folder} PRIVATE -Oz)
  endforeach()
  target_compile_options(il_vm PRIVATE -O3)
endif()
