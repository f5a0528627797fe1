// usage: node check_page.cjs PAGE.html...            every page must be without fault
//        node check_page.cjs --expect FAULTY.html    every seeded fault must be found
//
// Opens pages in Chromium and checks what a reader depends on: accessibility (axe: WCAG 2.1 A and
// AA and best practices, on the page as shown, dark and in print), no request to anywhere, no
// script error, no sideways scrolling down to a width of 320 pixels (400% zoom), and a layout that
// can be read in wide and narrow windows and on paper: no broken words, nothing out of view.
// Modules come from NODE_PATH, the browser from CHROMIUM.
'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { pathToFileURL } = require('node:url');
const { chromium } = require('playwright-core');
const axeSource = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];
const looks = [
  { name: 'screen', media: { media: 'screen', colorScheme: 'light' } },
  { name: 'dark', media: { media: 'screen', colorScheme: 'dark' } },
  { name: 'print', media: { media: 'print', colorScheme: 'light' } },
];

// A wide window, a tablet, telephones, 400% zoom, and what A4 leaves between the page's margins.
const screen = { media: 'screen', colorScheme: 'light' };
const sheets = [
  ...[1200, 768, 480, 360, 320].map((width) => ({ name: `${width} pixels`, width, media: screen })),
  { name: 'A4', width: 673, media: { media: 'print', colorScheme: 'light' } },
];

// A page that prints across: 297 mm without its margins of 12 mm.
const landscapeWidth = 1031;

// Runs in the page. Words stand whole on their line, what scrolls on its own shows all it has, and
// the words of a drawing stay in their boxes.
function layoutFaults() {
  const faults = [];
  // What is longer is no word, and may break anywhere.
  const longestWord = 60;
  const shown = (text) => (text.length > 60 ? `${text.slice(0, 60)}...` : text);
  // A word: letters and digits. At a hyphen or slash a line may end.
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const rectsOf = (text, match) => {
    range.setStart(text, match.index);
    range.setEnd(text, match.index + match[0].length);
    return [...range.getClientRects()];
  };
  // Whether the word belongs to something that is wider than its box, such as a file's path.
  const isTooLong = (text, word, box) => {
    const whole = [...text.data.matchAll(/\S+/g)].find(
      (match) => match.index + match[0].length > word.index);
    const style = getComputedStyle(box);
    const room = box.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    return rectsOf(text, whole).reduce((sum, rect) => sum + rect.width, 0) > room;
  };
  while (texts.nextNode()) {
    const text = texts.currentNode;
    const box = text.parentElement.closest('p, li, dt, dd, th, td, caption, h1, h2, h3, h4');
    if (box === null || text.parentElement.closest('svg, code, .skip') !== null) {
      continue;
    }
    const kind = box.matches('thead th') ? 'header' : box.matches('th, td') ? 'narrow' : 'broken';
    for (const word of text.data.matchAll(/[\p{L}\p{N}]+/gu)) {
      if (word[0].length > longestWord) {
        continue;
      }
      const lines = new Set(rectsOf(text, word).map((rect) => Math.round(rect.top)));
      if (lines.size > 1 && (kind !== 'broken' || !isTooLong(text, word, box))) {
        faults.push(`${kind}: "${word[0]}" is broken in <${box.tagName.toLowerCase()}> "${
          shown(box.textContent.trim())}"`);
      }
    }
  }
  for (const element of document.querySelectorAll('body *')) {
    const scrolls = ['auto', 'scroll'].includes(getComputedStyle(element).overflowX);
    if (scrolls && element.scrollWidth > element.clientWidth + 1) {
      faults.push(`sideways: ${element.scrollWidth - element.clientWidth} pixels of <${
        element.tagName.toLowerCase()}> "${element.getAttribute('aria-label')}" are out of view`);
    }
  }
  for (const text of document.querySelectorAll('svg rect + text')) {
    const inside = text.getBBox();
    const box = text.previousElementSibling.getBBox();
    if (inside.x + inside.width > box.x + box.width + 1) {
      faults.push(`drawing: "${shown(text.textContent)}" does not fit its box`);
    }
  }
  return faults;
}

// All faults of one page, each as "<kind>: <what, where>".
async function faultsOf(browser, file) {
  const faults = [];
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const self = pathToFileURL(path.resolve(file)).href;
  await page.route('**/*', (route) => {
    const url = route.request().url();
    if (url.split('#')[0] === self || url.startsWith('data:')) {
      return route.continue();
    }
    faults.push(`request: ${url}`);
    return route.abort();
  });
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
  page.on('console', (message) => {
    // A refused request is told above, under its own name.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      faults.push(`script: ${message.text()}`);
    }
  });
  await page.goto(self, { waitUntil: 'load' });

  // Folded parts are read too.
  await page.evaluate(() => document.querySelectorAll('details').forEach((d) => { d.open = true; }));
  await page.evaluate(axeSource);
  for (const look of looks) {
    await page.emulateMedia(look.media);
    const result = await page.evaluate(
      (tags) => window.axe.run(document, { runOnly: { type: 'tag', values: tags } }), rules);
    for (const violation of result.violations) {
      for (const node of violation.nodes) {
        faults.push(`${violation.id}: (${look.name}) ${violation.help}: ${node.target.join(' ')}`);
      }
    }
    if (result.passes.length === 0) {
      faults.push(`empty: (${look.name}) no rule applied to anything`);
    }
  }

  const isLandscape = await page.evaluate(() => document.body.classList.contains('landscape'));
  for (const each of sheets) {
    const sheet = each.name === 'A4' && isLandscape ? { ...each, width: landscapeWidth } : each;
    await page.emulateMedia(sheet.media);
    await page.setViewportSize({ width: sheet.width, height: 900 });
    const found = await page.evaluate(layoutFaults);
    faults.push(...found.map((fault) => fault.replace(':', `: (${sheet.name})`)));
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    if (width > sheet.width) {
      faults.push(`reflow: needs ${width} pixels in a window of ${sheet.width}`);
    }
  }
  await context.close();
  return faults;
}

const seeded = ['request', 'script', 'reflow', 'html-has-lang', 'heading-order', 'color-contrast',
  'image-alt', 'label', 'header', 'narrow', 'broken', 'sideways', 'drawing'];

async function main(args) {
  const expect = args[0] === '--expect';
  const files = expect ? args.slice(1) : args;
  if (files.length === 0) {
    throw new Error('no page given');
  }
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    args: ['--disable-gpu', '--disable-dev-shm-usage'],
  });
  let failed = false;
  try {
    for (const file of files) {
      const faults = await faultsOf(browser, file);
      if (expect) {
        const missed = seeded.filter((kind) => !faults.some((f) => f.startsWith(`${kind}:`)));
        console.log(`${file}: ${faults.length} faults, missed: ${missed.join(', ') || 'none'}`);
        failed ||= missed.length > 0;
      } else {
        console.log(`${file}: ${faults.length} faults`);
        faults.forEach((fault) => console.log(`  ${fault}`));
        failed ||= faults.length > 0;
      }
    }
  } finally {
    await browser.close();
  }
  return failed ? 1 : 0;
}

main(process.argv.slice(2)).then(
  (code) => { process.exitCode = code; },
  (error) => { console.error(error.message); process.exitCode = 1; });
