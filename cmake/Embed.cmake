# Puts text files into the program: the Python part of the library, and the shaders.

find_package(Python3 REQUIRED COMPONENTS Interpreter)
set(INTERLEAVE_GENERATED "${CMAKE_BINARY_DIR}/generated")
file(GLOB_RECURSE _library_files CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/src/vm/lib/*.py")
file(GLOB _shader_files CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/shaders/*.vert" "${CMAKE_SOURCE_DIR}/shaders/*.frag"
  "${CMAKE_SOURCE_DIR}/shaders/*.glsl")

add_custom_command(
  OUTPUT "${INTERLEAVE_GENERATED}/library_sources.cpp"
  COMMAND "${Python3_EXECUTABLE}" "${CMAKE_SOURCE_DIR}/tools/embed_text.py" --kind library
    --root "${CMAKE_SOURCE_DIR}/src/vm/lib" --out "${INTERLEAVE_GENERATED}/library_sources.cpp" ${_library_files}
  DEPENDS "${CMAKE_SOURCE_DIR}/tools/embed_text.py" ${_library_files}
  COMMENT "Embedding the Python library"
  VERBATIM)
add_custom_command(
  OUTPUT "${INTERLEAVE_GENERATED}/shader_sources.cpp"
  COMMAND "${Python3_EXECUTABLE}" "${CMAKE_SOURCE_DIR}/tools/embed_text.py" --kind shaders
    --root "${CMAKE_SOURCE_DIR}/shaders" --out "${INTERLEAVE_GENERATED}/shader_sources.cpp" ${_shader_files}
  DEPENDS "${CMAKE_SOURCE_DIR}/tools/embed_text.py" ${_shader_files}
  COMMENT "Embedding the shaders"
  VERBATIM)
