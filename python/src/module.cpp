// bnlint._core: bnlint_c.h for Python. Plain tuples and capsules; bnlint/__init__.py gives them types.

#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

#include <nanobind/nanobind.h>
#include <nanobind/stl/string.h>

#include "arrow_stream.h"
#include "bnlint_c.h"

namespace nb = nanobind;

namespace bnlint::python {
namespace {

// The UTF-8 of a str; lives as long as it does.
std::string_view Utf8(const nb::str& text) {
  Py_ssize_t bytes = 0;
  const char* data = PyUnicode_AsUTF8AndSize(text.ptr(), &bytes);
  if (data == nullptr) throw nb::python_error();  // lone surrogates
  return {data, static_cast<size_t>(bytes)};
}

[[noreturn]] void Raise(char* error) {
  const std::string message = error == nullptr ? "bnlint failed" : error;
  bnlint_free(error);
  throw nb::value_error(message.c_str());
}

nb::tuple EditsOf(const bnlint_findings* findings, uint64_t index, uint64_t fix, int32_t& safe) {
  const uint64_t count = bnlint_fix_edits(findings, index, fix, &safe);
  nb::list edits;
  for (uint64_t i = 0; i < count; ++i) {
    bnlint_edit edit;
    bnlint_fix_edit_at(findings, index, fix, i, &edit);
    edits.append(nb::make_tuple(edit.begin, edit.end, nb::str(edit.text)));
  }
  return nb::tuple(edits);
}

nb::tuple FindingAt(const bnlint_findings* findings, uint64_t index) {
  bnlint_finding finding;
  bnlint_finding_at(findings, index, &finding);
  nb::list fixes;
  for (uint64_t i = 0; i < finding.fixes; ++i) {
    int32_t safe = 0;
    nb::tuple edits = EditsOf(findings, index, i, safe);
    fixes.append(nb::make_tuple(safe != 0, edits));
  }
  return nb::make_tuple(finding.id, finding.name, finding.category, finding.severity,
                        finding.message, finding.begin, finding.end, finding.line, finding.column,
                        nb::tuple(fixes));
}

template <typename T>
T* PointerIn(const nb::object& capsule, const char* name) {
  auto* pointer = static_cast<T*>(PyCapsule_GetPointer(capsule.ptr(), name));
  if (pointer == nullptr) throw nb::python_error();
  if (pointer->release == nullptr) throw nb::value_error("the Arrow data has been used up");
  return pointer;
}

// A capsule that owns an exported struct; whoever imports it moves the struct out.
template <typename T>
nb::object Capsule(const T& exported, const char* name) {
  auto* owned = new T(exported);
  PyObject* capsule = PyCapsule_New(owned, name, [](PyObject* object) {
    auto* pointer = static_cast<T*>(PyCapsule_GetPointer(object, PyCapsule_GetName(object)));
    if (pointer->release != nullptr) pointer->release(pointer);
    delete pointer;
  });
  if (capsule == nullptr) {
    owned->release(owned);
    delete owned;
    throw nb::python_error();
  }
  return nb::steal(capsule);
}

class Core {
 public:
  explicit Core(const std::string& options) {
    char* error = nullptr;
    checker_ = SharedChecker(bnlint_open(options.c_str(), &error), bnlint_close);
    if (!checker_) Raise(error);
  }

  [[nodiscard]] nb::list Check(const nb::str& text) const {
    const std::string_view utf8 = Utf8(text);
    char* error = nullptr;
    bnlint_findings* found = nullptr;
    {
      const nb::gil_scoped_release unlocked;
      found = bnlint_check(checker_.get(), utf8.data(), utf8.size(), &error);
    }
    if (found == nullptr) Raise(error);
    const std::unique_ptr<bnlint_findings, decltype(&bnlint_findings_free)> findings(
        found, bnlint_findings_free);
    nb::list list;
    for (uint64_t i = 0; i < bnlint_findings_count(found); ++i) list.append(FindingAt(found, i));
    return list;
  }

  [[nodiscard]] nb::tuple Fix(const nb::str& text) const {
    const std::string_view utf8 = Utf8(text);
    char* error = nullptr;
    char* mended = nullptr;
    size_t bytes = 0;
    uint64_t fixed = 0;
    {
      const nb::gil_scoped_release unlocked;
      mended = bnlint_fix(checker_.get(), utf8.data(), utf8.size(), &bytes, &fixed, &error);
    }
    if (mended == nullptr) Raise(error);
    const std::unique_ptr<char, decltype(&bnlint_free)> owned(mended, bnlint_free);
    return nb::make_tuple(nb::str(mended, bytes), fixed);
  }

