// usage: node check_page.cjs PAGE.html...            every page must be without fault
//        node check_page.cjs --expect FAULTY.html    every seeded fault must be found
//
// Opens pages in Chromium and checks what a reader depends on: accessibility (axe: WCAG 2.1 A and AA
// and best practices, on the page as shown, dark and in print), no request to anywhere, no script
// error, and no sideways scrolling at a width of 320 pixels (400% zoom).
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

  await page.emulateMedia(looks[0].media);
  await page.setViewportSize({ width: 320, height: 640 });
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  if (width > 320) {
    faults.push(`reflow: needs ${width} pixels in a window of 320`);
  }
  await context.close();
  return faults;
}

const seeded = ['request', 'script', 'reflow', 'html-has-lang', 'heading-order', 'color-contrast',
  'image-alt', 'label'];

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
