#pragma once

#include <memory>

#include "checks/check.h"

namespace bnlint {

/// A check that sees each paragraph by itself.
class StatelessCheck final : public Check {
 public:
  using Function = void (*)(const Paragraph&, Findings&);
  StatelessCheck(Function function, Traits needs) : function_(function), needs_(needs) {}
  [[nodiscard]] Traits Needs() const override { return needs_; }
  void Visit(const Paragraph& paragraph, Findings& findings) override {
    function_(paragraph, findings);
  }

 private:
  Function function_;
  Traits needs_;
};

/// `needs`: as Check::Needs.
inline std::unique_ptr<Check> Stateless(StatelessCheck::Function function,
                                        Traits needs = trait::kAll) {
  return std::make_unique<StatelessCheck>(function, needs);
}

}  // namespace bnlint
