// usage: node walk.cjs MELDC SCRIPT AID.html PROTOCOL [AID.html PROTOCOL]...
//
// Walks decision aids in Chromium by keyboard alone, all ways through the questions of each: an answer is given once
// and undone once; with AID_WAYS=some, from the fourth answer on only one answer to each question, not always the same.
// The focus stands on each new question; every result shows what `meldc decide` answers for that way
// (on the day AID_DATE), and all else what the functions of the script find. One way of each kind of state, and of each
// order in which the Tab key stops, is gone once more from the start: axe finds nothing there, in a window of 320
// pixels, dark and in print too, and the Tab key leads all the way to "back". Nothing is requested, stored or put in the
// address. Modules come from NODE_PATH, the browser from CHROMIUM.
'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { execFileSync } = require('node:child_process');
const { pathToFileURL } = require('node:url');
const { chromium } = require('playwright-core');
const axeSource = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const [meldc, script, ...pages] = process.argv.slice(2);
const aid = require(path.resolve(script));
const WORDS = { [aid.NO]: 'nee', [aid.DOUBT]: 'twijfel', [aid.YES]: 'ja' };
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];
const looks = [
  { name: 'telephone', width: 320, media: { media: 'screen', colorScheme: 'light' } },
  { name: 'dark', width: 1200, media: { media: 'screen', colorScheme: 'dark' } },
  { name: 'print', width: 673, media: { media: 'print', colorScheme: 'light' } },
];

