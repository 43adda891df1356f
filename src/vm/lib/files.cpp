// The file system in memory that every run starts with, module _files: os.py, pathlib.py and the
// like stand on it, and open() gives objects of the classes made here.
//
// What is written is there for every reader at once. The GIL is let go where CPython would call the
// operating system: open(), close(), and reads and writes whenever they leave the 8 KiB that
// CPython's buffer would hold. The work done meanwhile is the real one; no latency is invented.
// Every operation takes the one lock of the file system for a short time and none waits.
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "base/limits.h"
#include "vm/bytes.h"
#include "vm/call.h"
#include "vm/codec.h"
#include "vm/dict.h"
#include "vm/errors.h"
#include "vm/iterators.h"
#include "vm/lib/builtins.h"
#include "vm/lib/modules.h"
#include "vm/list.h"
#include "vm/number.h"
#include "vm/prelude.h"
#include "vm/str.h"
#include "vm/tuple.h"
#include "vm/type.h"

namespace interleave::vm {

namespace {

/// A file's bytes, or a folder.
struct Node {
  bool folder = false;
  std::string data;
  std::int64_t changed = 0;  // ns since 1970
};
using NodePtr = std::shared_ptr<Node>;

/// All nodes by absolute path, "/" first.
struct Files {
  std::mutex mutex;
  std::map<std::string, NodePtr> nodes;
  std::size_t bytes = 0;
};

struct FilesObject : Object {
  Files* files = nullptr;
};

constexpr const char* kFolder = "/home/user";  // relative paths start here

void finalize_files(Object* o) { delete static_cast<FilesObject*>(o)->files; }
Files& files_of(VmThread& t) { return *static_cast<FilesObject*>(t.vm.files)->files; }
std::int64_t now_of(VmThread& t) { return t.vm.host.epoch_ns() + t.vm.host.now(); }

/// Absolute, without "." and "..".
std::string normal_path(std::string_view path) {
  std::string all = path.substr(0, 1) == "/" ? std::string() : kFolder + std::string("/");
  all += path;
  std::string out;
  for (std::size_t i = 0; i < all.size();) {
    const std::size_t end = std::min(all.find('/', i), all.size());
    const std::string_view part(all.data() + i, end - i);
    if (part == "..") {
      out.erase(std::min(out.rfind('/'), out.size()));
    } else if (!part.empty() && part != ".") {
      (out += '/') += part;
    }
    i = end + 1;
  }
  return out.empty() ? "/" : out;
}

std::string parent_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == 0 ? "/" : path.substr(0, slash);
}

// Numbers of Linux, which programs may print.
enum Error : int {
  kNone = 0,
  kNotFound = 2,
  kExists = 17,
  kNotFolder = 20,
  kIsFolder = 21,
  kNoSpace = 28,
  kNotEmpty = 39
};

Value raise_os_error(VmThread& t, int error, Value path) {
  const Types& y = t.vm.types;
  switch (error) {
    case kNotFound:
      return raise_object(t, new_exception(t, y.FileNotFoundError,
                                           {Value::small_int(error),
                                            str_new(t, "No such file or directory"), path}));
    case kExists:
      return raise_object(
          t, new_exception(t, y.FileExistsError,
                           {Value::small_int(error), str_new(t, "File exists"), path}));
    case kNotFolder:
      return raise_object(
          t, new_exception(t, y.NotADirectoryError,
                           {Value::small_int(error), str_new(t, "Not a directory"), path}));
    case kIsFolder:
      return raise_object(
          t, new_exception(t, y.IsADirectoryError,
                           {Value::small_int(error), str_new(t, "Is a directory"), path}));
    case kNotEmpty:
      return raise_object(
          t, new_exception(t, y.OSError,
                           {Value::small_int(error), str_new(t, "Directory not empty"), path}));
    default:
      return raise_object(t, new_exception(t, y.OSError,
                                           {Value::small_int(kNoSpace),
                                            str_new(t, "No space left on device"), path}));
  }
}

NodePtr find(Files& files, const std::string& path) {
  const auto at = files.nodes.find(path);
  return at == files.nodes.end() ? nullptr : at->second;
}

/// Adds a node; its folder must be there. The lock is held.
int add(VmThread& t, Files& files, const std::string& path, bool folder, NodePtr* out) {
  const NodePtr parent = find(files, parent_of(path));
  if (parent == nullptr) return kNotFound;
  if (!parent->folder) return kNotFolder;
  if (files.nodes.size() >= limits::kFileCount) return kNoSpace;
  NodePtr node = std::make_shared<Node>();
  node->folder = folder;
  node->changed = now_of(t);
  files.nodes[path] = node;
  *out = std::move(node);
  return kNone;
}

bool read_path(VmThread& t, Value v, std::string* out) {
  if (is_str(v)) {
    *out = normal_path(utf8(as_str(v)));
    return true;
  }
  raise_type_error(t, "expected str, bytes or os.PathLike object, not %s",
                   type_name(t.vm, v).c_str());
  return false;
}

// --- module _files: what os.py needs
// ---------------------------------------------------------------------------

/// (path): None, or (is folder, size, time of last change in ns).
Value files_stat(VmThread& t, const Args& args) {
  std::string path;
  if (!read_path(t, args[0], &path)) return Value();
  Files& files = files_of(t);
  const std::lock_guard<std::mutex> lock(files.mutex);
  const NodePtr node = find(files, path);
  if (node == nullptr) return none();
  return tuple_of(
      t, {boolean(node->folder), Value::small_int(static_cast<std::int64_t>(node->data.size())),
          int_value(t, node->changed)});
}

Value files_list(VmThread& t, const Args& args) {
  std::string path;
  if (!read_path(t, args[0], &path)) return Value();
  Files& files = files_of(t);
  const std::lock_guard<std::mutex> lock(files.mutex);
  const NodePtr node = find(files, path);
  if (node == nullptr) return raise_os_error(t, kNotFound, args[0]);
  if (!node->folder) return raise_os_error(t, kNotFolder, args[0]);
  List* names = list_new(t, 0);
  const std::string prefix = path == "/" ? path : path + "/";
  for (auto at = files.nodes.upper_bound(prefix); at != files.nodes.end(); ++at) {
    if (at->first.compare(0, prefix.size(), prefix) != 0) break;
    const std::string rest = at->first.substr(prefix.size());
    if (rest.find('/') == std::string::npos) list_append(t, names, str_new(t, rest));
  }
  return names;
}

Value files_mkdir(VmThread& t, const Args& args) {
  std::string path;
  if (!read_path(t, args[0], &path)) return Value();
  Files& files = files_of(t);
  const std::lock_guard<std::mutex> lock(files.mutex);
  if (find(files, path) != nullptr) return raise_os_error(t, kExists, args[0]);
  NodePtr node;
  const int error = add(t, files, path, true, &node);
  return error == kNone ? none() : raise_os_error(t, error, args[0]);
}

bool is_empty_folder(const Files& files, const std::string& path) {
  const auto next = files.nodes.upper_bound(path + "/");
  return next == files.nodes.end() || next->first.compare(0, path.size() + 1, path + "/") != 0;
}

/// (path, folder): removes a file, or an empty folder.
Value files_remove(VmThread& t, const Args& args) {
  std::string path;
  if (!read_path(t, args[0], &path)) return Value();
  const bool folder = args[1] == boolean(true);
  Files& files = files_of(t);
  const std::lock_guard<std::mutex> lock(files.mutex);
  const NodePtr node = find(files, path);
  if (node == nullptr) return raise_os_error(t, kNotFound, args[0]);
  if (node->folder != folder) return raise_os_error(t, folder ? kNotFolder : kIsFolder, args[0]);
  if (folder && (path == "/" || !is_empty_folder(files, path))) {
    return raise_os_error(t, kNotEmpty, args[0]);
  }
  files.bytes -= node->data.size();
  files.nodes.erase(path);
  return none();
}

/// (from, to): a file, or a folder with all in it.
Value files_rename(VmThread& t, const Args& args) {
  std::string from;
  std::string to;
  if (!read_path(t, args[0], &from) || !read_path(t, args[1], &to)) return Value();
  Files& files = files_of(t);
  const std::lock_guard<std::mutex> lock(files.mutex);
  const NodePtr node = find(files, from);
  if (node == nullptr || find(files, parent_of(to)) == nullptr) {
    return raise_os_error(t, kNotFound, args[0]);
  }
  const NodePtr old = find(files, to);
  if (old != nullptr && old->folder) return raise_os_error(t, kIsFolder, args[1]);
  if (to.compare(0, from.size() + 1, from + "/") == 0) return raise_os_error(t, kExists, args[1]);
  if (old != nullptr) files.bytes -= old->data.size();
  std::map<std::string, NodePtr> moved;
  for (auto at = files.nodes.begin(); at != files.nodes.end();) {
    if (at->first == from || at->first.compare(0, from.size() + 1, from + "/") == 0) {
      moved[to + at->first.substr(from.size())] = at->second;
      at = files.nodes.erase(at);
    } else {
      ++at;
    }
  }
  for (auto& [path, entry] : moved) files.nodes[path] = entry;
  return none();
}

Value files_folder(VmThread& t, const Args&) { return str_new(t, kFolder); }

Value files_cores(VmThread& t, const Args&) { return Value::small_int(t.vm.host.cores()); }

/// (count): from the system's own source.
Value files_random(VmThread& t, const Args& args) {
  std::int64_t count = 0;
  if (!read_index(t, args[0], &count)) return Value();
  if (count < 0) return raise_value_error(t, "negative argument not allowed");
  if (!t.can_allocate(static_cast<std::size_t>(count))) return Value();
  std::string bytes(static_cast<std::size_t>(count), '\0');
  constexpr std::size_t kMost = 256;  // getentropy()'s limit
  for (std::size_t i = 0; i < bytes.size(); i += kMost) {
    if (getentropy(bytes.data() + i, std::min(kMost, bytes.size() - i)) != 0) {
      return raise(t, t.vm.types.OSError, "no source of random numbers");
    }
  }
  return bytes_new(t, bytes);
}

// --- open files
// -------------------------------------------------------------------------------------------------

constexpr std::size_t kBuffer = 8192;  // CPython's io.DEFAULT_BUFFER_SIZE

/// What open() was told; guarded by the lock of the file system, as is the place.
struct OpenFile {
  NodePtr node;
  std::size_t place = 0;
  bool binary = false;
  bool reads = false;
  bool writes = false;
  bool appends = false;
  std::atomic<bool> closed{false};
  std::size_t fetched = 0;  // up to here reading needs no call of the operating system
  std::size_t unsent = 0;   // bytes that would wait in CPython's buffer
  bool translates = true;   // text: every kind of line end is read as "\n"
  std::string line_end;     // text: what "\n" is written as; empty: as it is
  std::string encoding = "utf-8";
  std::string errors = "strict";
};

struct FileObject : Object {
  OpenFile* file = nullptr;
  Str* name = nullptr;
  Str* mode = nullptr;
};

struct FileTypes {
  Type* text;
  Type* reader;
  Type* writer;
  Type* both;
};
FileTypes g_types{};  // of the one Vm there is

void trace_file(Object* o, Marker& m) {
  m.mark(static_cast<FileObject*>(o)->name);
  m.mark(static_cast<FileObject*>(o)->mode);
}
void finalize_file(Object* o) { delete static_cast<FileObject*>(o)->file; }

FileObject* file_object(const Args& args) { return static_cast<FileObject*>(args[0].object()); }
OpenFile& file_of(const Args& args) { return *file_object(args)->file; }

Value raise_unsupported(VmThread& t, const char* what) {
  const Value type =
      dict_get_str(module_named(t, "_files")->dict, t.vm.intern("UnsupportedOperation"));
  Type* cls = type.empty() ? t.vm.types.OSError : static_cast<Type*>(type.object());
  return raise(t, cls, what);
}

bool check_open(VmThread& t, const OpenFile& file) {
  if (!file.closed) return true;
  raise_value_error(t,
                    file.binary ? "I/O operation on closed file" : "I/O operation on closed file.");
  return false;
}
bool check_reads(VmThread& t, const OpenFile& file) {
  if (!check_open(t, file)) return false;
  if (file.reads) return true;
  raise_unsupported(t, file.binary ? "read" : "not readable");
  return false;
}

struct Mode {
  bool reads = false, writes = false, appends = false, creates = false, truncates = false;
  bool must_be_new = false, binary = false;
};

/// False: raised.
bool parse_mode(VmThread& t, const std::string& text, Mode* out) {
  int kinds = 0;
  bool plus = false;
  bool textual = false;
  for (char c : text) {
    const bool known = std::string_view("rwaxbt+").find(c) != std::string_view::npos;
    if (!known || std::count(text.begin(), text.end(), c) > 1) {
      raise_value_error(t, "invalid mode: '%s'", text.c_str());
      return false;
    }
    kinds += c == 'r' || c == 'w' || c == 'a' || c == 'x' ? 1 : 0;
    if (c == 'r') out->reads = true;
    if (c == 'w') out->writes = out->creates = out->truncates = true;
    if (c == 'a') out->writes = out->creates = out->appends = true;
    if (c == 'x') out->writes = out->creates = out->must_be_new = true;
    if (c == 'b') out->binary = true;
    if (c == 't') textual = true;
    if (c == '+') plus = true;
  }
  if (out->binary && textual) {
    raise_value_error(t, "can't have text and binary mode at once");
    return false;
  }
  if (kinds != 1) {
    raise_value_error(t, "%s",
                      kinds == 0 ? "Must have exactly one of create/read/write/append mode and "
                                   "at most one plus"
                                 : "must have exactly one of create/read/write/append mode");
    return false;
  }
  if (plus) out->reads = out->writes = true;
  return true;
}

int open_node(VmThread& t, const std::string& path, const Mode& mode, NodePtr* out) {
  Files& files = files_of(t);
  const std::lock_guard<std::mutex> lock(files.mutex);
  *out = find(files, path);
  if (*out == nullptr) {
    if (mode.creates) return add(t, files, path, false, out);
    const NodePtr parent = find(files, parent_of(path));
    return parent != nullptr && !parent->folder ? kNotFolder : kNotFound;
  }
  if (mode.must_be_new) return kExists;
  if ((*out)->folder) return kIsFolder;
  if (mode.truncates) {
    files.bytes -= (*out)->data.size();
    (*out)->data.clear();
    (*out)->changed = now_of(t);
  }
  return kNone;
}

// --- work without the GIL
// -------------------------------------------------------------------------------------------------

/// Reading or writing on its way, outside the Python heap: work without the GIL uses nothing else.
struct FileWork {
  Files* files = nullptr;
  OpenFile* file = nullptr;
  std::int64_t count = -1;
  std::string data;  // what was read, or is to be written
  std::int64_t now = 0;
  int error = 0;
};

/// Keeps the work, the file and the operation's result alive.
struct FileJob : Object {
  FileWork* work = nullptr;
  FileObject* object = nullptr;
  Value result;
};
Type* g_job_type = nullptr;  // of the one Vm there is

void trace_job(Object* o, Marker& m) {
  m.mark(static_cast<FileJob*>(o)->object);
  m.mark(static_cast<FileJob*>(o)->result);
}
void finalize_job(Object* o) { delete static_cast<FileJob*>(o)->work; }

FileJob* new_job(VmThread& t, FileObject* object) {
  auto* job = t.make<FileJob>(g_job_type);
  job->object = object;
  job->work = new FileWork;
  job->work->files = &files_of(t);
  job->work->file = object->file;
  job->work->now = now_of(t);
  return job;
}

FileJob* job_of(Value state) { return static_cast<FileJob*>(state.object()); }

/// Lets the GIL go as a call of the operating system would that has nothing to do here.
Value pass_gil(VmThread& t, const char* what, Value result) {
  auto* job = t.make<FileJob>(g_job_type);
  job->result = result;
  return pending_native(
      t, what, [](void*) {}, job, [](VmThread&, Value state) { return job_of(state)->result; }, job,
      true);
}

/// (file, mode, encoding, errors, newline), all str or None.
Value files_open(VmThread& t, const Args& args) {
  Mode mode;
  std::string path;
  if (!parse_mode(t, utf8(as_str(args[1])), &mode) || !read_path(t, args[0], &path)) {
    return Value();
  }
  if (mode.binary && (args[2] != none() || args[3] != none() || args[4] != none())) {
    const char* what = args[2] != none()   ? "an encoding"
                       : args[3] != none() ? "an errors"
                                           : "a newline";
    return raise_value_error(t, "binary mode doesn't take %s argument", what);
  }
  NodePtr node;
  const int error = open_node(t, path, mode, &node);
  if (error != kNone) return raise_os_error(t, error, args[0]);
  Type* type = !mode.binary                ? g_types.text
               : mode.reads && mode.writes ? g_types.both
               : mode.writes               ? g_types.writer
                                           : g_types.reader;
  auto* object = t.make<FileObject>(type);
  object->name = as_str(args[0]);
  object->mode = as_str(args[1]);
  object->file = new OpenFile;
  OpenFile& file = *object->file;
  file.node = std::move(node);
  file.binary = mode.binary;
  file.reads = mode.reads;
  file.writes = mode.writes;
  file.appends = mode.appends;
  if (mode.appends) file.place = file.node->data.size();
  if (is_str(args[2])) file.encoding = utf8(as_str(args[2]));
  if (is_str(args[3])) file.errors = utf8(as_str(args[3]));
  if (is_str(args[4])) {
    const std::string newline = utf8(as_str(args[4]));
    if (!newline.empty() && newline != "\n" && newline != "\r" && newline != "\r\n") {
      return raise_value_error(t, "illegal newline value: %s", str_repr(as_str(args[4])).c_str());
    }
    file.translates = false;
    if (newline != "\n") file.line_end = newline;
  }
  return pass_gil(t, "open", object);
}

/// "\r\n" and "\r" become "\n".
std::string translated(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\r') {
      out += '\n';
      if (i + 1 < text.size() && text[i + 1] == '\n') ++i;
    } else {
      out += text[i];
    }
  }
  return out;
}

