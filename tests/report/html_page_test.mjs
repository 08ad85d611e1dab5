// usage: node html_page_test.mjs NODE_MODULES CHROMIUM PAGES SCREENSHOTS
// Looks at the pages that html_page_test.py made, as a reader would: with mouse, keyboard, phone and printer.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [modules, executablePath, pages, shots] = process.argv.slice(2);
const require = createRequire(`${modules}/`);
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

// Playwright gives each launch a fresh user data directory.
const browser = await chromium.launch({
  executablePath,
  args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync"],
});
const desktop = { width: 1280, height: 900 };
const phone = { viewport: { width: 375, height: 740 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };

async function open(name, options = {}) {
  // The page forbids what it does not need; axe has to get past that, the tests of the page itself must not.
  const context = await browser.newContext({ viewport: desktop, ...options });
  const page = await context.newPage();
  const trouble = [];
  page.on("pageerror", (error) => trouble.push(String(error)));
  page.on("console", (message) => { if (message.type() === "error") trouble.push(message.text()); });
  page.on("request", (request) => { if (!request.url().startsWith("file:") && !request.url().startsWith("data:")) trouble.push(request.url()); });
  const begin = Date.now();
  await page.goto(pathToFileURL(`${pages}/${name}.html`).href);
  page.took = Date.now() - begin;
  page.end = async () => {
    assert.deepEqual(trouble, [], name);
    await context.close();
  };
  return page;
}

const shoot = (page, name, options = {}) => page.screenshot({ path: `${shots}/${name}.png`, ...options });
const lit = (page) => page.locator("mark.on").count();
const stops = (page) => page.locator("mark.on[tabindex='0']").count();

async function accessible(page, what) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run(document, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  }));
  assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.slice(0, 4).map((node) => `${node.html} ${node.failureSummary}`)]), [], what);
}

