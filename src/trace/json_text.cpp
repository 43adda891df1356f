#include "trace/json_text.h"

#include "trace/text_form.h"

namespace interleave::trace {

void add_member(std::string& json, std::string_view name, std::string_view value) {
  if (!json.empty() && json.back() != '{' && json.back() != '[') json += ',';
  json += '"';
  json += name;
  json += "\":";
  json += value;
}

void add_text(std::string& json, std::string_view name, std::string_view value) {
  add_member(json, name, quoted(value));
}

void add_number(std::string& json, std::string_view name, std::uint64_t value) {
  add_member(json, name, std::to_string(value));
}

}  // namespace interleave::trace
