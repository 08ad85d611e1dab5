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
