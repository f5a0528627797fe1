// usage: node check_matrix.cjs PAGE.html...
//
// Uses the page of a matrix as its reader does: without script, choosing, sorting, turning pages, by
// keyboard, and printing. Modules come from NODE_PATH, the browser from CHROMIUM.
'use strict';

const assert = require('node:assert');
const path = require('node:path');
const { pathToFileURL } = require('node:url');
const { chromium } = require('playwright-core');

const rowsOf = (page) => page.$$eval('#rijen tr', (rows) => rows.map((row) => row.outerHTML));
// The places of rows that are other elements than those in `plain`; the order of attributes is none.
const differing = (page, plain) => page.$$eval('#rijen tr', (rows, texts) => rows.flatMap((row, i) => {
  const body = document.createElement('tbody');
  body.innerHTML = texts[i];
  return row.isEqualNode(body.firstElementChild) ? [] : [[row.outerHTML, texts[i]]];
}), plain);
const count = (page) => page.$$eval('#rijen tr', (rows) => rows.length);

async function withoutScript(browser, url) {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(url);
  assert(!(await page.isVisible('.choose')), 'choosing is offered without script');
  assert(!(await page.isVisible('#bladeren')), 'turning pages is offered without script');
  assert(await page.isVisible('.shown'), 'it is not said which rows are shown');
  const rows = await page.locator('#rijen tr').evaluateAll((all) => all.map((row) => row.outerHTML));
  await context.close();
  return rows;
}

async function check(browser, file) {
  const url = pathToFileURL(path.resolve(file)).href;
  const plain = await withoutScript(browser, url);
  const page = await browser.newPage({ viewport: { width: 1800, height: 900 } });
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.goto(url);

  // The script makes the same rows as the page has without it.
  const rows = await rowsOf(page);
  assert(rows.length > 1 && rows.length <= 50, `${rows.length} rows`);
  assert.deepStrictEqual(await differing(page, plain), []);
  const data = JSON.parse(await page.textContent('#gegevens'));
  assert.strictEqual(plain.length, Math.min(data.rows.length, 100));

  // Choosing by words, by verdict, by norm and verdict, and back.
  const label = data.rows.at(-1).label;
  await page.fill('#zoek', label);
  assert.strictEqual(await count(page), data.rows.filter((row) => row.label.includes(label)).length);
  await page.click('button[type=reset]');
  await page.waitForFunction((all) => document.querySelectorAll('#rijen tr').length === all, rows.length);
  const norm = data.norms[0];
  await page.selectOption('#norm', String(norm.at));
  await page.selectOption('#oordeel', 'S');
  const having = data.rows.filter((row) => row.cells[norm.at].toUpperCase() === 'S').length;
  assert.strictEqual(await count(page), Math.min(having, 50));
  await page.fill('#zoek', 'zo heet er geen een');
  assert.strictEqual(await count(page), 0);
  assert.strictEqual(await page.textContent('#bereik'), data.words.none);
  await page.click('button[type=reset]');
  await page.waitForFunction((all) => document.querySelectorAll('#rijen tr').length === all, rows.length);

  // Sorting, by a button in a head that the keyboard reaches.
  await page.focus('th.code button');
  await page.keyboard.press('Enter');
  assert.strictEqual(await page.getAttribute('th.code', 'aria-sort'), 'ascending');
  const names = await page.$$eval('#rijen th.code > span:first-child', (all) => all.map((each) => each.textContent));
  assert.deepStrictEqual(names, names.slice().sort((a, b) => a.localeCompare(b, 'nl')));
  await page.selectOption('#volgorde', String(norm.at));
  const letters = await page.$$eval('#rijen td.c:not(td.c + td.c)', (all) => all.map((each) => each.className));
  const order = 'VCOWNSU';
  const places = letters.map((look) => order.indexOf(look.split(' ')[1]));
  assert.deepStrictEqual(places, places.slice().sort((a, b) => a - b));
  await page.selectOption('#volgorde', '');

  // A group, by its button.
  const group = await page.$('button[data-cluster]');
  if (group !== null) {
    await group.click();
    const number = Number(await group.getAttribute('data-cluster'));
    assert.strictEqual(await count(page), Math.min(50, data.rows.filter((row) => row.cluster === number).length));
    assert.strictEqual(await page.evaluate(() => document.activeElement.id), 'meldcodes');
    await page.click('button[type=reset]');
    await page.waitForFunction((all) => document.querySelectorAll('#rijen tr').length === all, rows.length);
  }
  assert.deepStrictEqual(await rowsOf(page), rows);
  assert.deepStrictEqual(errors, []);
  await page.close();
  console.log(`${file}: ${data.rows.length} rows`);
}

async function main(files) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    args: ['--disable-gpu', '--disable-dev-shm-usage'],
  });
  try {
    for (const file of files) {
      await check(browser, file);
    }
  } finally {
    await browser.close();
  }
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error);
  process.exit(1);
});
