// Builds the page from the JSON beside it. Whatever comes from a text becomes a text node, never markup.

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

// ---- the text ----

const allMarks = [];
let rows = [];

function markOf(file, piece) {
  const own = piece.findings.map((index) => findings[file.first + index]);
  const element = make("mark", { class: piece.text === "" ? "missing" : piece.unseen ? "unseen" : undefined, text: piece.text });
  const mark = { element, findings: own, starts: own.filter((finding) => finding.marks.length === 0) };
  for (const finding of own) finding.marks.push(mark);
  element.mark = mark;
  allMarks.push(mark);
  return mark;
}

function rowOf(file, row) {
  if (row.line === undefined) return make("p", { class: "gap", "data-skipped": row.skipped });
  const prose = make("span", { class: "prose", lang: "bn" });
  if (row.cutBefore) prose.append("…");
  const marks = [];
  for (const piece of row.pieces) {
    if (typeof piece === "string") { prose.append(piece); continue; }
    marks.push(markOf(file, piece));
    prose.append(marks.at(-1).element);
  }
  if (row.cutAfter) prose.append("…");
  const element = make("div", { class: "row" }, prose);
  const starts = marks.flatMap((mark) => mark.starts);
  const notes = starts.length > 0 ? make("ol", { class: "listed" }) : undefined;
  if (notes) element.append(notes);
  rows.push({ element, line: row.line, marks, starts, notes });
  return element;
}

function buildText() {
  const files = at("files");
  for (const file of report.files) {
    file.count = make("span");
    file.about = make("p", { class: "about", hidden: true });
    file.element = make("section", { class: "file", id: `file-${file.first}` },
      make("h2", {}, make("span", { text: file.path }), file.count), file.about);
    const box = make("div", { class: file.rows.length > 400 ? "rows many" : "rows" });
    box.append(...file.rows.map((row) => rowOf(file, row)));
    if (file.rows.length > 0) file.element.append(box);
    files.append(file.element);
  }
  for (const finding of findings) finding.marks.at(-1)?.element.setAttribute("data-number", finding.index + 1);
}

// ---- one finding in words ----

// What is there → what should be.
function fixOf(fix) {
  const removed = fix.removed ? make("del", { lang: "bn", text: fix.removed }) : undefined;
  const added = fix.added || !removed ? make("ins", { lang: "bn", text: fix.added || "∅" }) : undefined;
  const arrow = make("span", { class: "arrow", role: "img", "aria-label": word("becomes"), text: "→" });
  return [removed, " ", arrow, " ", added ?? make("ins", { text: "∅" })].filter((part) => part !== undefined);
}

function noteOf(finding) {
  return make("li", { class: finding.severity, id: `note-${finding.index}` },
    make("span", { class: "number", text: `${digits(finding.index + 1)} ` }),
    make("span", { class: "word", text: `${word(finding.severity)}: ` }),
    `${finding.message[state.language]} `, finding.fixes ? make("br") : undefined,
    ...(finding.fixes ?? []).slice(0, 1).flatMap(fixOf));
}

