// usage: node walk.cjs SCRIPT AID.html PATHS [AID.html PATHS]...
//
// Walks decision aids in Chromium by keyboard alone: PATHS ways through the questions of each (0: all),
// with undo and restart. At every result the page shows what the functions of the script find; at
// every new kind of state axe finds nothing, in a window of 320 pixels, dark and in print too.
// Nothing is requested, stored or put in the address. Modules come from NODE_PATH, the browser from
// CHROMIUM.
'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { pathToFileURL } = require('node:url');
const { chromium } = require('playwright-core');
const axeSource = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const [script, ...pages] = process.argv.slice(2);
const aid = require(path.resolve(script));
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];
const looks = [
  { name: 'telephone', width: 320, media: { media: 'screen', colorScheme: 'light' } },
  { name: 'dark', width: 1200, media: { media: 'screen', colorScheme: 'dark' } },
  { name: 'print', width: 673, media: { media: 'print', colorScheme: 'light' } },
];

class Walk {
  constructor(page, file, most) {
    this.page = page;
    this.most = most || Infinity;
    this.faults = [];
    this.kinds = new Set();
    this.paths = 0;
    this.self = pathToFileURL(path.resolve(file)).href;
    const text = fs.readFileSync(file, 'utf8');
    this.data = aid.prepare(JSON.parse(
      text.match(/<script type="application\/json" id="data">(.*?)<\/script>/s)[1]));
  }

  fault(what) {
    if (this.faults.length < 20) this.faults.push(what);
  }

  // What the page shows, read once per step.
  state() {
    return this.page.evaluate(() => ({
      focus: document.activeElement.id,
      title: document.querySelector('#top').textContent,
      isQuestion: document.querySelector('#work > fieldset') !== null,
      must: [...document.querySelectorAll('#work > .must > .consequences > li > b')].map((b) => b.textContent),
      conflicts: document.querySelectorAll('#work > .conflict').length,
      status: document.querySelector('#status').textContent,
      steps: document.querySelectorAll('#path-list > ol > li').length,
      answers: [...document.querySelectorAll('#work > fieldset button')].map((b) => Number(b.dataset.answer)),
      url: location.href,
      kept: localStorage.length + sessionStorage.length + document.cookie.length,
    }));
  }

  judged(way) {
    const answers = this.data.vars.map(() => 0);
    way.forEach(([variable, answer]) => { answers[variable] = answer; });
    return aid.judge(this.data, answers, way.filter(([, answer]) => answer === 0).map(([variable]) => variable));
  }

  async press(key, times = 1) {
    for (let i = 0; i < times; ++i) await this.page.keyboard.press(key);
  }

  // Tab until the control has the focus: whoever has no mouse must be able to reach it.
  async reach(id) {
    for (let i = 0; i < 60; ++i) {
      if (await this.page.evaluate(() => document.activeElement.id) === id) return;
      await this.press('Tab');
    }
    this.fault(`${id} cannot be reached by keyboard`);
  }

  async check(way) {
    const shown = await this.state();
    const judged = this.judged(way);
    const is = (what, own, theirs) => {
      if (JSON.stringify(own) !== JSON.stringify(theirs)) {
        this.fault(`${what}: shows ${JSON.stringify(own)}, not ${JSON.stringify(theirs)}, after ${JSON.stringify(way)}`);
      }
    };
    const isQuestion = judged.next !== null && judged.next !== undefined;
    is('kind of state', shown.isQuestion, isQuestion);
    if (way.length > 0) is('focus', shown.focus, 'top');
    is('steps', shown.steps, way.length);
    is('address', shown.url, this.self);
    is('kept', shown.kept, 0);
    if (isQuestion) {
      is('question', shown.title, this.data.vars[judged.next].ask);
    } else {
      is('must', shown.must, judged.certain.must.map((i) => this.data.consequences[i].label));
      is('told', shown.status !== '', true);
    }
    is('conflicts', shown.conflicts,
      [judged.conflicts, judged.delayed, judged.short].filter((each) => each.length > 0).length);
    const kind = JSON.stringify([isQuestion, judged.conflicts.length > 0, judged.readings.length > 1,
      judged.terms.length > 0, judged.certain.wait, judged.certain.open]);
    if (!this.kinds.has(kind)) {
      this.kinds.add(kind);
      await this.look(kind);
      if (way.length > 0) await this.page.evaluate(() => document.querySelector('#top').focus());
    }
    return { judged, isQuestion, answers: shown.answers };
  }

