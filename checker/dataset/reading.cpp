#include "dataset/reading.h"

#include "text/utf8.h"

namespace bnlint::dataset {

Reading::Reading(std::string_view bytes) : text(bytes) {
  points.reserve(text.size() / 2);
  classes.reserve(text.size() / 2);
  Line line;
  const auto end_line = [&](size_t at) {
    line.end = static_cast<uint32_t>(at);
    line.last_point = static_cast<uint32_t>(points.size());
    lines.push_back(line);
  };
  for (size_t at = 0; at < text.size();) {
    const CodePoint c = DecodeAt(text, at);
    const CharClass cls = ClassOf(c.value);
    if (c.value == '\n') end_line(at);
    points.push_back(c.value);
    classes.push_back(cls);
    at += c.size;
    if (c.value == '\n') {
      const auto next = static_cast<uint32_t>(at);
      const auto point = static_cast<uint32_t>(points.size());
      line = {next, next, point, point, true};
    } else if (!IsBlank(cls)) {
      line.blank = false;
    }
  }
  end_line(text.size());
  Tokenize(text, tokens);
  units = UnitsOf(text, tokens);
}

}  // namespace bnlint::dataset
