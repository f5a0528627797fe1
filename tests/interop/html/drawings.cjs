// usage: node drawings.cjs FOLDER
//
// Opens every *.svg in Chromium (a title and a description that are said, no script, no word outside its
// box), lets Mermaid read and draw every *.mmd (as many boxes as the source has, and nothing of it but
// text), and measures the cards in a3/ as they are printed. Modules come from NODE_PATH, the browser from
// CHROMIUM.
'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { pathToFileURL } = require('node:url');
const { chromium } = require('playwright-core');
const mermaidFile = path.join(
  path.dirname(require.resolve('@mermaid-js/tiny/package.json')), 'dist', 'mermaid.tiny.js');

const folder = process.argv[2];
const faults = [];
const expect = (isRight, text) => {
  if (!isRight) {
    faults.push(text);
  }
};
const filesIn = (where, end) =>
  fs.readdirSync(where).filter((name) => name.endsWith(end)).sort().map((name) => path.join(where, name));

// Runs in the drawing.
function faultsOfSvg() {
  const found = [];
  const svg = document.documentElement;
  const named = (svg.getAttribute('aria-labelledby') || '').split(' ').map((id) => document.getElementById(id));
  if (svg.getAttribute('role') !== 'img' || named.length !== 2 || named.some((one) => !one || !one.textContent.trim())) {
    found.push('no name and description');
  }
  const boxes = [...document.querySelectorAll('rect')].map((rect) => rect.getBBox());
  for (const text of document.querySelectorAll('text.ask, text.then')) {
    const box = text.getBBox();
    const isInside = boxes.some((one) => box.x >= one.x && box.y >= one.y - 1 &&
      box.x + box.width <= one.x + one.width && box.y + box.height <= one.y + one.height + 1);
    if (!isInside) {
      found.push(`outside its box: ${text.textContent}`);
    }
  }
  if (boxes.length === 0 || document.querySelector('script, foreignObject, image, a')) {
    found.push('no box, or something else than a drawing');
  }
  // What is open is dashed, not only of another colour.
  for (const rect of document.querySelectorAll('rect.hole')) {
    if (getComputedStyle(rect).strokeDasharray === 'none') {
      found.push('a hole that only colour shows');
    }
  }
  return found;
}

(async () => {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox'] });
  const page = await browser.newPage();
  page.on('dialog', (dialog) => { faults.push('a script ran'); return dialog.dismiss(); });
  const drawings = filesIn(folder, '.svg').filter((name) => !name.endsWith('.dot.svg'));
  for (const file of drawings) {
    await page.goto(pathToFileURL(file).href);
    for (const fault of await page.evaluate(faultsOfSvg)) {
      expect(false, `${file}: ${fault}`);
    }
  }
  const sources = filesIn(folder, '.mmd');
  await page.goto('about:blank');
  await page.addScriptTag({ path: mermaidFile });
  for (const file of sources) {
    const source = fs.readFileSync(file, 'utf8');
    const boxes = source.split('\n').filter((line) => /^ {4}r\d+(s\d+)?[[(]"/.test(line)).length;
    const drawn = await page.evaluate(async (text) => {
      window.mermaid.initialize({ startOnLoad: false });
      await window.mermaid.parse(text);
      const { svg } = await window.mermaid.render('drawn', text);
      const holder = document.createElement('div');
      holder.innerHTML = svg;
      return { nodes: holder.querySelectorAll('g.node').length, text: holder.textContent,
        others: holder.querySelectorAll('script, img, a, b').length };
    }, source).catch((error) => ({ nodes: -1, text: String(error), others: 0 }));
    expect(drawn.nodes === boxes && boxes > 0, `${file}: ${boxes} boxes, drawn: ${drawn.nodes} ${drawn.text.slice(0, 300)}`);
    expect(drawn.others === 0, `${file}: more than text`);
  }
  const signs = fs.readFileSync(path.join(folder, 'signs.stappen.svg'), 'utf8');
  expect(signs.includes('&lt;script&gt;alert(1)&lt;/script&gt;'), 'text of the user is not shown as text');

  // Capitals of 10 minutes of arc at two metres (twice what normal eyes need) are 5.8 mm high, of 7 minutes 4.1; small
  // print is for who stands at one metre, where 2.7 is 9 minutes. Those of the letters used here are 0.7 of the size or more.
  const leasts = {
    'h2': 5.8, 'h3': 5.8, '.alarm > ul:not(.numbers) li:not(.later)': 5.8, '.numbers b': 5.8, '.nr': 5.8, '.report li': 5.8,
    '.urgent p': 4.1, '.urgent li': 4.1, '.alarm li.later': 4.1, '.steps p:not(.unless)': 4.1,
    '.steps p.unless': 2.7, 'small': 2.7, '.alarm > p': 2.7, '.numbers span': 2.7, '.decide li': 2.7,
  };
  const measured = Object.fromEntries(Object.keys(leasts).map((chosen) => [chosen, 0]));
  const cards = filesIn(path.join(folder, 'a3'), '.html');
  for (const file of cards) {
    await page.emulateMedia({ media: 'print' });
    await page.goto(pathToFileURL(file).href);
    for (const [chosen, least] of Object.entries(leasts)) {
      const sizes = await page.evaluate((selector) => [...document.querySelectorAll(selector)]
        .map((one) => parseFloat(getComputedStyle(one).fontSize)), chosen);
      measured[chosen] += sizes.length;
      for (const capital of new Set(sizes.map((size) => size * 25.4 / 96 * 0.7))) {
        expect(capital >= least, `${file}: capitals of ${capital.toFixed(1)} mm: ${chosen}`);
      }
    }
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(/\/MediaBox \[0 0 (841\.\d+|842(\.\d+)?) (1190\.\d+|1191(\.\d+)?)\]/.test(pdf), `${file}: not A3: ${/\/MediaBox[^\]]*/.exec(pdf)}`);
    const pages = (pdf.match(/\/Type \/Page\b/g) || []).length;
    expect(pages === 1, `${file}: ${pages} pages`);
  }
  for (const [chosen, count] of Object.entries(measured)) {
    expect(count > 0, `no card has ${chosen}`);
  }
  await browser.close();
  expect(drawings.length > 2 && sources.length > 2 && cards.length > 0, 'nothing to look at');
  if (faults.length > 0) {
    console.error(faults.join('\n'));
    process.exit(1);
  }
  console.log(`${drawings.length} drawings, ${sources.length} sources for Mermaid, ${cards.length} cards: as they should be`);
})();