const tests = {
  async "the text stands there as it was, with a mark on each finding"() {
    const page = await open("article");
    const lines = await page.locator(".prose").allTextContents();
    assert.ok(lines.some((line) => line === "তিনি বলেছিলেন, প্রকৌশলী সুরেশকে সবাই ভরসা করে।"), lines.join("\n"));
    const data = await page.evaluate(() => report);
    const all = data.files.reduce((sum, file) => sum + file.findings.length, 0);
    assert.ok(all >= 10, `${all} findings`);
    assert.equal(await page.locator("#files .listed li").count(), all);
    assert.match(await page.locator("#status").textContent(), /টি সমস্যার সব/);
    assert.match(await page.locator("#lead").textContent(), /২টি ফাইলে .*ত্রুটি/);
    assert.equal(await page.locator("#file-list li").count(), 2);
    await shoot(page, "desktop", { fullPage: true });
    await page.end();
  },
  async "the pointer opens and shuts the card"() {
    const page = await open("article");
    await page.locator("mark.on.error").first().hover();
    await page.locator("#card:not([hidden])").waitFor();
    assert.ok((await page.locator("#card .message").first().textContent()).length > 5);
    await page.locator("mark.on.error").nth(1).hover();
    await page.locator("#card .fixes ins").first().waitFor();
    const box = await page.locator("#card").boundingBox();
    assert.ok(box.x >= 0 && box.x + box.width <= desktop.width && box.y >= 0 && box.y + box.height <= desktop.height + 1, JSON.stringify(box));
    await shoot(page, "card");
    await page.mouse.move(5, 5);
    await page.locator("#card").waitFor({ state: "hidden" });
    await page.locator("mark.on").first().click();
    await page.mouse.move(5, 5);
    await page.waitForTimeout(400);
    assert.equal(await page.locator("#card").isVisible(), true, "a click pins it");
    await page.mouse.click(700, 20);
    assert.equal(await page.locator("#card").isVisible(), false);
    await page.end();
  },
  async "the keyboard goes everywhere"() {
    const page = await open("article");
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.tagName), "MARK");
    assert.equal(await page.locator("#card").isVisible(), true);
    const first = await page.locator("#card .message").first().textContent();
    await page.keyboard.press("n");
    assert.notEqual(await page.locator("#card .message").first().textContent(), first);
    await page.keyboard.press("p");
    assert.equal(await page.locator("#card .message").first().textContent(), first);
    assert.match(await page.locator("#position").textContent(), /^১ \/ /);
    await page.locator("#letters").evaluate((box) => box.click());
    await page.keyboard.press("n");
    assert.match(await page.locator("#position").textContent(), /^১ \/ /, "letters can be switched off");
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement.id), "card");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.tagName), "SUMMARY");
    await page.keyboard.press("Enter");
    assert.equal(await page.locator("#card details[open]").count(), 1, "why? opens by key");
    await page.keyboard.press("Escape");
    assert.equal(await page.locator("#card").isVisible(), false);
    assert.equal(await page.evaluate(() => document.activeElement.tagName), "MARK", "focus comes back");
    const described = await page.evaluate(() => document.activeElement.getAttribute("aria-describedby"));
    assert.ok(described && await page.evaluate((id) => document.getElementById(id)?.textContent.length > 5, described.split(" ")[0]));
    await page.end();
  },
  async "filters by severity and by rule"() {
    const page = await open("article");
    const all = await lit(page);
    await page.locator("#severities input").nth(1).uncheck();
    const without = await lit(page);
    assert.ok(without < all && without > 0);
    assert.equal(await page.locator("mark.on.warning").count(), 0);
    assert.match(await page.locator("#status").textContent(), /^[০-৯]+টির মধ্যে [০-৯]+টি/);
    await page.locator("#severities input").nth(1).check();
    assert.equal(await lit(page), all);
    await page.locator("#none").click();
    assert.equal(await lit(page), 0);
    assert.equal(await page.locator("#pager").isVisible(), false);
    await page.locator("#rules li", { hasText: "number-mask" }).locator("input").check();
    assert.equal(await stops(page), 2);
    await page.locator("#only").check();
    assert.equal(await page.locator(".row:visible").count(), 2);
    await shoot(page, "filtered");
    await page.locator("#all").click();
    assert.equal(await lit(page), all);
    await page.locator("#notes").check();
    assert.ok(await page.locator(".listed li").first().isVisible());
    await shoot(page, "notes", { fullPage: true });
    await page.end();
  },
  async "both languages"() {
    const page = await open("article");
    const before = await page.locator("#rules label").allTextContents();
    await page.locator("#to-en").click();
    assert.equal(await page.evaluate(() => document.documentElement.lang), "en");
    assert.equal(await page.locator("h1").textContent(), "Text check");
    assert.match(await page.locator("#lead").textContent(), /errors?, .* in 2 files\./);
    assert.notDeepEqual(await page.locator("#rules label").allTextContents(), before);
    assert.equal(await page.locator(".row").first().getAttribute("data-line"), "1");
    await page.locator("#to-bn").click();
    assert.deepEqual(await page.locator("#rules label").allTextContents(), before);
    assert.equal(await page.locator(".row").first().getAttribute("data-line"), "১");
    await page.end();
    const english = await open("english");
    assert.equal(await english.locator("h1").textContent(), "Text check");
    await english.locator("mark.on.error").nth(1).click();
    await shoot(english, "english");
    await english.end();
  },
  async "light and dark"() {
    const ground = (page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const page = await open("article", { colorScheme: "dark" });
    const dark = await ground(page);
    await page.locator("mark.on.warning").first().click();
    await shoot(page, "dark");
    await page.locator("#theme").click();
    const light = await ground(page);
    assert.notEqual(light, dark);
    await page.emulateMedia({ colorScheme: "light" });
    assert.equal(await ground(page), light);
    await page.locator("#theme").click();
    assert.equal(await ground(page), dark);
    await page.end();
  },
  async "a phone"() {
    const page = await open("article", phone);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 375);
    assert.equal(await page.locator("#panel").getAttribute("open"), null, "filters are folded away");
    await shoot(page, "phone");
    await page.locator("mark.on.error").first().tap();
    const box = await page.locator("#card").boundingBox();
    assert.ok(Math.abs(box.y + box.height - 740) < 2 && box.width === 375, JSON.stringify(box));
    const mark = await page.locator("mark.on.lit").first().boundingBox();
    assert.ok(mark.y + mark.height <= box.y, "the card covers what it is about");
    await shoot(page, "phone-card");
    await page.locator("#next").tap();
    await page.waitForTimeout(100);
    assert.equal(await page.locator("#card").isVisible(), true);
    const next = await page.locator("mark.on.lit").first().boundingBox();
    assert.ok(next.y >= 0 && next.y + next.height <= (await page.locator("#card").boundingBox()).y, JSON.stringify(next));
    await page.locator(".card .close").tap();
    await page.locator("#panel summary").tap();
    await shoot(page, "phone-filters", { fullPage: true });
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 375);
    await page.end();
  },
  async "paper"() {
    const page = await open("article", { colorScheme: "dark" });
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.locator("aside").isVisible(), false);
    assert.equal(await page.locator("#pager").isVisible(), false);
    assert.ok(await page.locator(".listed li").first().isVisible(), "messages are printed");
    assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), "rgb(255, 255, 255)");
    await page.setViewportSize({ width: 720, height: 1000 });
    await shoot(page, "print", { fullPage: true });
    const pdf = await page.pdf({ path: `${shots}/print.pdf`, format: "A4", preferCSSPageSize: true });
    assert.ok(pdf.length > 5000);
    await page.end();
  },
  async "no text gets out of its place"() {
    const page = await open("evil");
    assert.equal(await page.evaluate(() => window.hacked), undefined);
    assert.equal(await page.locator("#files img, #files script, #file-list img").count(), 0);
    const lines = await page.locator(".prose").allTextContents();
    assert.ok(lines[0].startsWith("</script><script>window.hacked = 1</script>"), lines[0]);
    assert.ok(lines[1].includes("&lt;b&gt;"));
    for (const mark of await page.locator("mark.on[tabindex='0']").all()) {
      await mark.focus();
      assert.ok(await page.locator("#card").isVisible());
    }
    assert.equal(await page.evaluate(() => window.hacked), undefined);
    assert.equal(await page.locator("#card img, #card script").count(), 0);
    await shoot(page, "evil", { fullPage: true });
    await page.end();
  },
  async "a clean text"() {
    const page = await open("clean");
    assert.match(await page.locator(".clean").textContent(), /কোনো সমস্যা পাওয়া যায়নি/);
    assert.equal(await page.locator("#panel").isVisible(), false);
    await accessible(page, "clean");
    await shoot(page, "clean");
    await page.end();
  },
  async "megabytes and thousands of findings"() {
    const page = await open("big");
    const data = await page.evaluate(() => ({ shown: findings.length, shows: report.files[0].shows, rows: report.files[0].rows.length }));
    console.log(`   ${data.shown} findings on ${data.rows} rows, open after ${page.took} ms`);
    assert.ok(page.took < 60000);
    assert.ok(data.shown >= 3000 && data.shows === "parts");
    assert.equal(await page.locator(".about").isVisible(), true);
    const begin = Date.now();
    await page.locator("#severities input").first().uncheck();
    await page.locator("#to-en").click();
    console.log(`   filter and language after ${Date.now() - begin} ms`);
    assert.ok(Date.now() - begin < 60000);  // a second or two on a machine that is not busy
    await page.keyboard.press("n");
    await shoot(page, "big");
    await page.end();
  },
  async "axe finds nothing to object to"() {
    for (const [what, name, options] of [["light", "article", {}], ["dark", "english", { colorScheme: "dark" }], ["phone", "article", phone]]) {
      const page = await open(name, { bypassCSP: true, reducedMotion: "reduce", ...options });
      await accessible(page, what);
      await page.locator("#notes").evaluate((box) => box.click());
      await page.locator("mark.on.error").first().focus();
      await page.locator("#card details summary").first().click();
      await accessible(page, `${what}, with a card`);
      await page.end();
    }
  },
};

let failed = 0;
for (const [name, test] of Object.entries(tests)) {
  try {
    await test();
    console.log(`ok  ${name}`);
  } catch (error) {
    ++failed;
    console.log(`NOT ok  ${name}\n${error.stack}`);
  }
}
await browser.close();
process.exit(failed === 0 ? 0 : 1);
