// What the last frame showed, as data: for tests, and for whoever asks window.interleave.
#include <cstdio>

#include "timeline/explain.h"
#include "timeline/format.h"
#include "ui/canvas.h"
#include "ui/panels.h"

namespace interleave::ui {
namespace {

using timeline::json_quoted;

std::string number(double value) {
  char text[32];
  std::snprintf(text, sizeof(text), "%.10g", value);
  return text;
}

std::string box_json(const Box& b) {
  return "[" + number(b.x0) + "," + number(b.y0) + "," + number(b.x1) + "," + number(b.y1) + "]";
}

const char* kind_word(timeline::RowKind kind) {
  switch (kind) {
    case timeline::RowKind::Heading: return "heading";
    case timeline::RowKind::Lane: return "lane";
    case timeline::RowKind::Group: return "group";
    case timeline::RowKind::Lock: return "lock";
    default: return "";
  }
}

std::string row_name(const Snapshot& in, const Worked& work, timeline::RowId id) {
  const timeline::Model& model = id.run == 0 ? *in.model : *in.kept;
  switch (id.kind) {
    case timeline::RowKind::Lane: return model.lane(id.id).name;
    case timeline::RowKind::Lock: return model.object_name(id.id);
    case timeline::RowKind::Group: return work.runs[id.run].groups[id.id].name;
    default: return id.run == 0 ? "This run" : "Kept run";
  }
}

std::string parties_json(const timeline::Model& model, const std::vector<timeline::Party>& list) {
  std::string json = "[";
  for (const timeline::Party& party : list) {
    if (json.size() > 1) json += ',';
    json += json_quoted(model.thread_name(party.thread));
  }
  return json + "]";
}

std::string explanation_json(const timeline::Model& model, const timeline::Explanation& e) {
  if (e.title.empty()) return "null";
  std::string json =
      "{\"title\":" + json_quoted(e.title) + ",\"sentence\":" + json_quoted(e.sentence) +
      ",\"thread\":" + json_quoted(model.thread_name(e.thread)) +
      ",\"startNs\":" + std::to_string(e.span.start) + ",\"endNs\":" + std::to_string(e.span.end) +
      ",\"line\":" + std::to_string(e.span.line_begin) +
      ",\"queue\":" + parties_json(model, e.queue);
  if (e.object != 0) json += ",\"object\":" + json_quoted(model.object_name(e.object));
  if (e.holder.thread != kNoThread) {
    json += ",\"holder\":" + json_quoted(model.thread_name(e.holder.thread)) +
            ",\"holderLine\":" + std::to_string(e.holder.line);
  }
  if (e.ended_by) {
    json += ",\"endedBy\":" + json_quoted(model.thread_name(e.ended_by->from)) +
            ",\"endedAtNs\":" + std::to_string(e.ended_by->from_time);
  }
  return json + "}";
}

std::string comparison_json(const Snapshot& in) {
  if (!comparing(in)) return "null";
  const timeline::Comparison& c = in.comparison;
  std::string json = "{\"what\":" + json_quoted(c.what) +
                     ",\"sentence\":" + json_quoted(c.sentence) +
                     ",\"speedUp\":" + number(c.speed_up) +
                     ",\"keptNs\":" + std::to_string(in.kept->end()) + ",\"rows\":[";
  for (const timeline::ComparedRow& row : c.rows) {
    if (json.back() != '[') json += ',';
    json += "[" + json_quoted(row.label) + "," + json_quoted(row.before) + "," +
            json_quoted(row.after) + "," + json_quoted(row.difference) + "]";
  }
  return json + "]}";
}

std::string search_json(const UiState& ui) {
  if (!ui.search.active()) return "null";
  return "{\"text\":" + json_quoted(ui.search.text()) +
         ",\"count\":" + std::to_string(ui.search.matches().size()) +
         ",\"at\":" + std::to_string(ui.match) +
         ",\"more\":" + (ui.search.more() ? "true" : "false") + "}";
}

std::string deadlock_json(const Snapshot& in) {
  std::string json = "[";
  for (const timeline::WaitEdge& edge : in.deadlock) {
    if (json.size() > 1) json += ',';
    json += "[" + json_quoted(in.model->thread_name(edge.thread)) + "," +
            (edge.object == 0 ? "\"\"" : json_quoted(in.model->object_name(edge.object))) + "," +
            json_quoted(in.model->thread_name(edge.holder)) + "]";
  }
  return json + "]";
}

std::string rows_json(const Snapshot& in, const Frame& f) {
  std::string json = "[";
  for (std::uint32_t n = 0; n < f.rows().size(); ++n) {
    const timeline::Row& row = f.rows().rows()[n];
    if (json.size() > 1) json += ',';
    json += std::string("{\"kind\":\"") + kind_word(row.id.kind) +
            "\",\"run\":" + std::to_string(row.id.run) + ",\"id\":" + std::to_string(row.id.id) +
            ",\"name\":" + json_quoted(row_name(in, f.work, row.id)) +
            ",\"y\":" + number(f.row_top(n)) + ",\"height\":" + number(row.height) +
            ",\"shown\":" + (f.in_sight(n) ? "true" : "false") +
            ",\"pinned\":" + (row.pinned ? "true" : "false");
    if (row.id.kind != timeline::RowKind::Heading) json += ",\"pin\":" + box_json(pin_box(f, n));
    if (row.first_of_group || row.id.kind == timeline::RowKind::Group) {
      json += ",\"fold\":" + box_json(fold_box(f, n));
    }
    json += "}";
  }
  return json + "]";
}

std::string calls_json(const Snapshot& in) {
  if (in.calls == nullptr) return "null";
  std::string json = "[";
  for (const timeline::CallSpan& call : in.calls->spans) {
    if (json.size() > 200'000) break;
    if (json.size() > 1) json += ',';
    json += "[" + json_quoted(in.model->thread_name(call.thread)) + "," +
            std::to_string(call.depth) + "," + json_quoted(in.calls->names[call.name]) + "," +
            std::to_string(call.start) + "," + std::to_string(call.end) + "]";
  }
  return json + "]";
}

std::string range_json(const UiState& ui) {
  if (!ui.range_begin || !ui.range_end) return "null";
  return "[" + std::to_string(*ui.range_begin) + "," + std::to_string(*ui.range_end) + "]";
}

}  // namespace

std::string Canvas::picture_json(const Snapshot& in) {
  if (in.model == nullptr) return "{\"rows\":[]}";
  const timeline::Model& model = *in.model;
  Actions none;
  const Frame f{in,
                ui_,
                work_,
                none,
                theme_for(true, false),
                fonts_,
                painter_,
                *ImGui::GetForegroundDrawList(),
                at_,
                {}};
  const VerdictWords words = verdict_words(in, ui_, work_);
  const timeline::Model& hovered = f.model(comparing(in) ? ui_.hovered_row.run : 0);
  timeline::Explanation under;
  if (ui_.hovered_hold != UiState::kNoHold) {
    under = timeline::explain_hold(hovered, ui_.hovered_row.id, ui_.hovered_hold);
  } else if (ui_.hovered && ui_.hovered_count == 1) {
    under = timeline::explain(hovered, ui_.hovered);
  }
  std::string spots = "{";
  for (const Worked::Spot& spot : work_.spots) {
    if (spots.size() > 1) spots += ',';
    spots += json_quoted(spot.name) + ":" + box_json({spot.x0, spot.y0, spot.x1, spot.y1});
  }
  std::string lines = lines_json(in);
  return "{\"rows\":" + rows_json(in, f) + ",\"view\":{\"t0Ns\":" + number(ui_.scale.t0()) +
         ",\"t1Ns\":" + number(ui_.scale.t1()) + ",\"x0\":" + number(at_.tracks_x0) +
         ",\"x1\":" + number(at_.tracks_x1) + ",\"lanes\":" + box_json(at_.lanes) +
         "},\"endNs\":" + std::to_string(model.end()) + ",\"spots\":" + spots +
         "},\"selected\":" + explanation_json(model, timeline::explain(model, ui_.selected)) +
         ",\"hovered\":" + explanation_json(hovered, under) +
         ",\"hoveredCount\":" + std::to_string(ui_.hovered_count) +
         ",\"lit\":" + (ui_.lit == 0 ? "null" : json_quoted(hovered.object_name(ui_.lit))) +
         ",\"range\":" + range_json(ui_) +
         ",\"playheadNs\":" + (ui_.playhead ? std::to_string(*ui_.playhead) : "null") +
         ",\"verdict\":{\"headline\":" + json_quoted(words.headline) +
         ",\"detail\":" + json_quoted(words.detail) + "},\"compare\":" + comparison_json(in) +
         ",\"keeping\":" + (in.keeping ? "true" : "false") + ",\"search\":" + search_json(ui_) +
         ",\"calls\":" + calls_json(in) +
         ",\"callsSampled\":" + (in.calls != nullptr && in.calls->sampled ? "true" : "false") +
         ",\"deadlock\":" + deadlock_json(in) + ",\"filter\":" + std::to_string(ui_.filter) +
         ",\"lines\":" + lines + "}";
}

}  // namespace interleave::ui