/// What was read, as str or bytes.
Value result_of(VmThread& t, const OpenFile& file, std::string_view data) {
  if (file.binary) return bytes_new(t, data);
  std::string plain;
  if (file.translates && data.find('\r') != std::string_view::npos) {
    plain = translated(data);
    data = plain;
  }
  const bool ascii = std::all_of(data.begin(), data.end(), [](char c) { return c >= 0; });
  if (ascii) return str_from_ascii(t, data);
  return decode(t, bytes_new(t, data), file.encoding, file.errors);
}

/// Takes up to `count` characters (bytes, of binary files); negative: all.
std::string take(Files& files, OpenFile& file, std::int64_t count) {
  const std::lock_guard<std::mutex> lock(files.mutex);
  const std::string& data = file.node->data;
  const std::size_t start = std::min(file.place, data.size());
  std::size_t end = data.size();
  if (count >= 0) {
    end = start;
    const bool wide = !file.binary && (file.encoding == "utf-8" || file.encoding == "utf8" ||
                                       file.encoding == "UTF-8");
    for (; count > 0 && end < data.size(); --count) {
      ++end;
      while (wide && end < data.size() && (data[end] & 0xC0) == 0x80) ++end;
      const bool pair = file.translates && !file.binary && data[end - 1] == '\r';
      if (pair && end < data.size() && data[end] == '\n') ++end;
    }
  }
  file.place = std::max(file.place, end);
  return data.substr(start, end - start);
}