  [[nodiscard]] nb::tuple Score(const nb::str& text) const {
    const std::string_view utf8 = Utf8(text);
    bnlint_quality quality{};
    {
      const nb::gil_scoped_release unlocked;
      bnlint_score(checker_.get(), utf8.data(), utf8.size(), &quality);
    }
    return nb::make_tuple(quality.score, quality.words, quality.known, quality.valid,
                          quality.unlikelihood, quality.garbage);
  }

  [[nodiscard]] nb::str Judge(const nb::str& text) const {
    const std::string_view utf8 = Utf8(text);
    char* error = nullptr;
    char* verdict = nullptr;
    {
      const nb::gil_scoped_release unlocked;
      verdict = bnlint_judge(checker_.get(), utf8.data(), utf8.size(), &error);
    }
    if (verdict == nullptr) Raise(error);
    const std::unique_ptr<char, decltype(&bnlint_free)> owned(verdict, bnlint_free);
    return nb::str(verdict);
  }

  [[nodiscard]] nb::str Rules() const {
    const std::unique_ptr<char, decltype(&bnlint_free)> rules(bnlint_rules(checker_.get()),
                                                              bnlint_free);
    return nb::str(rules ? rules.get() : "[]");
  }

  [[nodiscard]] nb::tuple CheckArrayCapsules(const nb::object& schema, const nb::object& array,
                                             const std::string& column, uint32_t fields,
                                             uint32_t threads) const {
    const auto* in_schema = PointerIn<ArrowSchema>(schema, "arrow_schema");
    const auto* in_array = PointerIn<ArrowArray>(array, "arrow_array");
    ArrowSchema out_schema{};
    ArrowArray out{};
    std::string failed;
    {
      const nb::gil_scoped_release unlocked;
      failed =
          CheckArray({checker_, column, fields, threads}, *in_schema, *in_array, &out_schema, &out);
    }
    if (!failed.empty()) throw nb::value_error(failed.c_str());
    return nb::make_tuple(Capsule(out_schema, "arrow_schema"), Capsule(out, "arrow_array"));
  }

  [[nodiscard]] nb::object CheckStreamCapsule(const nb::object& stream, const std::string& column,
                                              uint32_t fields, uint32_t threads) const {
    auto* input = PointerIn<ArrowArrayStream>(stream, "arrow_array_stream");
    const ArrowArrayStream taken = *input;
    input->release = nullptr;
    return Capsule(CheckStream({checker_, column, fields, threads}, taken), "arrow_array_stream");
  }

 private:
  SharedChecker checker_;
};

}  // namespace
}  // namespace bnlint::python

NB_MODULE(_core, module) {
  using bnlint::python::Core;
  module.doc() = "The engine of bnlint. Use the package's own functions.";
  module.attr("FINDINGS") = BNLINT_FINDINGS;
  module.attr("FIXED") = BNLINT_FIXED;
  module.attr("QUALITY") = BNLINT_QUALITY;
  module.attr("SIGNALS") = BNLINT_SIGNALS;
  module.attr("VERDICT") = BNLINT_VERDICT;
  module.def("signals", [] {
    const std::unique_ptr<char, decltype(&bnlint_free)> signals(bnlint_signals(), bnlint_free);
    return nb::str(signals ? signals.get() : "[]");
  });
  module.attr("version") = bnlint_version();
  nb::class_<Core>(module, "Core")
      .def(nb::init<const std::string&>(), nb::arg("options"))
      .def("check", &Core::Check, nb::arg("text"))
      .def("fix", &Core::Fix, nb::arg("text"))
      .def("score", &Core::Score, nb::arg("text"))
      .def("judge", &Core::Judge, nb::arg("text"))
      .def("rules", &Core::Rules)
      .def("check_array", &Core::CheckArrayCapsules, nb::arg("schema"), nb::arg("array"),
           nb::arg("column"), nb::arg("fields"), nb::arg("threads"))
      .def("check_stream", &Core::CheckStreamCapsule, nb::arg("stream"), nb::arg("column"),
           nb::arg("fields"), nb::arg("threads"));
}
