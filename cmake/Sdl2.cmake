# SDL2 for the browser, compiled from the sources it needs: SDL's own CMake configuration asks the compiler some hundred
# questions, which takes minutes under Emscripten, although the answers are in its SDL_config_emscripten.h.
interleave_need(sdl2 include/SDL_config_emscripten.h)
set(_sdl "${INTERLEAVE_THIRD_PARTY}/sdl2")
set(_sdl_patterns
  *.c atomic/*.c cpuinfo/*.c dynapi/*.c events/*.c file/*.c filesystem/emscripten/*.c haptic/SDL_haptic.c
  joystick/*.c joystick/dummy/*.c libm/*.c loadso/dummy/*.c locale/*.c locale/emscripten/*.c
  misc/*.c misc/emscripten/*.c power/SDL_power.c render/*.c sensor/SDL_sensor.c stdlib/*.c
  thread/SDL_thread.c thread/pthread/*.c timer/*.c timer/unix/*.c
  video/*.c video/emscripten/*.c video/yuv2rgb/yuv_rgb_std.c)
list(TRANSFORM _sdl_patterns PREPEND "${_sdl}/src/")
file(GLOB _sdl_sources ${_sdl_patterns})
add_library(sdl2 STATIC ${_sdl_sources})
target_include_directories(sdl2 SYSTEM PUBLIC "${_sdl}/include")
# Small before fast: it runs a few times per frame, and everybody downloads it. The same for imgui and our own panels.
target_compile_options(sdl2 PRIVATE -w -Oz -include "${CMAKE_SOURCE_DIR}/cmake/Sdl2Settings.h")