/// Takes a line with its end; empty: the file is at its end.
std::string take_line(Files& files, OpenFile& file, std::int64_t limit) {
  const std::lock_guard<std::mutex> lock(files.mutex);
  const std::string& data = file.node->data;
  const std::size_t start = std::min(file.place, data.size());
  std::size_t end = start;
  while (end < data.size() && (limit < 0 || end - start < static_cast<std::size_t>(limit))) {
    const char c = data[end++];
    if (c == '\n') break;
    if (c == '\r' && !file.binary && file.translates) {
      if (end < data.size() && data[end] == '\n') ++end;
      break;
    }
  }
  file.place = std::max(file.place, end);
  return data.substr(start, end - start);
}

bool read_limit(VmThread& t, const Args& args, std::int64_t* limit) {
  *limit = -1;
  return args.n < 2 || args[1] == none() || read_index(t, args[1], limit);
}

/// Whether reading on from here leaves what CPython's buffer would hold; then it holds more.
bool needs_fetch(Files& files, OpenFile& file, std::int64_t count) {
  const std::lock_guard<std::mutex> lock(files.mutex);
  const std::size_t end = file.node->data.size();
  if (file.place >= end) return false;
  const std::size_t wanted = count < 0 || static_cast<std::size_t>(count) > end - file.place
                                 ? end
                                 : file.place + static_cast<std::size_t>(count);
  if (wanted <= file.fetched) return false;
  file.fetched = std::max(wanted, file.place + kBuffer);
  return true;
}