  async look(kind) {
    await this.page.evaluate(() => document.querySelectorAll('details').forEach((one) => { one.open = true; }));
    for (const one of looks) {
      await this.page.emulateMedia(one.media);
      await this.page.setViewportSize({ width: one.width, height: 800 });
      const found = await this.page.evaluate(
        (tags) => window.axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] }), rules);
      for (const violation of found.violations) {
        violation.nodes.forEach((node) => this.fault(
          `${violation.id} (${one.name}, ${kind}): ${violation.help}: ${node.target.join(' ')}`));
      }
      const width = await this.page.evaluate(() => document.documentElement.scrollWidth);
      if (width > one.width) this.fault(`reflow (${one.name}, ${kind}): needs ${width} pixels`);
      if (one.name === 'print') {
        const isShown = await this.page.evaluate(() => document.querySelector('#controls').offsetHeight > 0);
        if (isShown) this.fault('the controls are printed');
      }
    }
    await this.page.emulateMedia({ media: 'screen', colorScheme: 'light' });
    await this.page.setViewportSize({ width: 1200, height: 800 });
    await this.page.evaluate(() => document.querySelectorAll('details').forEach((one) => { one.open = false; }));
  }

  // All ways from here, back by "undo" each time.
  async ways(way) {
    const { judged, isQuestion, answers } = await this.check(way);
    if (!isQuestion) {
      ++this.paths;
      return;
    }
    for (let i = 0; i < answers.length && this.paths < this.most; ++i) {
      // A way that the vocabulary rules out is not offered by the aid either: it follows.
      const next = [...way, [judged.next, answers[i]]];
      // On the heading of the question; its answers are the next stops of the Tab key.
      if (way.length === 0) await this.page.evaluate(() => document.querySelector('#top').focus());
      await this.press('Tab', i + 1);
      await this.press(i % 2 === 0 ? 'Enter' : 'Space');
      await this.ways(next);
      await this.reach('back');
      await this.press('Enter');
      const { steps, focus } = await this.state();
      if (steps !== way.length || focus !== 'top') this.fault(`undo leads to step ${steps}, focus ${focus}`);
    }
  }

  async run() {
    await this.page.route('**/*', (route) => {
      if (route.request().url() === this.self) return route.continue();
      this.fault(`request: ${route.request().url()}`);
      return route.abort();
    });
    this.page.on('pageerror', (error) => this.fault(`script: ${error.message}`));
    this.page.on('console', (message) => {
      if (message.type() === 'error') this.fault(`console: ${message.text()}`);
    });
    await this.page.goto(this.self);
    await this.page.evaluate(axeSource);
    await this.ways([]);
    // Restart from the middle.
    await this.page.evaluate(() => document.querySelector('#top').focus());
    await this.press('Tab');
    await this.press('Enter');
    await this.reach('restart');
    await this.press('Enter');
    const { steps } = await this.state();
    if (steps !== 0) this.fault('restart keeps answers');
    if (this.kinds.size < 2 || this.paths < 2) this.fault(`only ${this.paths} ways were walked`);
  }
}

async function main() {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    args: ['--disable-gpu', '--disable-dev-shm-usage'],
  });
  let failed = false;
  try {
    for (let i = 0; i < pages.length; i += 2) {
      const context = await browser.newContext({ viewport: { width: 1200, height: 800 }, reducedMotion: 'reduce' });
      const walk = new Walk(await context.newPage(), pages[i], Number(pages[i + 1]));
      await walk.run();
      console.log(`${pages[i]}: ${walk.paths} ways, ${walk.kinds.size} kinds of state, ${walk.faults.length} faults`);
      walk.faults.forEach((one) => console.log(`  ${one}`));
      failed ||= walk.faults.length > 0;
      await context.close();
    }
  } finally {
    await browser.close();
  }
  return failed ? 1 : 0;
}

main().then((code) => { process.exitCode = code; },
  (error) => { console.error(error.message); process.exitCode = 1; });
