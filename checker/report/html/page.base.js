// Builds the page from the JSON beside it: base, text, card, page.js, in that order. Whatever comes from a text becomes a text
// node, never markup.

const report = JSON.parse(document.getElementById("report").textContent);
const severities = ["error", "warning", "info"];
const state = { language: report.language, severities: new Set(severities), rules: new Set(report.rules.keys()) };
const at = (id) => document.getElementById(id);
const word = (key, ...values) => {
  const entry = words[state.language][key];
  return typeof entry === "function" ? entry(...values.map(digits)) : entry;
};
const digits = (value) => typeof value !== "number" ? value :
  state.language === "bn" ? String(value).replace(/\d/g, (d) => "০১২৩৪৫৬৭৮৯"[d]) : String(value);

// An element: make("p", {class: "a", text: "b"}, child …).
function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    if (key === "text") element.textContent = value;
    else if (key === "on") element.addEventListener("click", value);
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== undefined && child !== null));
  return element;
}

// ---- what there is ----

const findings = [];  // of all files, in order
for (const file of report.files) {
  file.first = findings.length;
  for (const finding of file.findings) {
    finding.index = findings.length;
    finding.file = file;
    finding.marks = [];
    findings.push(finding);
  }
}
const isOn = (finding) => state.severities.has(finding.severity) && state.rules.has(finding.rule);