Value read_done(VmThread& t, Value state) {
  const FileWork& work = *job_of(state)->work;
  return t.can_allocate(work.data.size() * 2) ? result_of(t, *work.file, work.data) : Value();
}

/// Reads with `work`, which needs about `count` bytes; without the GIL if that leaves the buffer.
Value start_read(VmThread& t, FileObject* object, std::int64_t count, std::int64_t limit,
                 NativeWork work, ResumeFn done) {
  FileJob* job = new_job(t, object);
  job->work->count = limit;
  if (needs_fetch(*job->work->files, *object->file, count)) {
    return pending_native(t, "read", work, job->work, done, job, true);
  }
  work(job->work);
  return done(t, job);
}

void do_read(void* context) {
  auto* work = static_cast<FileWork*>(context);
  work->data = take(*work->files, *work->file, work->count);
}
void do_read_line(void* context) {
  auto* work = static_cast<FileWork*>(context);
  work->data = take_line(*work->files, *work->file, work->count);
}

Value file_read(VmThread& t, const Args& args) {
  std::int64_t count = 0;
  if (!check_reads(t, file_of(args)) || !read_limit(t, args, &count)) return Value();
  return start_read(t, file_object(args), count, count, do_read, read_done);
}

Value file_readline(VmThread& t, const Args& args) {
  std::int64_t limit = 0;
  if (!check_reads(t, file_of(args)) || !read_limit(t, args, &limit)) return Value();
  return start_read(t, file_object(args), 1, limit, do_read_line, read_done);
}

