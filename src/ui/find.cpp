// The field that finds threads, functions, lines and locks, and the buttons beside the minimap.
#include <algorithm>
#include <cmath>
#include <string>

#include "ui/panels.h"

namespace interleave::ui {
namespace {

constexpr float kWidth = 330;
constexpr float kHeight = 40;

/// A small button with a word; true when it was pressed.
bool chip(Frame& f, const char* id, const Box& b, std::string_view word, bool on) {
  f.spot(id, b);
  ImGui::SetCursorScreenPos({b.x0, b.y0});
  const bool hit = ImGui::InvisibleButton(id, {b.width(), b.height()});
  const bool hovered = ImGui::IsItemHovered();
  if (hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  const Color fill = on ? f.theme.accent : hovered ? f.theme.raised_hover : f.theme.raised;
  f.list.AddRectFilled({b.x0, b.y0}, {b.x1, b.y1}, fill, 5);
  f.list.AddRect({b.x0, b.y0}, {b.x1, b.y1}, f.theme.line_strong, 5);
  const float width = text_width(f.fonts.regular, kSmallSize, word);
  text(f.list, f.fonts.regular, kSmallSize, (b.x0 + b.x1 - width) / 2, (b.y0 + b.y1) / 2,
       on ? f.theme.accent_text : f.theme.text, word);
  return hit;
}

void glass(ImDrawList& list, float x, float y, Color ink) {
  list.AddCircle({x, y}, 4, ink, 16, 1.6f);
  list.AddLine({x + 3, y + 3}, {x + 6.5f, y + 6.5f}, ink, 2);
}

std::string count_words(const UiState& ui) {
  if (!ui.search.active()) return {};
  const std::size_t count = ui.search.matches().size();
  if (count == 0) return "nothing";
  std::string words = std::to_string(count) + (ui.search.more() ? "+" : "");
  if (ui.match >= 0) words = std::to_string(ui.match + 1) + " of " + words;
  return words;
}

bool find_button(Frame& f, const char* id, const Box& b, int shape) {
  f.spot(id, b);
  ImGui::SetCursorScreenPos({b.x0, b.y0});
  const bool hit = ImGui::InvisibleButton(id, {b.width(), b.height()});
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const Color ink = ImGui::IsItemHovered() ? f.theme.strong : f.theme.muted;
  if (ImGui::IsItemHovered())
    list.AddRectFilled({b.x0, b.y0}, {b.x1, b.y1}, f.theme.raised_hover, 5);
  const float x = (b.x0 + b.x1) / 2, y = (b.y0 + b.y1) / 2;
  if (shape == 0) {
    list.AddLine({x - 4, y - 4}, {x + 4, y + 4}, ink, 1.7f);
    list.AddLine({x - 4, y + 4}, {x + 4, y - 4}, ink, 1.7f);
  } else {
    const auto way = static_cast<float>(shape);
    const ImVec2 points[3] = {{x - 4, y - way * 2}, {x, y + way * 2}, {x + 4, y - way * 2}};
    list.AddPolyline(points, 3, ink, 0, 1.7f);
  }
  return hit;
}

void close_find(Frame& f) {
  f.ui.finding = f.ui.find_active = false;
  f.ui.find_waits = 0;
  f.ui.find_typed.clear();
  f.ui.match = -1;
  f.out.again = true;
}

/// At most; it takes two.
constexpr int kFramesToFocus = 5;

/// A field gets the keyboard two frames after it was asked to, and loses what is typed before.
void take_typed(Frame& f) {
  ImVector<ImWchar>& queue = ImGui::GetIO().InputQueueCharacters;
  if (f.ui.find_waits == 0) return;
  --f.ui.find_waits;
  f.out.again = true;
  f.ui.find_typed.insert(f.ui.find_typed.end(), queue.begin(), queue.end());
  queue.clear();
  if (!f.ui.find_active) return;
  for (const ImWchar letter : f.ui.find_typed) queue.push_back(letter);
  f.ui.find_typed.clear();
}

void field(Frame& f, const Box& b) {
  const float buttons = 3 * 26;
  const std::string count = count_words(f.ui);
  const float counted = text_width(f.fonts.regular, kSmallSize, "9999 of 9999+");
  ImDrawList& list = *ImGui::GetWindowDrawList();
  glass(list, b.x0 + 16, (b.y0 + b.y1) / 2 - 1, f.theme.muted);
  ImGui::SetCursorScreenPos({b.x0 + 28, b.y0 + 7});
  ImGui::SetNextItemWidth(b.width() - 28 - buttons - counted - 18);
  if (f.ui.find_focus) ImGui::SetKeyboardFocusHere();
  if (f.ui.find_focus) f.ui.find_waits = kFramesToFocus;
  f.ui.find_focus = false;
  take_typed(f);
  ImGui::PushID("find");
  ImGui::InputTextWithHint("##text", "function, line, lock, thread", f.ui.find_text,
                           sizeof(f.ui.find_text), ImGuiInputTextFlags_AutoSelectAll);
  ImGui::PopID();
  // Wherever the keyboard is on the canvas: a button that was pressed has taken it from the field.
  const bool popup = ImGui::IsPopupOpen(nullptr, ImGuiPopupFlags_AnyPopup);
  f.ui.find_active = ImGui::IsItemActive();
  if (f.ui.find_active && f.ui.find_typed.empty()) f.ui.find_waits = 0;
  if (f.ui.find_waits == 0) f.ui.find_typed.clear();
  const bool entered =
      !popup && (ImGui::IsKeyPressed(ImGuiKey_Enter) || ImGui::IsKeyPressed(ImGuiKey_KeypadEnter));
  const bool escaped = !popup && ImGui::IsKeyPressed(ImGuiKey_Escape, false);
  if (ImGui::IsItemEdited()) {
    f.ui.match = -1;
    f.out.again = true;
  }
  if (entered) {
    step_match(f, !ImGui::GetIO().KeyShift);
    // Not when it has it: asking again would take it from a button which is pressed in the
    // meantime.
    f.ui.find_focus = !f.ui.find_active;
  }
  const float x = b.x1 - buttons - counted - 10;
  const bool none = f.ui.search.active() && f.ui.search.matches().empty();
  text(list, f.fonts.regular, kSmallSize, x, (b.y0 + b.y1) / 2,
       none ? f.theme.of(trace::ThreadState::Blocked).word : f.theme.muted, count);
  const auto place = [&](int n) {
    const float x0 = b.x1 - buttons + 26 * static_cast<float>(n) - 4;
    return Box{x0, b.y0 + 7, x0 + 26, b.y0 + 33};
  };
  if (find_button(f, "find-previous", place(0), -1)) step_match(f, false);
  if (find_button(f, "find-next", place(1), 1)) step_match(f, true);
  if (find_button(f, "find-close", place(2), 0) || escaped) close_find(f);
}

}  // namespace

void open_find(Frame& f) {
  f.ui.finding = true;
  f.ui.find_focus = true;
  f.out.again = true;
}

void step_match(Frame& f, bool forward) {
  // What was typed in this very frame counts.
  f.ui.search.find(*f.in.model, f.ui.find_text);
  const auto count = static_cast<std::int64_t>(f.ui.search.matches().size());
  if (count == 0) return;
  std::int64_t& at = f.ui.match;
  if (at < 0 || at >= count) {
    // The first one that can be seen, or is still to come.
    const auto from = static_cast<Tick>(std::max(0.0, f.ui.scale.t0()));
    at = 0;
    while (forward && at + 1 < count &&
           f.in.model->span(f.ui.search.matches()[static_cast<std::size_t>(at)].span).end <= from) {
      ++at;
    }
    if (!forward) at = count - 1;
  } else {
    at = (at + (forward ? 1 : count - 1)) % count;
  }
  const timeline::SpanRef ref = f.ui.search.matches()[static_cast<std::size_t>(at)].span;
  select_span(f, ref);
  reveal(f, f.in.model->span(ref).start);
  reveal_row(f, f.rows().row_of(0, ref.lane));
  f.out.again = true;
}

void draw_view_buttons(Frame& f) {
  if (f.rows().size() == 0) return;
  const float x0 = f.at.canvas.x0 + (f.at.narrow ? 5.0f : 12.0f);
  const float x1 = f.at.tracks_x0 - (f.at.narrow ? 1.0f : 8.0f);
  const float y = f.at.axis.y0 - (f.at.minimap.empty() ? 0.0f : 6.0f);
  const int count = has_calls(f.in) ? 3 : 2;
  const float width = (x1 - x0 - 4 * static_cast<float>(count - 1)) / static_cast<float>(count);
  const Box find{x0, y, x0 + width, y + 22};
  const Box locks{find.x1 + 4, y, find.x1 + 4 + width, y + 22};
  const Box calls{locks.x1 + 4, y, locks.x1 + 4 + width, y + 22};
  if (count > 2 && chip(f, "calls", calls, "Calls", f.ui.show_calls)) {
    f.ui.show_calls = !f.ui.show_calls;
    f.out.again = true;
  }
  if (chip(f, "find", find, "Find", f.ui.finding)) {
    f.ui.finding ? close_find(f) : open_find(f);
  }
  if (chip(f, "locks", locks, "Locks", f.ui.show_locks)) {
    f.ui.show_locks = !f.ui.show_locks;
    f.out.again = true;
  }
}

void draw_find(Frame& f) {
  if (!f.ui.finding || f.in.model == nullptr) return;
  const float width = std::min(kWidth, f.at.canvas.width() - 16);
  const Box b{f.at.canvas.x1 - width - 10, f.at.axis.y1 + 6, f.at.canvas.x1 - 10,
              f.at.axis.y1 + 6 + kHeight};
  ImGui::SetNextWindowPos({b.x0, b.y0});
  ImGui::SetNextWindowSize({b.width(), b.height()});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 8);
  ImGui::PushStyleColor(ImGuiCol_WindowBg, ImGui::ColorConvertU32ToFloat4(f.theme.tooltip));
  const bool open = ImGui::Begin("find", nullptr,
                                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav |
                                     ImGuiWindowFlags_NoFocusOnAppearing);
  if (open) field(f, b);
  ImGui::End();
  ImGui::PopStyleColor();
  ImGui::PopStyleVar(2);
}

}  // namespace interleave::ui
