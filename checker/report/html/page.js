// ---- filters ----

const bar = (count, most) => {
  const fill = make("i");
  fill.style.setProperty("--share", `${100 * count / Math.max(1, most)}%`);
  return make("span", { class: "bar", "aria-hidden": "true" }, count > 0 ? fill : undefined);
};

function filterItem(name, small, count, most, kind, set, value) {
  const box = make("input", { type: "checkbox" });
  box.checked = set.has(value);
  const label = make("label", {}, box, make("span", {}, name, small), make("span", { class: "count", text: digits(count) }), bar(count, most));
  const item = make("li", { class: kind }, label);
  const sync = () => item.classList.toggle("off", !box.checked);
  box.addEventListener("change", () => {
    if (box.checked) set.add(value); else set.delete(value);
    sync();
    applyFilter();
  });
  sync();
  return item;
}

const fewRules = 12;
let allRules = false;

function buildFilters() {
  const { summary } = report;
  const counts = { error: summary.errors, warning: summary.warnings, info: summary.infos };
  const most = Math.max(...Object.values(counts));
  at("severities").replaceChildren(...severities.map((severity) => filterItem(
    make("span", { class: "severity", text: word(severity) }), undefined, counts[severity], most, severity, state.severities, severity)));
  const sorted = [...summary.rules].sort((a, b) => b.count - a.count || report.rules[a.rule].id.localeCompare(report.rules[b.rule].id));
  at("rules").replaceChildren(...sorted.slice(0, allRules ? undefined : fewRules).map(({ rule, count }) => {
    const { id, name, severity } = report.rules[rule];
    return filterItem(report.rules[rule][state.language].message, make("small", { lang: "en", text: `${id} ${name}` }),
      count, sorted[0].count, severity, state.rules, rule);
  }));
  at("more-rules").hidden = allRules || sorted.length <= fewRules;
  at("more-rules").textContent = word("moreRules", sorted.length - fewRules);
  const countOf = (file) => file.findings.length + file.more;
  const mostInFile = Math.max(1, ...report.files.map(countOf));
  at("file-list").hidden = report.files.length < 2;
  at("file-list").querySelector("ul").replaceChildren(...report.files.map((file) => make("li", {},
    make("a", { href: `#file-${file.first}` }, file.path, make("span", { class: "count", text: digits(countOf(file)) }),
      bar(countOf(file), mostInFile)))));
}

function applyFilter() {
  closeCard();
  stops = [];
  for (const mark of allMarks) {
    const { element, findings: own, starts } = mark;
    const shown = own.filter(isOn);
    const begins = starts.filter(isOn);
    const worst = severities.find((severity) => shown.some((finding) => finding.severity === severity));
    const look = [worst ? "on" : "", worst, ...begins.map((finding) => finding.index)].join(" ");
    if (begins.length > 0) stops.push(mark);
    if (mark.look === look) continue;
    mark.look = look;
    element.classList.remove("on", ...severities);
    if (worst) element.classList.add("on", worst);
    for (const name of ["tabindex", "role", "aria-expanded", "aria-describedby", "aria-label"]) element.removeAttribute(name);
    if (begins.length === 0) continue;
    element.tabIndex = 0;
    element.setAttribute("role", "button");
    element.setAttribute("aria-expanded", "false");
    element.setAttribute("aria-describedby", begins.map((finding) => `note-${finding.index}`).join(" "));
    if (element.textContent.trim() === "") element.setAttribute("aria-label", begins[0].excerpt);
  }
  for (const row of rows) {
    if (row.marks.length === 0) continue;
    row.element.classList.toggle("has", row.marks.some((mark) => mark.findings.some(isOn)));
    for (const finding of row.starts) finding.note.hidden = !isOn(finding);
  }
  const shown = findings.filter(isOn).length;
  at("status").textContent = findings.length > 0 ? word("showing", shown, findings.length) : "";
  at("pager").hidden = stops.length === 0;
  showPosition();
}

