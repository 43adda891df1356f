#include "session/output.h"

#include "base/limits.h"

namespace interleave::session {

void Output::keep(bool error, std::string_view utf8) {
  if (utf8.empty()) return;
  if (fresh_.empty() || fresh_.back().error != error) fresh_.push_back({error, {}});
  fresh_.back().text += utf8;
}

void Output::write(bool error, std::string_view utf8) {
  if (echo_ != nullptr) echo_->write(error, utf8);
  MutexLock guard(mutex_);
  const std::size_t room = limits::kOutputBytes - kept_[0].size() - kept_[1].size();
  std::size_t n = utf8.size() <= room && missing_ == 0 ? utf8.size() : missing_ == 0 ? room : 0;
  // Not in the middle of a character.
  while (n > 0 && n < utf8.size() && (static_cast<unsigned char>(utf8[n]) & 0xC0) == 0x80) --n;
  missing_ += utf8.size() - n;
  kept_[error ? 1 : 0] += utf8.substr(0, n);
  keep(error, utf8.substr(0, n));
}

void Output::end_input() {
  input_.close();
  if (echo_ != nullptr) echo_->end_input();
}

bool Output::take(std::vector<OutputPiece>& pieces) IL_NO_THREAD_SAFETY {
  std::unique_lock lock(mutex_.native(), std::try_to_lock);
  if (!lock.owns_lock()) return false;
  for (OutputPiece& piece : fresh_) pieces.push_back(std::move(piece));
  fresh_.clear();
  return true;
}

void Output::finish() {
  MutexLock guard(mutex_);
  if (missing_ == 0) return;
  keep(true, "\n... output truncated: " + std::to_string(missing_) + " bytes more\n");
}

std::string Output::text(bool error) const {
  MutexLock guard(mutex_);
  return kept_[error ? 1 : 0];
}

std::uint64_t Output::missing() const {
  MutexLock guard(mutex_);
  return missing_;
}

}  // namespace interleave::session
