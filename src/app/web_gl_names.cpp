// GL functions by name: there are none.
//
// Everybody here calls them by linking. Emscripten's own answer to SDL's question would put all of
// WebGL 2's functions into the program, and their glue into its script.
#include <EGL/egl.h>

extern "C" __eglMustCastToProperFunctionPointerType eglGetProcAddress(const char*) {
  return nullptr;
}
