#include "timeline/search.h"

#include <algorithm>

namespace interleave::timeline {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// `needle` is in lower case.
bool contains(std::string_view text, std::string_view needle) {
  return std::search(text.begin(), text.end(), needle.begin(), needle.end(),
                     [](char a, char b) { return lower(a) == b; }) != text.end();
}

std::string trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  const std::size_t end = text.find_last_not_of(" \t");
  std::string out(text.substr(begin, end - begin + 1));
  for (char& c : out) c = lower(c);
  return out;
}

bool before(SpanRef a, SpanRef b) { return a.lane != b.lane ? a.lane < b.lane : a.index < b.index; }

}  // namespace

std::uint32_t line_asked_for(std::string_view text) {
  if (text.starts_with("line ")) text.remove_prefix(5);
  if (text.starts_with(":")) text.remove_prefix(1);
  constexpr std::size_t kMostDigits = 7;
  if (text.empty() || text.size() > kMostDigits) return 0;
  std::uint32_t line = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return 0;
    line = line * 10 + static_cast<std::uint32_t>(c - '0');
  }
  return line;
}

bool Search::add(SpanRef span, MatchKind kind) {
  if (by_time_.size() == kMost) {
    more_ = true;
    return false;
  }
  by_time_.push_back({span, kind});
  if (kind != MatchKind::Thread) by_lane_.push_back(span);
  return true;
}

void Search::find_line(const Model& model, std::uint32_t line) {
  for (LaneIndex lane = kFirstThreadLane; lane < model.lane_count(); ++lane) {
    const std::uint32_t count = model.span_count(lane);
    for (std::uint32_t i = 0; i < count; ++i) {
      if (model.has_line({lane, i}, line) && !add({lane, i}, MatchKind::Line)) return;
    }
  }
}

void Search::find_names(const Model& model) {
  std::vector<bool> functions(model.tables().functions.size() + 1);
  bool any = false;
  for (std::uint32_t id = 1; id < functions.size(); ++id) {
    functions[id] = contains(model.function_name(id), text_);
    any = any || functions[id];
  }
  for (const ObjectId object : model.objects()) {
    if (model.is_internal(object)) continue;
    if (contains(model.object_name(object), text_)) objects_.push_back(object);
  }
  std::sort(objects_.begin(), objects_.end());
  const auto match = [&](LaneIndex lane, std::uint32_t i) {
    const Span span = model.span({lane, i});
    if (span.detail == Detail::Object) {
      return std::binary_search(objects_.begin(), objects_.end(), span.subject) ? MatchKind::Object
                                                                                : MatchKind::Thread;
    }
    const bool named = span.state == ThreadState::Running || span.state == ThreadState::Native ||
                       span.detail == Detail::Io;
    if (!any || !named) return MatchKind::Thread;
    return model.has_function({lane, i}, functions) ? MatchKind::Function : MatchKind::Thread;
  };
  for (LaneIndex lane = kFirstThreadLane; lane < model.lane_count(); ++lane) {
    const std::uint32_t count = model.span_count(lane);
    if (count > 0 && contains(model.lane(lane).name, text_)) {
      lanes_.push_back(lane);
      if (!add({lane, 0}, MatchKind::Thread)) return;
    }
    if (!any && objects_.empty()) continue;
    for (std::uint32_t i = 0; i < count; ++i) {
      const MatchKind kind = match(lane, i);
      if (kind != MatchKind::Thread && !add({lane, i}, kind)) return;
    }
  }
}

void Search::find(const Model& model, std::string_view text) {
  const std::string wanted = trimmed(text);
  if (model_ == &model && version_ == model.version() && wanted == text_) return;
  clear();
  text_ = wanted;
  model_ = &model;
  version_ = model.version();
  if (text_.empty()) return;
  const std::uint32_t line = line_asked_for(text_);
  if (line != 0) {
    find_line(model, line);
  } else {
    find_names(model);
  }
  std::stable_sort(by_time_.begin(), by_time_.end(), [&model](const Match& a, const Match& b) {
    return model.span(a.span).start < model.span(b.span).start;
  });
}

bool Search::has_lane(LaneIndex lane) const {
  return std::binary_search(lanes_.begin(), lanes_.end(), lane);
}

bool Search::has(LaneIndex lane, std::uint32_t first, std::uint32_t count) const {
  const auto found =
      std::lower_bound(by_lane_.begin(), by_lane_.end(), SpanRef{lane, first}, before);
  return found != by_lane_.end() && found->lane == lane && found->index - first < count;
}

}  // namespace interleave::timeline
