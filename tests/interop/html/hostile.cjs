// usage: node hostile.cjs PAGE.html...
//
// Opens pages of a protocol whose texts are markup, scripts and links, in Chromium. Nothing of them came
// alive: no request, dialog or script error, no element or attribute that only a text can have
// brought; nothing runs off a telephone or a sheet of A4; and where the name of the code is told it is told
// as it was written. Modules come from NODE_PATH, the browser from CHROMIUM.
'use strict';

const path = require('node:path');
const { pathToFileURL } = require('node:url');
const { chromium } = require('playwright-core');

// What no page of ours has; a script is ours when it has the hash that its page names.
const alive = 'img, iframe, object, embed, base, form[action], [onclick], [onerror], [onload], x, b[onclick], ' +
  'a[href^="javascript" i], a[href*="example.org"], meta[http-equiv="refresh"]';
const name = '</script><img src=http://example.org/x onerror=alert(1)>{{label}}{{{data}}}';

async function faultsOf(browser, file) {
  const faults = [];
  const page = await browser.newPage();
  const self = pathToFileURL(path.resolve(file)).href;
  await page.route('**/*', (route) => {
    if (route.request().url().split('#')[0] === self) return route.continue();
    faults.push(`request: ${route.request().url()}`);
    return route.abort();
  });
  page.on('dialog', (dialog) => { faults.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`);
  });
  await page.goto(self, { waitUntil: 'load' });
  await page.evaluate(() => document.querySelectorAll('details').forEach((d) => { d.open = true; }));
  faults.push(...await page.evaluate((selector) =>
    [...document.querySelectorAll(selector)].map((each) => `alive: ${each.outerHTML.slice(0, 100)}`), alive));
  const isTold = await page.evaluate((label) => [document.title, document.body.innerText].some(
    (text) => text.includes(label)), name);
  if (path.basename(file).startsWith('kwaad') && !isTold) {
    faults.push('lost: the name of the code is not told as it was written');
  }
  for (const [what, width, media] of [['a telephone', 320, 'screen'], ['a sheet of A4', 1031, 'print']]) {
    await page.emulateMedia({ media });
    await page.setViewportSize({ width, height: 900 });
    const needed = await page.evaluate(() => document.documentElement.scrollWidth);
    if (needed > width) faults.push(`reflow: needs ${needed} pixels on ${what} of ${width}`);
  }
  await page.close();
  return faults;
}

async function main(files) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    args: ['--disable-gpu', '--disable-dev-shm-usage'],
  });
  let count = 0;
  try {
    for (const file of files) {
      const faults = await faultsOf(browser, file);
      count += faults.length;
      console.log(`${file}: ${faults.length} faults`);
      faults.slice(0, 20).forEach((fault) => console.log(`  ${fault}`));
    }
  } finally {
    await browser.close();
  }
  if (files.length === 0) throw new Error('no page given');
  return count === 0 ? 0 : 1;
}

main(process.argv.slice(2)).then(
  (code) => { process.exitCode = code; },
  (error) => { console.error(error.message); process.exitCode = 1; });