// What a browser is told of a key.
const KEYS = {
  Tab: { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 },
  Enter: { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' },
  Space: { key: ' ', code: 'Space', windowsVirtualKeyCode: 32, text: ' ' },
};

// Runs in the page: keeps what it shows after each answer. `order`: what the Tab key reaches behind the heading, up to
// "back". From a result the focus goes on to "back", so that the keys for it need not wait for an answer from here; that
// the Tab key leads there too is seen once for each order.
function watch() {
  const words = (selector) => [...document.querySelectorAll(selector)].map((b) => b.textContent);
  const outcome = (look) => words(`#work > .${look} > .consequences > li > b`);
  window.state = () => {
    const all = [...document.querySelectorAll('a[href], button:enabled, summary, #top')]
      .filter((each) => each.id === 'top' || each.checkVisibility());
    const back = all.findIndex((each) => each.id === 'back');
    const stops = all.slice(all.findIndex((each) => each.id === 'top') + 1, back < 0 ? all.length : back + 1);
    return {
      focus: document.activeElement.id,
      title: document.querySelector('#top').textContent,
      isQuestion: document.querySelector('#work > fieldset') !== null,
      must: outcome('must'),
      may: outcome('may'),
      mayNot: outcome('may-not'),
      conflicts: document.querySelectorAll('#work > .conflict').length,
      status: document.querySelector('#status').textContent,
      path: words('#path-list > ol > li > b'),
      answers: stops.flatMap((each, i) => (each.matches('#work > fieldset button')
        ? [{ answer: Number(each.dataset.answer), tabs: i + 1 }] : [])),
      order: stops.map((each) => each.id || `${each.tagName} ${each.className}`).join(', '),
      tabsToBack: stops.length,
      url: location.href,
      kept: localStorage.length + sessionStorage.length + document.cookie.length,
    };
  };
  window.seen = [];
  window.isQuick = true;
  document.addEventListener('click', ({ target }) => {
    if (!window.isQuick || !target.closest('[data-answer]')) return;
    const shown = window.state();
    window.seen.push(shown);
    if (!shown.isQuestion) document.querySelector('#back').focus();
  });
}

class Walk {
  constructor(page, keyboard, file, protocol) {
    this.page = page;
    this.keyboard = keyboard;
    this.protocol = protocol;
    this.faults = [];
    // A way to each of them.
    this.kinds = new Map();
    this.orders = new Map();
    this.keys = [];
    // The ways whose answers were pressed and that were not looked at yet.
    this.pressed = [];
    this.ends = [];
    this.self = pathToFileURL(path.resolve(file)).href;
    const text = fs.readFileSync(file, 'utf8');
    this.data = aid.prepare(JSON.parse(
      text.match(/<script type="application\/json" id="data">(.*?)<\/script>/s)[1]));
  }

  fault(what) {
    if (this.faults.length < 20) this.faults.push(what);
  }

  judged(way) {
    const answers = this.data.vars.map(() => 0);
    way.forEach(([variable, answer]) => { answers[variable] = answer; });
    return aid.judge(this.data, answers, way.filter(([, answer]) => answer === 0).map(([variable]) => variable));
  }

  press(key, times = 1) {
    for (let i = 0; i < times; ++i) this.keys.push(KEYS[key]);
  }

  // All keys that were pressed, without waiting for the answer to each: the browser takes them in their order.
  async flush() {
    const sent = this.keys.flatMap((key) => {
      const { text, ...named } = key;
      return [{ type: text ? 'keyDown' : 'rawKeyDown', ...key }, { type: 'keyUp', ...named }];
    }).map((event) => this.keyboard.send('Input.dispatchKeyEvent', event));
    this.keys = [];
    await Promise.all(sent);
  }

  async state() {
    await this.flush();
    return this.page.evaluate(() => window.state());
  }

  isEnd({ next }) {
    return next === null || next === undefined;
  }

  // From the heading of a question to an answer.
  give({ answers }, answer) {
    const at = answers.findIndex((one) => one.answer === answer);
    if (at < 0) throw new Error(`the answer ${answer} is not there`);
    this.press('Tab', answers[at].tabs);
    this.press(at % 2 === 0 ? 'Enter' : 'Space');
  }

  // What was shown after all that was pressed; then the focus may go on to "back".
  async look(isLeaving = false) {
    await this.flush();
    const seen = await this.page.evaluate((leaving) => {
      if (leaving) document.querySelector('#back').focus();
      return window.seen.splice(0);
    }, isLeaving);
    if (seen.length !== this.pressed.length) this.fault(`${this.pressed.length} answers were pressed, ${seen.length} given`);
    const judged = this.pressed.splice(0);
    seen.forEach((shown, i) => judged[i] && this.check(judged[i], shown));
    return seen.at(-1);
  }

  check({ way, judged }, shown) {
    const is = (what, own, theirs) => {
      if (JSON.stringify(own) !== JSON.stringify(theirs)) {
        this.fault(`${what}: shows ${JSON.stringify(own)}, not ${JSON.stringify(theirs)}, after ${JSON.stringify(way)}`);
      }
    };
    const isQuestion = !this.isEnd(judged);
    is('kind of state', shown.isQuestion, isQuestion);
    is('focus', shown.focus, 'top');
    is('path', shown.path, way.map(([, answer]) => this.wordOf(answer)));
    is('address', shown.url, this.self);
    is('kept', shown.kept, 0);
    if (isQuestion) {
      is('question', shown.title, this.data.vars[judged.next].ask);
    } else {
      is('must', shown.must.toSorted(), judged.certain.must.map((i) => this.data.consequences[i].label).sort());
      is('told', shown.status !== '', true);
      this.ends.push({ way, shown });
    }
    is('conflicts', shown.conflicts,
      [judged.conflicts, judged.delayed, judged.short].filter((each) => each.length > 0).length);
    this.keep(way, judged, shown);
  }

  keep(way, judged, { order }) {
    const kind = JSON.stringify([!this.isEnd(judged), judged.conflicts.length > 0, judged.readings.length > 1,
      judged.terms.length > 0, judged.certain.wait, judged.certain.open]);
    if (!this.kinds.has(kind)) this.kinds.set(kind, way);
    if (!this.orders.has(order)) this.orders.set(order, way);
  }

  // All ways from a question, and back by "undo". Each step is judged by the answers that the page lists, so that an undo
  // that leads elsewhere is seen at the next one. Ends need no look before the next key.
  async ways(way, judged, shown) {
    const steps = shown.answers.map(({ answer }) => {
      const next = [...way, [judged.next, answer]];
      return { way: next, judged: this.judged(next), answer };
    });
    const isWhole = process.env.AID_WAYS !== 'some' || way.length < 3;
    const one = way.reduce((sum, [variable, answer]) => sum + variable + answer, 0) % steps.length;
    for (const step of (isWhole ? steps : [steps[one]]).sort((a, b) => this.isEnd(b.judged) - this.isEnd(a.judged))) {
      this.give(shown, step.answer);
      this.pressed.push(step);
      if (!this.isEnd(step.judged)) {
        await this.ways(step.way, step.judged, await this.look());
        await this.look(true);
      }
      this.press('Enter');
    }
  }

  // To the heading of the first question, with no answers.
  async start() {
    await this.page.goto(this.self);
    await this.page.evaluate(watch);
    await this.page.evaluate(axeSource);
    await this.page.evaluate(() => document.querySelector('#top').focus());
    return this.state();
  }

  // One way once more, from the first question to there and back to it: what is there is looked at, and left by the
  // Tab key.
  async again(way, kind) {
    let shown = await this.state();
    for (const [, answer] of way) {
      this.give(shown, answer);
      shown = await this.state();
    }
    if (kind) {
      await this.examine(kind);
      await this.page.evaluate(() => document.querySelector('#top').focus());
    }
    if (way.length === 0) return;
    this.press('Tab', shown.tabsToBack);
    const focus = await this.focused();
    if (focus !== 'back') this.fault(`${shown.tabsToBack} times Tab leads to "${focus}", not to "back": ${shown.order}`);
    this.press('Tab');
    const next = await this.focused();
    if (next !== 'restart') this.fault(`behind "back" the Tab key leads to "${next}", not to "restart"`);
    this.press('Enter');
    if ((await this.state()).path.length !== 0) this.fault('restart keeps answers');
  }

  async focused() {
    await this.flush();
    return this.page.evaluate(() => document.activeElement.id);
  }

  async examine(kind) {
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

  wordOf(answer) {
    const { yes, no, doubt, notYet } = this.data.words;
    return { [aid.YES]: yes, [aid.NO]: no, [aid.DOUBT]: doubt }[answer] ?? notYet;
  }

  // Every end of a way against what the program decides, in one run of it.
  compareWithDecide() {
    const names = ({ way }) => Object.fromEntries(way.filter(([, answer]) => answer !== 0)
      .map(([variable, answer]) => [this.data.vars[variable].name, WORDS[answer]]));
    const lines = this.ends.map((end, id) => JSON.stringify({ id: String(id), facts: names(end) }));
    const output = execFileSync(meldc, ['decide', this.protocol, '--cases', '-', '--format', 'json', '--date',
      process.env.AID_DATE], { input: `${lines.join('\n')}\n`, maxBuffer: 1 << 30 }).toString().trim().split('\n');
    if (output.length !== lines.length) this.fault(`decide answered ${output.length} of ${lines.length} ways`);
    const labels = (list) => list.map((name) => this.data.consequences.find((one) => one.name === name)?.label).sort();
    this.ends.forEach(({ shown }, i) => {
      const decided = JSON.parse(output[i] ?? '{}');
      for (const [what, own, theirs] of [['must', shown.must, decided.consequences], ['may', shown.may, decided.allowed],
        ['must not', shown.mayNot, decided.forbidden]]) {
        if (JSON.stringify(own.sort()) !== JSON.stringify(labels(theirs ?? []))) {
          this.fault(`${what}: shows ${JSON.stringify(own)}, decide says ${JSON.stringify(theirs)}: ${lines[i]}`);
        }
      }
    });
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
    const shown = await this.start();
    const judged = this.judged([]);
    this.keep([], judged, shown);
    await this.ways([], judged, shown);
    await this.look();
    const { path: left, focus } = await this.state();
    if (left.length !== 0 || focus !== 'top') this.fault(`undone, ${left.length} answers are left and the focus is on "${focus}"`);
    await this.page.evaluate(() => { window.isQuick = false; });
    for (const [kind, way] of this.kinds) await this.again(way, kind);
    for (const way of this.orders.values()) await this.again(way);
    if (this.kinds.size < 2 || this.ends.length < 2) this.fault(`only ${this.ends.length} ways were walked`);
    this.compareWithDecide();
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
      const page = await context.newPage();
      const walk = new Walk(page, await context.newCDPSession(page), pages[i], pages[i + 1]);
      const start = Date.now();
      await walk.run();
      console.log(`${pages[i]}: ${walk.ends.length} ways, ${walk.kinds.size} kinds of state, ${walk.orders.size} orders of stops, ${
        walk.faults.length} faults (${Math.round((Date.now() - start) / 1000)} s)`);
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