Value lines_done(VmThread& t, Value state) {
  const FileWork& work = *job_of(state)->work;
  List* lines = list_new(t, 0);
  for (;;) {
    const std::string line = take_line(*work.files, *work.file, -1);
    if (line.empty()) return lines;
    const Value v = result_of(t, *work.file, line);
    if (v.empty() || !list_append(t, lines, v)) return Value();
  }
}

Value file_readlines(VmThread& t, const Args& args) {
  if (!check_reads(t, file_of(args))) return Value();
  return start_read(
      t, file_object(args), -1, -1, [](void*) {}, lines_done);
}

Value file_next(VmThread& t, const Args& args) {
  if (!check_reads(t, file_of(args))) return Value();
  const auto done = [](VmThread& thread, Value state) {
    const bool end = job_of(state)->work->data.empty();
    return end ? raise_stop_iteration(thread) : read_done(thread, state);
  };
  return start_read(t, file_object(args), 1, -1, do_read_line, done);
}

/// What a value is as bytes of the file; false: raised.
bool bytes_to_write(VmThread& t, const OpenFile& file, Value v, std::string* out) {
  if (file.binary) {
    if (!is_bytes_like(v)) {
      raise_type_error(t, "a bytes-like object is required, not '%s'", type_name(t.vm, v).c_str());
      return false;
    }
    *out = bytes_view(t, v);
    return true;
  }
  if (!is_str(v)) {
    raise_type_error(t, "write() argument must be str, not %s", type_name(t.vm, v).c_str());
    return false;
  }
  if (as_str(v)->ascii) {
    *out = utf8(as_str(v));
  } else {
    const Value encoded = encode(t, as_str(v), file.encoding, file.errors);
    if (encoded.empty()) return false;
    *out = bytes_view(t, encoded);
  }
  if (file.line_end.empty()) return true;
  std::string ended;
  for (char c : *out) c == '\n' ? ended += file.line_end : ended += c;
  *out = ended;
  return true;
}

