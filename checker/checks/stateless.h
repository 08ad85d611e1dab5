#pragma once

#include <memory>

#include "checks/check.h"

namespace bnlint {

/// A check that sees each paragraph by itself.
class StatelessCheck final : public Check {
 public:
  using Function = void (*)(const Paragraph&, Findings&);
  explicit StatelessCheck(Function function) : function_(function) {}
  [[nodiscard]] bool ByParagraph() const override { return true; }
  void Visit(const Paragraph& paragraph, Findings& findings) override {
    function_(paragraph, findings);
  }

 private:
  Function function_;
};

inline std::unique_ptr<Check> Stateless(StatelessCheck::Function function) {
  return std::make_unique<StatelessCheck>(function);
}

}  // namespace bnlint
