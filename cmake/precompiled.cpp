// Nothing: CMake reads precompiled headers for a target, and a target has a source.