// ---- the language ----

function leadText() {
  const { summary } = report;
  const found = [["errors", summary.errors], ["warnings", summary.warnings], ["infos", summary.infos]]
    .filter(([, count]) => count > 0).map(([key, count]) => word(key, count));
  if (found.length === 0) return word("clean", summary.files);
  const list = found.length > 1 ? found.slice(0, -1).join(", ") + word("and") + found.at(-1) : found[0];
  const counted = summary.files > 0 ? word("inFiles", list, summary.files) : list;
  return counted + (summary.fixable > 0 ? ` ${word("fixable", summary.fixable)}` : "");
}

function speak(language) {
  state.language = language;
  document.documentElement.lang = language;
  document.title = `${word("title")} – bnlint`;
  for (const element of document.querySelectorAll("[data-word]")) {
    if (element.dataset.word !== "keys") element.textContent = word(element.dataset.word);
  }
  for (const element of document.querySelectorAll("[data-label]")) element.setAttribute("aria-label", word(element.dataset.label));
  document.querySelector(".keys").replaceChildren(...word("keys").flatMap(([key, does]) => [make("kbd", { text: key }), ` ${does}  `]));
  for (const code of ["bn", "en"]) at(`to-${code}`).setAttribute("aria-pressed", String(code === language));
  at("lead").textContent = leadText();
  showTheme();
  for (const { element, line } of rows) element.setAttribute("data-line", digits(line));
  for (const gap of document.querySelectorAll(".gap")) gap.textContent = word("skipped", Number(gap.dataset.skipped));
  for (const finding of findings) finding.marks.at(-1)?.element.setAttribute("data-number", digits(finding.index + 1));
  for (const file of report.files) {
    file.count.textContent = word("number", file.findings.length + file.more);
    const about = [file.shows === "whole" ? "" : word(file.shows), file.more > 0 ? word("more", file.more) : ""].filter(Boolean);
    if (file.findings.length === 0) about.shift();
    file.about.hidden = about.length === 0;
    file.about.textContent = about.join(" ");
  }
  if (report.files.length === 0) at("files").replaceChildren(make("p", { class: "clean", text: word("clean", report.summary.files) }));
  for (const { notes, starts } of rows) {
    if (!notes) continue;
    for (const finding of starts) finding.note = noteOf(finding);
    notes.replaceChildren(...starts.map((finding) => finding.note));
  }
  buildFilters();
  applyFilter();
}

// ---- light and dark ----

function isDark() {
  return (document.documentElement.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
}
function showTheme() { at("theme").textContent = word(isDark() ? "light" : "dark"); }

// ---- begin ----

if (report.failures.length > 0) {
  at("failures").hidden = false;
  at("failures").append(...report.failures.map((text) => make("p", { text })));
}
buildText();
listenToText();
if (report.files.length === 0) at("panel").hidden = true;
if (isNarrow()) at("panel").open = false;
speak(state.language);
for (const code of ["bn", "en"]) at(`to-${code}`).addEventListener("click", () => speak(code));
at("theme").addEventListener("click", () => { document.documentElement.dataset.theme = isDark() ? "light" : "dark"; showTheme(); });
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", showTheme);
at("print").addEventListener("click", () => print());
at("only").addEventListener("change", (event) => document.body.classList.toggle("only", event.target.checked));
at("notes").addEventListener("change", (event) => document.body.classList.toggle("notes", event.target.checked));
at("more-rules").addEventListener("click", () => { allRules = true; buildFilters(); });
at("all").addEventListener("click", () => { state.rules = new Set(report.rules.keys()); buildFilters(); applyFilter(); });
at("none").addEventListener("click", () => { state.rules.clear(); buildFilters(); applyFilter(); });
at("previous").addEventListener("click", () => go(-1));
at("next").addEventListener("click", () => go(1));
document.addEventListener("keydown", onKey);