void do_write(void* context) {
  auto* work = static_cast<FileWork*>(context);
  OpenFile& file = *work->file;
  const std::lock_guard<std::mutex> lock(work->files->mutex);
  std::string& all = file.node->data;
  if (file.appends) file.place = all.size();
  const std::size_t end = file.place + work->data.size();
  const std::size_t more = end > all.size() ? end - all.size() : 0;
  if (work->files->bytes + more > limits::kFileBytes) {
    work->error = kNoSpace;
    return;
  }
  work->files->bytes += more;
  if (more > 0) all.resize(end);
  std::copy(work->data.begin(), work->data.end(),
            all.begin() + static_cast<std::ptrdiff_t>(file.place));
  file.place = end;
  file.node->changed = work->now;
}

Value write_done(VmThread& t, Value state) {
  FileJob* job = job_of(state);
  if (job->work->error != 0) return raise_os_error(t, job->work->error, job->object->name);
  return job->result;
}

Value write_again(VmThread& t, Value bytes, Value file);

Value file_write(VmThread& t, const Args& args) {
  OpenFile& file = file_of(args);
  if (!check_open(t, file)) return Value();
  if (!file.writes) return raise_unsupported(t, file.binary ? "write" : "not writable");
  if (file.binary && has_buffer(t, args[1])) {
    return pending_call(t, t.vm.types.bytes, {args[1]}, {write_again, args[0], false});
  }
  FileJob* job = new_job(t, file_object(args));
  std::string& data = job->work->data;
  if (!bytes_to_write(t, file, args[1], &data)) return Value();
  job->result = int_value(t, file.binary ? static_cast<std::int64_t>(data.size())
                                         : std::int64_t{as_str(args[1])->length});
  bool full = false;
  {
    const std::lock_guard<std::mutex> lock(files_of(t).mutex);
    file.unsent += data.size();
    full = file.unsent > kBuffer;
    if (full) file.unsent = 0;
  }
  if (full) return pending_native(t, "write", do_write, job->work, write_done, job, true);
  do_write(job->work);
  return write_done(t, job);
}

