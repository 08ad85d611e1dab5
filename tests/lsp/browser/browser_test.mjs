// A person in a browser: browser_test.mjs BNLINT BUILT PROFILE. Run where the packages are installed.

import assert from "node:assert/strict";
import path from "node:path";
import {chromium} from "playwright-core";
import {serve} from "./serve.mjs";

const [program, built, profile] = process.argv.slice(2);
const site = await serve(program, path.join(built, "page.js"));
const browser = await chromium.launchPersistentContext(profile, {
  executablePath: "/usr/bin/chromium", headless: true, viewport: {width: 900, height: 420},
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]});
try {
  const page = await browser.newPage();
  page.on("pageerror", (error) => console.log("page:", error));
  await page.goto(`http://127.0.0.1:${site.port}/`);
  const errors = page.locator(".cm-lintRange-error");
  await page.waitForFunction(() => document.querySelectorAll(".cm-lintRange-error").length === 2, null, {timeout: 60000});
  assert.deepEqual(await errors.allTextContents(), ["স", "XNUMX"]);

  // What the rule says, under the pointer.
  await errors.nth(1).hover();
  await page.locator(".cm-tooltip", {hasText: "a number was left as the placeholder XNUMX"}).first().waitFor();
  await page.screenshot({path: path.join(built, "hover.png")});
  await page.mouse.move(890, 410);

  // A code action mends the text.
  const title = await page.evaluate(() => window.bnlint.mend("সবাই"));
  assert.equal(title, "«এলেন।সবাই» → «এলেন। সবাই»");
  await page.waitForFunction(() => document.querySelectorAll(".cm-lintRange-error").length === 1, null, {timeout: 60000});
  assert.match(await page.locator(".cm-content").innerText(), /এলেন। সবাই বসল।/);

  // Typing makes a finding, in the line below an emoji.
  await page.locator(".cm-content").click();
  await page.keyboard.press("Control+End");
  await page.keyboard.insertText("কে এল?কেউ না।আর কেউ?");
  await page.waitForFunction(() => document.querySelectorAll(".cm-lintRange-error").length === 2, null, {timeout: 60000});
  await page.screenshot({path: path.join(built, "typed.png")});
  assert.equal((await errors.allTextContents()).at(-1), "আ");
  console.log("the browser's editor: found, explained, mended, found again");
} finally {
  await browser.close();
  site.close();
}
