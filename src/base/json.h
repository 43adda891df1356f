// Reads a JSON object of one level: names with texts, numbers and truth values. What the page hands
// over, and the part of a saved trace that says what it is.
//
// Not a JSON library: nested values are checked and skipped. Writing is done where the texts are
// made, with trace::quoted. Any thread.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace interleave {

class JsonObject {
 public:
  /// Nothing when the text is not one JSON object.
  static std::optional<JsonObject> parse(std::string_view json);

  /// Null when there is no such name or its value is of another kind.
  const std::string* text(const std::string& name) const;
  double number(const std::string& name, double otherwise) const;
  bool truth(const std::string& name, bool otherwise) const;

 private:
  std::map<std::string, std::string> texts_;
  std::map<std::string, double> numbers_;
  std::map<std::string, bool> truths_;
  friend class JsonReader;
};

}  // namespace interleave
