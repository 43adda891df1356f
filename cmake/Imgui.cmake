# Dear ImGui with its SDL2 backend; src/app/web_lists.cpp draws.
interleave_need(imgui backends/imgui_impl_sdl2.cpp)
set(_imgui "${INTERLEAVE_THIRD_PARTY}/imgui")
add_library(imgui STATIC
  "${_imgui}/imgui.cpp"
  "${_imgui}/imgui_draw.cpp"
  "${_imgui}/imgui_tables.cpp"
  "${_imgui}/imgui_widgets.cpp"
  "${_imgui}/backends/imgui_impl_sdl2.cpp")
target_include_directories(imgui SYSTEM PUBLIC "${_imgui}" "${_imgui}/backends")
# Neither the demo nor anything that reads or writes files: a page has none. Neither fonts nor the code that draws them:
# the browser draws the letters (src/app/web_font.cpp), in the place that ImGui keeps for FreeType.
target_compile_definitions(imgui PUBLIC
  IMGUI_DISABLE_DEFAULT_FONT IMGUI_ENABLE_FREETYPE
  IMGUI_DISABLE_DEMO_WINDOWS IMGUI_DISABLE_DEBUG_TOOLS IMGUI_DISABLE_FILE_FUNCTIONS IMGUI_DISABLE_OBSOLETE_FUNCTIONS)
target_compile_options(imgui PRIVATE -w -Oz)
target_link_libraries(imgui PUBLIC sdl2)
