#include "formats/latex_commands.h"

#include <unordered_map>
#include <unordered_set>

namespace bnlint {
namespace {

using Names = std::unordered_set<std::string_view>;

std::string_view WithoutStar(std::string_view name) {
  if (name.ends_with('*')) name.remove_suffix(1);
  return name;
}

}  // namespace

const LatexCommand* FindLatexCommand(std::string_view name) {
  static const std::unordered_map<std::string_view, LatexCommand> commands = {
      // Headings and notes.
      {"part", {"h"}},
      {"chapter", {"h"}},
      {"section", {"h"}},
      {"subsection", {"h"}},
      {"subsubsection", {"h"}},
      {"paragraph", {"h"}},
      {"subparagraph", {"h"}},
      {"title", {"h"}},
      {"subtitle", {"h"}},
      {"author", {"h"}},
      {"date", {"h"}},
      {"caption", {"h"}},
      {"captionof", {"-h"}},
      {"frametitle", {"h"}},
      {"framesubtitle", {"h"}},
      {"footnote", {"n"}},
      {"footnotetext", {"n"}},
      {"thanks", {"n"}},
      {"marginpar", {"n"}},
      {"endnote", {"n"}},
      // Something stands there.
      {"ref", {"-", true}},
      {"eqref", {"-", true}},
      {"pageref", {"-", true}},
      {"autoref", {"-", true}},
      {"nameref", {"-", true}},
      {"cref", {"-", true}},
      {"Cref", {"-", true}},
      {"vref", {"-", true}},
      {"cite", {"-", true}},
      {"citep", {"-", true}},
      {"citet", {"-", true}},
      {"citeauthor", {"-", true}},
      {"citeyear", {"-", true}},
      {"autocite", {"-", true}},
      {"parencite", {"-", true}},
      {"textcite", {"-", true}},
      {"footcite", {"-", true}},
      {"url", {"-", true}},
      {"path", {"-", true}},
      {"nolinkurl", {"-", true}},
      {"texttt", {"-", true}},
      {"code", {"-", true}},
      {"includegraphics", {"-", true}},
      {"ensuremath", {"-", true}},
      {"SI", {"--", true}},
      {"si", {"-", true}},
      {"num", {"-", true}},
      {"qty", {"--", true}},
      {"ce", {"-", true}},
      {"gls", {"-", true}},
      {"Gls", {"-", true}},
      {"glspl", {"-", true}},
      {"ac", {"-", true}},
      {"textenglish", {"-", true}},
      {"texthindi", {"-", true}},
      {"textsanskrit", {"-", true}},
      {"textarabic", {"-", true}},
      {"tikz", {"-", true}},
      {"qrcode", {"-", true}},
      {"LaTeX", {"", true}},
      {"TeX", {"", true}},
      {"XeLaTeX", {"", true}},
      {"ldots", {"", true}},
      {"dots", {"", true}},
      {"today", {"", true}},
      {"thepage", {"", true}},
      // Nothing does.
      {"label", {"-"}},
      {"index", {"-"}},
      {"nocite", {"-"}},
      {"bibliography", {"-"}},
      {"bibliographystyle", {"-"}},
      {"addbibresource", {"-"}},
      {"input", {"-"}},
      {"include", {"-"}},
      {"includeonly", {"-"}},
      {"usepackage", {"-"}},
      {"RequirePackage", {"-"}},
      {"documentclass", {"-"}},
      {"usetheme", {"-"}},
      {"usetikzlibrary", {"-"}},
      {"newcommand", {"--"}},
      {"renewcommand", {"--"}},
      {"providecommand", {"--"}},
      {"DeclareMathOperator", {"--"}},
      {"newenvironment", {"---"}},
      {"renewenvironment", {"---"}},
      {"newtheorem", {"--"}},
      {"newcounter", {"-"}},
      {"setcounter", {"--"}},
      {"addtocounter", {"--"}},
      {"stepcounter", {"-"}},
      {"refstepcounter", {"-"}},
      {"newlength", {"-"}},
      {"setlength", {"--"}},
      {"addtolength", {"--"}},
      {"vspace", {"-"}},
      {"hspace", {"-"}},
      {"vphantom", {"-"}},
      {"hphantom", {"-"}},
      {"phantom", {"-"}},
      {"hypersetup", {"-"}},
      {"geometry", {"-"}},
      {"graphicspath", {"-"}},
      {"pagestyle", {"-"}},
      {"thispagestyle", {"-"}},
      {"pagenumbering", {"-"}},
      {"definecolor", {"---"}},
      {"color", {"-"}},
      {"pagecolor", {"-"}},
      {"fontsize", {"--"}},
      {"setmainfont", {"-"}},
      {"setsansfont", {"-"}},
      {"setmonofont", {"-"}},
      {"newfontfamily", {"--"}},
      {"fontspec", {"-"}},
      {"setmainlanguage", {"-"}},
      {"setdefaultlanguage", {"-"}},
      {"setotherlanguage", {"-"}},
      {"setotherlanguages", {"-"}},
      {"selectlanguage", {"-"}},
      {"rule", {"--"}},
      {"bibitem", {"-"}},
      {"hyperlink", {"-t"}},
      {"hypertarget", {"-t"}},
      {"newacronym", {"---"}},
      {"newglossaryentry", {"--"}},
      {"addcontentsline", {"---"}},
      {"cline", {"-"}},
      {"cmidrule", {"-"}},
      {"hyphenation", {"-"}},
      {"lstset", {"-"}},
      {"newline", {""}},
      {"linespread", {"-"}},
      {"renewbibmacro", {"--"}},
      // Text behind what is none.
      {"href", {"-t"}},
      {"textcolor", {"-t"}},
      {"colorbox", {"-t"}},
      {"fcolorbox", {"--t"}},
      {"parbox", {"-t"}},
      {"makebox", {"t"}},
      {"raisebox", {"-t"}},
      {"scalebox", {"-t"}},
      {"resizebox", {"--t"}},
      {"multicolumn", {"--t"}},
      {"multirow", {"--t"}},
      {"foreignlanguage", {"lt"}},
      {"rotatebox", {"-t"}}};
  const auto found = commands.find(WithoutStar(name));
  return found == commands.end() ? nullptr : &found->second;
}

LatexEnvironment FindLatexEnvironment(std::string_view name) {
  static const Names raw = {"verbatim", "Verbatim",     "lstlisting", "minted",      "equation",
                            "align",    "alignat",      "gather",     "multline",    "eqnarray",
                            "math",     "displaymath",  "flalign",    "tikzpicture", "comment",
                            "picture",  "filecontents", "split",      "array",       "pmatrix",
                            "bmatrix",  "cases",        "algorithm",  "algorithmic", "pgfpicture",
                            "code"};
  static const Names lists = {"itemize", "enumerate", "description", "thebibliography",
                              "compactitem"};
  static const Names tables = {"tabular", "tabularx",     "tabulary", "longtable",
                               "tabu",    "supertabular", "xltabular"};
  static const Names foreign = {"english",  "hindi",  "sanskrit", "arabic",
                                "assamese", "french", "german",   "urdu"};
  name = WithoutStar(name);
  if (raw.contains(name)) return LatexEnvironment::kRaw;
  if (lists.contains(name)) return LatexEnvironment::kList;
  if (tables.contains(name)) return LatexEnvironment::kTable;
  if (foreign.contains(name)) return LatexEnvironment::kForeign;
  if (name == "quote" || name == "quotation" || name == "verse") return LatexEnvironment::kQuote;
  return LatexEnvironment::kText;
}

int LatexEnvironmentArguments(std::string_view name) {
  static const Names two = {"tabularx", "tabulary", "xltabular"};
  static const Names one = {
      "tabular",   "longtable",       "tabu",          "supertabular", "minipage",
      "multicols", "thebibliography", "otherlanguage", "wrapfigure",   "tabular*"};
  if (name == "tabular*" || two.contains(WithoutStar(name))) return 2;
  if (name == "wrapfigure") return 2;
  return one.contains(WithoutStar(name)) ? 1 : 0;
}

bool IsLatexBengali(std::string_view language) {
  return language == "bengali" || language == "bangla" || language == "bn";
}

}  // namespace bnlint