Value write_again(VmThread& t, Value bytes, Value file) {
  const Value both[] = {file, bytes};
  return file_write(t, {both, 2, nullptr});
}

Value file_writelines(VmThread& t, const Args& args) {
  return pending_call(t, prelude_function(t, "write_lines"), {args[0], args[1]});
}

Value file_seek(VmThread& t, const Args& args) {
  OpenFile& file = file_of(args);
  std::int64_t offset = 0;
  std::int64_t whence = 0;
  if (!check_open(t, file) || !read_index(t, args[1], &offset)) return Value();
  if (args.n > 2 && !read_index(t, args[2], &whence)) return Value();
  if (!file.binary && whence == 1 && offset != 0) {
    return raise_unsupported(t, "can't do nonzero cur-relative seeks");
  }
  if (!file.binary && whence == 2 && offset != 0) {
    return raise_unsupported(t, "can't do nonzero end-relative seeks");
  }
  if (whence < 0 || whence > 2) {
    return raise_value_error(t, "invalid whence (%d, should be 0, 1 or 2)",
                             static_cast<int>(whence));
  }
  const std::lock_guard<std::mutex> lock(files_of(t).mutex);
  const auto size = static_cast<std::int64_t>(file.node->data.size());
  const std::int64_t from = whence == 0 ? 0 : whence == 1 ? std::int64_t(file.place) : size;
  if (from + offset < 0 && !file.binary) {
    return raise_value_error(t, "negative seek position %lld", static_cast<long long>(offset));
  }
  if (from + offset < 0 || from + offset > std::int64_t{limits::kFileBytes}) {
    return raise_object(t, new_exception(t, t.vm.types.OSError,
                                         {Value::small_int(22), str_new(t, "Invalid argument")}));
  }
  file.place = static_cast<std::size_t>(from + offset);
  return int_value(t, from + offset);
}

Value file_tell(VmThread& t, const Args& args) {
  if (!check_open(t, file_of(args))) return Value();
  const std::lock_guard<std::mutex> lock(files_of(t).mutex);
  return int_value(t, static_cast<std::int64_t>(file_of(args).place));
}

Value file_truncate(VmThread& t, const Args& args) {
  OpenFile& file = file_of(args);
  if (!check_open(t, file)) return Value();
  if (!file.writes) return raise_unsupported(t, file.binary ? "truncate" : "not writable");
  std::int64_t size = static_cast<std::int64_t>(file.place);
  if (args.n > 1 && args[1] != none() && !read_index(t, args[1], &size)) return Value();
  Files& files = files_of(t);
  const std::lock_guard<std::mutex> lock(files.mutex);
  if (size < 0 || static_cast<std::size_t>(size) > limits::kFileBytes) {
    return raise_os_error(t, kNoSpace, file_object(args)->name);
  }
  files.bytes += static_cast<std::size_t>(size) - file.node->data.size();
  file.node->data.resize(static_cast<std::size_t>(size));
  return int_value(t, size);
}

/// Whether CPython would have bytes to hand to the operating system; then there are none any more.
bool take_unsent(VmThread& t, OpenFile& file) {
  const std::lock_guard<std::mutex> lock(files_of(t).mutex);
  const bool some = file.unsent != 0;
  file.unsent = 0;
  return some;
}

Value file_close(VmThread& t, const Args& args) {
  OpenFile& file = file_of(args);
  if (file.closed.exchange(true)) return none();
  return pass_gil(t, take_unsent(t, file) ? "write" : "close", none());
}
Value file_exit(VmThread& t, const Args& args) { return file_close(t, args); }
Value file_flush(VmThread& t, const Args& args) {
  if (!check_open(t, file_of(args))) return Value();
  return take_unsent(t, file_of(args)) ? pass_gil(t, "write", none()) : none();
}
Value file_self(VmThread& t, const Args& args) {
  return check_open(t, file_of(args)) ? args[0] : Value();
}
Value file_false(VmThread&, const Args&) { return boolean(false); }
Value file_true(VmThread&, const Args&) { return boolean(true); }
Value file_closed(VmThread&, const Args& args) { return boolean(file_of(args).closed); }
Value file_readable(VmThread&, const Args& args) { return boolean(file_of(args).reads); }
Value file_writable(VmThread&, const Args& args) { return boolean(file_of(args).writes); }
Value file_fileno(VmThread&, const Args&) { return Value::small_int(3); }
Value file_name(VmThread&, const Args& args) { return file_object(args)->name; }
Value file_mode(VmThread&, const Args& args) { return file_object(args)->mode; }
Value file_encoding(VmThread& t, const Args& args) { return str_new(t, file_of(args).encoding); }
Value file_errors(VmThread& t, const Args& args) { return str_new(t, file_of(args).errors); }
Value file_repr(VmThread& t, const Args& args) {
  const std::string name = str_repr(file_object(args)->name);
  if (file_of(args).binary) {
    return str_new(t, "<_io." + utf8(args[0].object()->type->name) + " name=" + name + ">");
  }
  return str_new(t, "<_io.TextIOWrapper name=" + name +
                        " mode=" + str_repr(file_object(args)->mode) + " encoding='" +
                        file_of(args).encoding + "'>");
}

