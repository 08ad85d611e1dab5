// Checker::Judge over dataset/: the same analysis and the same policy as `bnlint dataset`.

#include <utility>

#include "api/parts.h"
#include "bnlint.h"

namespace bnlint {

Outcome<Verdict> Checker::Judge(std::string_view text) const {
  Parts& parts = *parts_;
  std::call_once(parts.judging, [&] {
    auto analyst = dataset::Analyst::Make(parts.analysis);
    if (analyst) {
      parts.analyst = std::move(*analyst);
    } else {
      parts.no_analyst = Lines(analyst.error());
    }
  });
  Outcome<Verdict> outcome;
  if (!parts.analyst) {
    outcome.error = parts.no_analyst;
    return outcome;
  }
  const dataset::Signals signals = parts.analyst->Read(text).signals;
  for (const dataset::SignalInfo& info : dataset::SignalTable()) {
    outcome.value.signals.push_back(signals[info.signal]);
  }
  outcome.value.language = dataset::Code(signals.language);
  for (const dataset::Reason& reason : parts.policy.Judge(signals)) {
    outcome.value.reasons.push_back({std::string(Info(reason.threshold.signal).name), reason.value,
                                     reason.threshold.min, reason.threshold.max});
  }
  return outcome;
}

std::vector<SignalDoc> Checker::Signals() {
  std::vector<SignalDoc> docs;
  for (const dataset::SignalInfo& info : dataset::SignalTable()) {
    docs.push_back({std::string(info.name), std::string(info.unit), std::string(info.formula),
                    std::string(info.source)});
  }
  return docs;
}

}  // namespace bnlint