// The little of Markdown that rules use: paragraphs, **strong** and `code`.
function prose(text) {
  return text.trim().split(/\n\s*\n/).map((paragraph) => {
    const element = make("p");
    for (const part of paragraph.replace(/\s*\n\s*/g, " ").split(/(`[^`]+`|\*\*[^*]+\*\*)/)) {
      if (part.startsWith("`") && part.length > 2) element.append(make("code", { text: part.slice(1, -1) }));
      else if (part.startsWith("**") && part.length > 4) element.append(make("strong", { text: part.slice(2, -2) }));
      else element.append(part);
    }
    return element;
  });
}

function detailsOf(finding) {
  const rule = report.rules[finding.rule];
  const where = finding.page ? word("page", finding.page.page, finding.page.line) : word("line", finding.line);
  const box = make("section", { class: `finding ${finding.severity}` },
    make("p", { class: "kind" }, make("span", { class: "word", text: word(finding.severity) }),
      make("span", { text: where }), make("span", { lang: "en", text: `${rule.id} ${rule.name}` })),
    make("p", { class: "message", text: finding.message[state.language] }));
  if (finding.names) box.append(make("p", { class: "names", text: finding.names[state.language] }));
  for (const [index, fix] of (finding.fixes ?? []).entries()) {
    if (index === 0 || fix.safety !== finding.fixes[index - 1].safety) {
      box.append(make("div", { class: "fixes" }, make("h3", { text: word(fix.safety) })));
    }
    box.lastElementChild.append(make("p", {}, ...fixOf(fix)));
  }
  if (finding.related) {
    const places = finding.related.map((place) => `${word("line", place.line)} «${place.text}»`);
    if (finding.moreRelated) places.push(word("moreRelated", finding.moreRelated));
    box.append(make("p", { class: "also", text: `${word("also")}: ${places.join(", ")}` }));
  }
  box.append(make("details", {}, make("summary", { text: word("why") }), ...prose(rule[state.language].why)));
  return box;
}

// ---- the card ----

const card = at("card");
let current = null;   // the mark whose card is open
let pinned = false;   // by a click or a key; otherwise it goes when the pointer goes
let timer = 0;

function light(mark, on) {
  for (const finding of mark?.findings ?? []) {
    for (const other of finding.marks) other.element.classList.toggle("lit", on && isOn(finding));
  }
}

function openCard(mark, pin) {
  clearTimeout(timer);
  const shown = mark.findings.filter(isOn);
  if (shown.length === 0) return;
  if (current !== mark) {
    closeCard();
    current = mark;
    card.replaceChildren(
      make("button", { class: "close", type: "button", "aria-label": word("close"), text: "×", on: () => closeCard(true) }),
      ...shown.map(detailsOf));
    card.setAttribute("aria-label", shown[0].message[state.language]);
    card.hidden = false;
    card.scrollTop = 0;
    light(mark, true);
    mark.element.setAttribute("aria-expanded", "true");
    placeCard(mark);
    showPosition();
  }
  pinned = pin || pinned;
}

const isNarrow = () => matchMedia("screen and (max-width: 54rem)").matches;

function placeCard(mark) {
  if (isNarrow()) {
    // The card lies over the lower part of the screen.
    const hidden = mark.element.getBoundingClientRect().bottom + 12 - card.getBoundingClientRect().top;
    if (hidden > 0) scrollBy({ top: hidden, behavior: "instant" });
    return;
  }
  const box = mark.element.getClientRects()[0] ?? mark.element.getBoundingClientRect();
  const width = card.offsetWidth;
  const height = card.offsetHeight;
  const below = box.bottom + 8 + height < innerHeight || box.top - 8 - height < 0;
  card.style.left = `${Math.max(16, Math.min(box.left + scrollX, scrollX + document.documentElement.clientWidth - width - 16))}px`;
  card.style.top = `${(below ? box.bottom + 8 : box.top - 8 - height) + scrollY}px`;
}

function closeCard(giveFocusBack = false) {
  clearTimeout(timer);
  if (!current) return;
  const { element } = current;
  const inside = card.contains(document.activeElement);
  light(current, false);
  element.setAttribute("aria-expanded", "false");
  current = null;
  pinned = false;
  card.hidden = true;
  if (giveFocusBack && inside) { quiet = true; element.focus({ preventScroll: true }); quiet = false; }
}
let quiet = false;  // a focus that opens no card

const markAt = (target) => target.closest?.("mark.on")?.mark;

function listenToText() {
  const files = at("files");
  files.addEventListener("pointerover", (event) => {
    const mark = event.pointerType === "mouse" && markAt(event.target);
    if (!mark || pinned) return;
    clearTimeout(timer);
    timer = setTimeout(() => openCard(mark, false), 120);
  });
  const leave = (event) => {
    if (pinned || event.pointerType !== "mouse") return;
    clearTimeout(timer);
    timer = setTimeout(() => closeCard(), 220);
  };
  files.addEventListener("pointerout", (event) => { if (markAt(event.target)) leave(event); });
  card.addEventListener("pointerenter", () => clearTimeout(timer));
  card.addEventListener("pointerleave", leave);
  files.addEventListener("click", (event) => {
    const mark = markAt(event.target);
    if (mark) openCard(mark, true);
  });
  files.addEventListener("focusin", (event) => {
    const mark = markAt(event.target);
    if (mark && !quiet) openCard(mark, true);
  });
  document.addEventListener("pointerdown", (event) => {
    if (!card.contains(event.target) && !markAt(event.target) && !at("pager").contains(event.target)) closeCard();
  });
  addEventListener("resize", () => current && placeCard(current));
}

// ---- from finding to finding ----

let stops = [];  // marks at which a shown finding begins

function go(step) {
  if (stops.length === 0) return;
  let index = stops.indexOf(current ?? document.activeElement?.mark);
  if (index < 0) {
    // From where the reader is.
    const next = stops.findIndex((mark) => mark.element.getBoundingClientRect().top > 70);
    index = step > 0 ? (next < 0 ? 0 : next) : (next <= 0 ? stops.length - 1 : next - 1);
  } else {
    index = (index + step + stops.length) % stops.length;
  }
  const mark = stops[index];
  closeCard();
  mark.element.scrollIntoView({ block: isNarrow() ? "start" : "center", behavior: "instant" });
  mark.element.focus({ preventScroll: true });
  openCard(mark, true);
}

function showPosition() {
  const index = stops.indexOf(current);
  at("position").textContent = index < 0 ? word("number", stops.length) : word("position", index + 1, stops.length);
}

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const mark = document.activeElement?.mark;
  if (event.key === "Escape") closeCard(true);
  else if ((event.key === "Enter" || event.key === " ") && mark) { openCard(mark, true); card.focus(); }
  else if (event.key === "n") go(1);
  else if (event.key === "p") go(-1);
  else return;
  event.preventDefault();
}

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