constexpr NativeDef kFile[] = {
    {"read", file_read, 1, 2},
    {"readline", file_readline, 1, 2},
    {"readlines", file_readlines, 1, 2},
    {"write", file_write, 2, 2},
    {"writelines", file_writelines, 2, 2},
    {"seek", file_seek, 2, 3},
    {"tell", file_tell, 1, 1},
    {"truncate", file_truncate, 1, 2},
    {"flush", file_flush, 1, 1},
    {"close", file_close, 1, 1},
    {"__enter__", file_self, 1, 1},
    {"__exit__", file_exit, 1, kAnyArgs},
    {"__iter__", file_self, 1, 1},
    {"__next__", file_next, 1, 1},
    {"__repr__", file_repr, 1, 1},
    {"isatty", file_false, 1, 1},
    {"seekable", file_true, 1, 1},
    {"readable", file_readable, 1, 1},
    {"writable", file_writable, 1, 1},
    {"fileno", file_fileno, 1, 1},
    {"closed", file_closed, 1, 1, kGetter},
    {"name", file_name, 1, 1, kGetter},
    {"mode", file_mode, 1, 1, kGetter},
};
constexpr NativeDef kTextFile[] = {
    {"encoding", file_encoding, 1, 1, kGetter},
    {"errors", file_errors, 1, 1, kGetter},
};

constexpr NativeDef kFunctions[] = {
    {"stat", files_stat, 1, 1},           {"list", files_list, 1, 1},
    {"mkdir", files_mkdir, 1, 1},         {"remove", files_remove, 2, 2},
    {"rename", files_rename, 2, 2},       {"folder", files_folder, 0, 0},
    {"open", files_open, 5, 5},           {"cores", files_cores, 0, 0},
    {"random_bytes", files_random, 1, 1},
};

Type* file_type(VmThread& t, Module* module, const char* name) {
  Type* type = make_type(t, {.name = name,
                             .kind = Kind::NativeData,
                             .size = sizeof(FileObject),
                             .trace = trace_file,
                             .finalize = finalize_file,
                             .can_subclass = false,
                             .instantiable = false,
                             .module = "_io"});
  add_methods(t, type, kFile);
  module_set(t, module, name, type);
  return type;
}

}  // namespace

void init_files(VmThread& t) {
  Type* type = make_type(t, {.name = "files",
                             .kind = Kind::Internal,
                             .size = sizeof(FilesObject),
                             .finalize = finalize_files,
                             .can_subclass = false,
                             .instantiable = false});
  auto* object = t.make<FilesObject>(type);
  object->files = new Files;
  t.vm.files = object;
  t.vm.add_root(object);
  for (const char* path : {"/", "/home", kFolder, "/tmp"}) {
    auto node = std::make_shared<Node>();
    node->folder = true;
    object->files->nodes[path] = std::move(node);
  }
  g_job_type = make_type(t, {.name = "file_job",
                             .kind = Kind::Internal,
                             .size = sizeof(FileJob),
                             .trace = trace_job,
                             .finalize = finalize_job,
                             .can_subclass = false,
                             .instantiable = false});
  Module* module = make_module(t, "_files");
  add_functions(t, module, kFunctions);
  g_types.text = file_type(t, module, "TextIOWrapper");
  g_types.reader = file_type(t, module, "BufferedReader");
  g_types.writer = file_type(t, module, "BufferedWriter");
  g_types.both = file_type(t, module, "BufferedRandom");
  add_methods(t, g_types.text, kTextFile);
}

}  // namespace interleave::vm
