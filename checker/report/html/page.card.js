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
  else if (event.key === "n" && at("letters").checked) go(1);
  else if (event.key === "p" && at("letters").checked) go(-1);
  else return;
  event.preventDefault();
}
