#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "dataset/signals.h"

namespace bnlint::dataset {

/// The range in which a document's signal must lie; both ends are within it.
struct Threshold {
  Signal signal = Signal::kWords;
  std::optional<double> min;
  std::optional<double> max;
};

/// Why a document is dropped: a signal is outside its range.
struct Reason {
  Threshold threshold;
  double value = 0;
};

/// Which documents are kept. Immutable once made; thread-safe.
///
/// In TOML (bnlint.toml, and the presets in dataset/presets/):
///
///     [dataset]
///     preset = "fineweb2-ben"          # or strict, ocr: where the thresholds below start from
///     text_field = "text"              # dotted path
///     id_field = "id"
///     [dataset.thresholds]
///     words = { min = 50, max = 100000 }
///     truncated = false                # takes a threshold of the preset away
class Policy {
 public:
  /// Keeps everything.
  Policy() = default;
  /// One of PresetNames().
  static Result<Policy> Preset(std::string_view name);
  /// The [dataset] table of a TOML text; its thresholds on top of its preset, or of `preset` when that is not empty, which
  /// wins. Other tables are not looked at. Errors name `path`, line and column.
  static Result<Policy> FromToml(std::string_view toml, const std::string& path,
                                 std::string_view preset = {});

  [[nodiscard]] const std::vector<Threshold>& thresholds() const { return thresholds_; }
  /// Of one signal; null when there is none.
  [[nodiscard]] const Threshold* Find(Signal signal) const;
  /// What must be computed to judge.
  [[nodiscard]] Needs needs() const;
  /// Every reason to drop a document; none: it is kept. A signal that was not computed is no reason.
  [[nodiscard]] std::vector<Reason> Judge(const Signals& signals) const;

  /// What the table says of fields; empty when nothing.
  std::string text_field;
  std::string id_field;

 private:
  friend class PolicyReader;
  std::vector<Threshold> thresholds_;  // in the order of the signals
};

/// "fineweb2-ben", "ocr", "strict".
std::vector<std::string> PresetNames();

}  // namespace bnlint::dataset
