#pragma once

#include <string>
#include <string_view>

#include "base/span.h"
#include "formats/flow.h"
#include "text/document.h"
#include "text/source.h"

namespace bnlint {

/// The attributes of an element. Valid during the call that gives them.
class XmlAttributes {
 public:
  explicit XmlAttributes(const char* const* pairs) : pairs_(pairs) {}
  /// Decoded; empty when there is none of that name, prefix included.
  [[nodiscard]] std::string_view Get(std::string_view name) const;
  /// … whatever its prefix.
  [[nodiscard]] std::string_view GetLocal(std::string_view name) const;

 private:
  const char* const* pairs_;
};

/// A stretch of character data.
struct XmlText {
  std::string_view bytes;  ///< decoded
  Span place;              ///< from the start of the block
  bool verbatim = true;    ///< the same bytes stand there
  bool decoded = false;    ///< a reference to just this character stands there
  bool cdata = false;      ///< in a CDATA section, where nothing is escaped
};

/// Reads a block of XML from its beginning, with the exact place of everything. Derived classes say what is prose. What is not
/// well-formed, or not in UTF-8, becomes Document::error; what came before it is kept. Comments to bnlint become
/// Document::directives. Linear time. Not thread-safe.
class XmlReader {
 public:
  XmlReader(const Source& block, Document& document) : block_(block), document_(document) {}
  XmlReader(const XmlReader&) = delete;
  XmlReader& operator=(const XmlReader&) = delete;
  virtual ~XmlReader() = default;

  void Read();

 protected:
  /// `name` without its prefix.
  virtual void Open(std::string_view name, const XmlAttributes& attributes, Span tag) = 0;
  virtual void Close(std::string_view name, Span tag) = 0;
  virtual void Text(const XmlText& text) = 0;
  virtual void Finish() {}
  /// Ends the reading early; no error.
  void Stop();

  /// Adds what Text was given.
  static void AddTo(Flow& flow, const XmlText& text);

  /// The prefix of the element that opens or closes; empty when it has none.
  [[nodiscard]] std::string_view prefix() const { return prefix_; }
  [[nodiscard]] std::string_view all() const { return block_.bytes; }
  [[nodiscard]] const Source& block() const { return block_; }
  [[nodiscard]] Document& document() { return document_; }

 private:
  friend struct XmlEvents;
  const Source& block_;
  Document& document_;
  void* parser_ = nullptr;
  std::string_view prefix_;
  bool stopped_ = false;
  bool cdata_ = false;
};

/// The name of the root element without its prefix; empty when no element begins within the first 64 KiB.
std::string XmlRootOf(const Source& block);

}  // namespace bnlint
