// usage: node told.cjs SCRIPT AID.html [AID.html]...
//
// What a decision aid has to tell whatever the code says, on drawn ways through those of several protocols: danger that
// the code leaves unanswered before all else, what must not be done in special circumstances, what holds in one reading
// only, what may follow from doubt. What is expected comes from the answers and from what stands on the screen, not from
// the functions that choose it. On a telephone the numbers stay on one line. Modules come from NODE_PATH.
'use strict';

const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const { pathToFileURL } = require('node:url');
const { chromium } = require('playwright-core');

const [script, ...files] = process.argv.slice(2);
const aid = require(path.resolve(script));
const { NO, DOUBT, YES } = aid;
const WAYS = 40;
// Somebody is in danger now, in the words of the library.
const DANGERS = ['noodsituatie', 'acute_dreiging', 'acute_onveiligheid'];
const HONOUR = 'eergerelateerd_geweld';
// The protocol of told.sh, of which it is known here what it says.
const OWN = 'nummers.keuzehulp.html';

let seed = 20260301;
const random = (limit) => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return Math.floor((seed / 2 ** 32) * limit);
};

// Runs in the page: what stands on the screen, without what is folded.
function screen() {
  const text = (element) => (element ? element.innerText : '');
  const work = [...document.querySelector('#work').children];
  const fieldset = document.querySelector('#work > fieldset');
  const titled = (title) => work.filter((one) => one.querySelector(':scope > h3')?.textContent === title);
  return {
    isQuestion: fieldset !== null,
    answers: [...document.querySelectorAll('#work > fieldset [data-answer]')].map((one) => Number(one.dataset.answer)),
    before: fieldset === null ? '' : work.slice(0, work.indexOf(fieldset)).map(text).join('\n'),
    first: text(work[1]),
    firstLinks: [...(work[1]?.querySelectorAll('a') ?? [])].map((one) => one.getAttribute('href')),
    // What is open and no answer; the titles of what is folded do not count.
    open: work.map((one) => {
      const copy = one.cloneNode(true);
      copy.querySelectorAll('details').forEach((each) => each.remove());
      return one.matches('details') ? '' : copy.textContent;
    }).join('\n'),
    must: [...document.querySelectorAll('#work > .must > .consequences > li > b')].map((one) => one.textContent),
    may: [...document.querySelectorAll('#work > .may > .consequences > li > b')].map((one) => one.textContent),
    perhaps: [...document.querySelectorAll('#work > .perhaps > .consequences > li > b')].map((one) => one.textContent),
    already: [...document.querySelectorAll('#work > .already')].map((one) => [one.querySelector('h2, h3').textContent, one.innerText]),
    sections: Object.fromEntries([...new Set(work.flatMap((one) => [...one.querySelectorAll(':scope > h3')].map((h) => h.textContent)))]
      .map((title) => [title, titled(title).map(text).join('\n')])),
    // Every list of duties below a step, with the kind that stands above it.
    folded: Object.fromEntries([...document.querySelectorAll('#work > details')].map((one) => [
      one.querySelector('summary').textContent, one.textContent])),
    groups: [...document.querySelectorAll('#work h4')].map((one) => one.parentElement.textContent),
    path: document.querySelector('#path').textContent,
    terms: document.querySelectorAll('#work > .terms fieldset').length,
    direct: text(document.querySelector('#work > .direct')),
    lists: [...document.querySelectorAll('#work h4 ~ ul')].map((list) => [
      list.previousElementSibling.matches('.kind') ? list.previousElementSibling.textContent : '',
      [...list.children].map((one) => one.textContent)]),
    special: [...document.querySelectorAll('#work > .special')].map(text).join('\n'),
    emptyParts: work.filter((one) => one.matches('section') && one.lastElementChild.matches('h2, h3')).length,
    status: text(document.querySelector('#status')) || document.querySelector('#status').textContent,
  };
}

class Aid {
  constructor(page, file) {
    this.page = page;
    this.file = file;
    this.name = path.basename(file);
    this.data = aid.prepare(JSON.parse(fs.readFileSync(file, 'utf8')
      .match(/<script type="application\/json" id="data">(.*?)<\/script>/s)[1]));
    this.seen = { danger: 0, answered: 0, closed: 0, honour: 0, talk: 0, doubt: 0, report: 0, forbidden: 0, uncertain: 0,
      settled: 0, decided: 0 };
  }

  judged(way) {
    const answers = this.data.vars.map(() => 0);
    way.forEach(([variable, answer]) => { answers[variable] = answer; });
    return aid.judge(this.data, answers, way.filter(([, answer]) => answer === 0).map(([variable]) => variable));
  }

  label(name) { return this.data.consequences.find((one) => one.name === name)?.label; }

  async walk(choose) {
    await this.page.goto(pathToFileURL(path.resolve(this.file)).href);
    const way = [];
    for (;;) {
      const shown = await this.page.evaluate(screen);
      const judged = this.judged(way);
      const told = `${this.name}: ${JSON.stringify(way.map(([variable, answer]) => [this.data.vars[variable].name, answer]))}`;
      this.always(shown, told);
      if (way.length === 0) this.first(shown);
      if (!shown.isQuestion) {
        this.result(way, judged, shown, told);
        return this.settle(way, shown, told);
      }
      this.question(judged, shown, told);
      const answer = choose(this.data.vars[judged.next].name, shown.answers);
      await this.page.$eval(`#work > fieldset [data-answer="${answer}"]`, (button) => button.click());
      way.push([judged.next, answer]);
    }
  }

  always(shown, told) {
    const { words } = this.data;
    // What is a choice stands apart from what must be done.
    for (const [kind, duties] of shown.lists) {
      for (const text of duties) {
        const found = this.data.duties.filter((one) => text.startsWith(one.text));
        if (found.length > 0) {
          const kinds = { must: '', may: words.may, mayNot: words.mayNot };
          assert.ok(found.some((one) => kinds[one.modality] === kind), `${told}: "${text}" stands under "${kind}"`);
        }
      }
    }
    // What one reading asks is not certain.
    for (const title of [words.already, words.who]) {
      const texts = [shown.sections[title] ?? '', ...shown.already.filter(([each]) => each === title).map(([, text]) => text)].join('\n');
      assert.doesNotMatch(texts, /in de lezing ‘|in lezing \d/, `${told}: ${title}`);
    }
    assert.strictEqual(shown.emptyParts, 0, `${told}: a heading with nothing below it`);
  }

  // At the first question: what must not be done stands with what must be done at once in the same case.
  first(shown) {
    for (const duty of this.data.duties.filter((one) => one.modality === 'mayNot' && one.when?.[0] === 'fact' && !one.exception)) {
      if (this.data.duties.some((one) => /direct/.test(one.text) && JSON.stringify(one.when) === JSON.stringify(duty.when))) {
        assert.ok(shown.direct.includes(duty.text), `${this.name}: "${duty.text}" is not told at the first question`);
      }
    }
  }

  // When nothing is left to be answered, nothing is left that may be.
  async settle(way, result, told) {
    if (way.some(([, answer]) => answer === 0 || answer === DOUBT)) return;
    for (let shown = result; ; shown = await this.page.evaluate(screen)) {
      if (shown.isQuestion) return;
      if (shown.terms === 0) {
        ++this.seen.settled;
        if (!(this.data.words.readings in shown.sections)) assert.deepStrictEqual(shown.perhaps, [], told);
        return;
      }
      await this.page.$eval(`#work > .terms [data-answer="${NO}"]`, (button) => button.click());
    }
  }

  // A report that is certain already stands above the question.
  question(judged, shown, told) {
    for (const name of ['melden', 'alarm_slaan']) {
      if (judged.certain.must.some((i) => this.data.consequences[i].name === name)) {
        ++this.seen.report;
        assert.ok(shown.before.includes(this.label(name)), `${told}: ${name} is certain and not above the question`);
      }
    }
  }

  result(way, judged, shown, told) {
    const { words } = this.data;
    const given = Object.fromEntries(way.map(([variable, answer]) => [this.data.vars[variable].name, answer]));
    const isAtOnce = (name) => this.data.duties.some((duty) => / direct /.test(duty.text) && JSON.stringify([duty.when,
      this.data.routes[duty.route]?.when]).includes(JSON.stringify(['fact', this.data.vars.findIndex((one) => one.name === name)])));
    const isDanger = DANGERS.some((name) => given[name] === YES);
    const isUncertain = DANGERS.some((name) => given[name] === DOUBT) || (given[HONOUR] === DOUBT && isAtOnce(HONOUR));
    const closes = judged.readings.some(({ outcome }) => outcome.must.some((i) => this.data.consequences[i].name === 'afsluiten'));
    const isSilent = shown.must.every((one) => one === this.label('vastleggen'));
    this.seen.uncertain += closes && isUncertain;
    if ((closes && isUncertain) || (isDanger && (closes || (isSilent && !(shown.sections[words.who] ?? '').match(/ direct /))))) {
      ++this.seen.danger;
      const title = isDanger ? words.dangerSure : words.danger;
      assert.ok(shown.first.includes(title), `${told}: danger is not told first, but ${shown.first}`);
      // Only what closes the case goes against it: to call does not.
      for (const one of this.data.consequences.filter(({ strong, name }) => strong || name === 'politie_inschakelen')) {
        assert.ok(!shown.first.includes(one.label.toLowerCase()), `${told}: tells not to do: ${one.label}`);
      }
      assert.deepStrictEqual(shown.firstLinks, ['tel:112', 'tel:08002000'], told);
      assert.ok(shown.status.startsWith(title), `${told}: not told to a screen reader`);
    } else if (isDanger || DANGERS.some((name) => given[name] === DOUBT)) {
      // Where the code does answer it, to call stands first all the same.
      ++this.seen.answered;
      assert.strictEqual(shown.firstLinks[0], 'tel:112', `${told}: ${shown.first}`);
      assert.match(shown.status, /^.*(112|bel (eerst|nu))/, told);
    } else if (!Object.values(given).some((answer) => answer === YES || answer === DOUBT)) {
      assert.ok(!shown.open.includes(words.danger), `${told}: warns of a danger that nobody saw`);
    }
    // A case is closed: what was not asked any more is told, with what it could change.
    const variable = (name) => this.data.vars.findIndex((one) => one.name === name);
    if (given.vermoeden === NO && given.acute_onveiligheid === undefined && variable('acute_onveiligheid') >= 0) {
      const unsafe = this.judged([...way.filter(([each]) => !['vermoeden', 'disclosure', 'structurele_onveiligheid']
        .includes(this.data.vars[each].name)), [variable('acute_onveiligheid'), YES]]);
      if (unsafe !== null && unsafe.certain.must.some((i) => this.data.consequences[i].name === 'melden')) {
        ++this.seen.closed;
        assert.ok((shown.sections[words.unasked] ?? '').match(/[Mm]elden bij Veilig Thuis/), `${told}: nobody hears of a report`);
      }
    }
    const doubts = way.filter(([, answer]) => answer === DOUBT);
    if (given.vermoeden === DOUBT && this.judged(way.filter(([, answer]) => answer !== DOUBT)).possible
      .some((i) => this.data.consequences[i].name === 'melden')) {
      ++this.seen.doubt;
      assert.ok(shown.open.includes(this.label('melden')), `${told}: nobody hears of a report`);
    }
    // Who doubts is told what the code asks of who doubts, without opening anything.
    for (const duty of this.data.duties.filter((one) => one.when?.[0] === 'doubt' && !one.exception)) {
      assert.strictEqual(shown.open.includes(duty.text), doubts.length > 0, `${told}: "${duty.text}"`);
    }
    // Nobody said that there is no danger when nobody was asked.
    for (const name of DANGERS.filter((each) => variable(each) >= 0 && given[each] === undefined)) {
      const no = this.data.vars[variable(name)].say[1].slice(1);
      assert.ok(!shown.path.includes(no) && !shown.open.includes(no), `${told}: says of itself "${no}"`);
    }
    if (this.name === OWN) this.own(given, shown, told);
    if (doubts.length === 0) assert.ok(!(words.inDoubt in shown.sections), `${told}: doubt is told, nobody doubts`);
    // All that may come of it without the doubts stands there: in no completion something else must be done.
    const open = this.judged(way.filter(([, answer]) => answer !== DOUBT && answer !== 0));
    for (const i of [...open.certain.must, ...open.certain.perhaps]) {
      assert.ok([...shown.must, ...shown.perhaps, ...shown.may].includes(this.data.consequences[i].label),
        `${told}: ${this.data.consequences[i].name} may follow and is not told`);
    }
    // What must not be done in a case like this stands above what must be done.
    for (const duty of this.data.duties.filter((one) => one.modality === 'mayNot' && one.when?.[0] === 'fact' && !one.exception)) {
      const isSo = given[this.data.vars[duty.when[1]].name] === YES;
      assert.strictEqual(shown.special.includes(duty.text), isSo, `${told}: "${duty.text}"`);
      this.seen.forbidden += isSo;
    }
    this.talk(given, shown, told);
  }

  // What the protocol of told.sh says, case by case.
  own(given, shown, told) {
    const { words } = this.data;
    const [who, record] = [words.who, words.record].map((title) => shown.sections[title] ?? '');
    assert.match(record, /legt de signalen vast/, `${told}: hidden since another duty of the step hangs on something`);
    assert.doesNotMatch(shown.folded[words.other] ?? '', /zwangerschap/, `${told}: the check of children is no duty of every case`);
    assert.match(shown.folded[words.onlyIf], /Dit geldt alleen bij de kindcheck.*zwangerschap/s, told);
    const decides = [...shown.must, ...shown.may].some((one) => [this.label('melden'), this.label('hulp')].includes(one));
    this.seen.decided += decides;
    assert.strictEqual(/weegt de bezwaren/.test(who), decides, told);
    assert.strictEqual(/vraagt terugkoppeling aan Veilig Thuis/.test(who), decides, told);
    assert.strictEqual(/legt de genomen besluiten vast/.test(record), decides, told);
    // The duty that holds unless, with whom by age: open when something is decided, else folded, and never lost.
    const talk = /bespreekt de aandachtsfunctionaris de melding met de ouders of het kind\. Bij iemand van 0 tot 12 jaar/;
    const isKept = [YES, DOUBT].includes(given[HONOUR]);
    assert.strictEqual(talk.test(who), decides && !isKept, told);
    assert.ok(isKept || decides || Object.values(shown.folded).some((text) => talk.test(text)), `${told}: a duty is lost`);
    assert.strictEqual(/Daarna gaan wij naar stap 3/.test(who), given.acute_onveiligheid === YES, told);
    // The exception stands where the duty stands to which it is one.
    const talks = shown.groups.filter((text) => text.startsWith('Stap 2') && /bespreekt de leraar de signalen/.test(text));
    talks.forEach((text) => assert.match(text, /Uitzondering op het gesprek\..*‘niet mogelijk’/s, told));
  }

  // Nobody is sent to talk, nor told to write down how it went, where the code keeps from it; and its own words say why.
  talk(given, shown, told) {
    const isKept = this.data.duties.some((duty) => duty.when !== null && /"not".*"fact"/.test(JSON.stringify(duty.when)) &&
      /bespreekt.*(ouder|kind)/.test(duty.text));
    if (!isKept || given[HONOUR] === undefined) return;
    const texts = this.data.circumstances.filter(({ facts }) => facts.includes(this.data.vars.findIndex((one) => one.name === HONOUR)))
      .flatMap(({ own }) => own);
    const record = shown.sections[this.data.words.record] ?? '';
    if (given[HONOUR] === NO) {
      ++this.seen.talk;
      assert.ok(!texts.some((text) => shown.open.includes(text)), `${told}: tells of what is not so`);
      return;
    }
    ++this.seen.honour;
    assert.ok(texts.some((text) => /nog niet met de familie/.test(text)), told);
    texts.forEach((text) => assert.ok(shown.open.includes(text), `${told}: "${text}" is folded`));
    assert.doesNotMatch(record, /uitkomst van het gesprek/, `${told}: records a talk that must not be`);
    assert.doesNotMatch(shown.sections[this.data.words.who] ?? '', /bespreekt de leraar de signalen met/, told);
  }

  async walks() {
    const any = (answers) => answers[random(answers.length)];
    const over = (fixed) => (name, answers) => (answers.includes(fixed[name]) ? fixed[name] : any(answers));
    for (let i = 0; i < WAYS; ++i) await this.walk(over({}));
    // What is rare by chance: danger and no suspicion; honour; nothing but doubt.
    for (const name of DANGERS) await this.walk(over({ [name]: YES, vermoeden: NO, disclosure: NO }));
    for (const answer of [YES, DOUBT, NO]) await this.walk(over({ [HONOUR]: answer, vermoeden: YES, noodsituatie: NO, disclosure: NO }));
    // Nobody suspects anything, and it is not certain whether there is danger.
    for (const name of [...DANGERS, HONOUR]) {
      const calm = Object.fromEntries([...DANGERS, HONOUR].map((each) => [each, NO]));
      await this.walk(over({ ...calm, [name]: DOUBT, vermoeden: NO, disclosure: NO }));
    }
    for (const answer of [NO, DOUBT]) await this.walk(over({ vermoeden: answer, disclosure: answer }));
    await this.walk((_, answers) => (answers.includes(DOUBT) ? DOUBT : any(answers)));
  }

  // The numbers that hold in the whole country are in sight on one line, the others one step away.
  async bar() {
    await this.page.goto(pathToFileURL(path.resolve(this.file)).href);
    await this.page.setViewportSize({ width: 390, height: 844 });
    const bar = await this.page.evaluate(() => {
      const all = document.querySelector('.phones');
      return { height: all.offsetHeight, seen: [...all.querySelectorAll('a')].filter((one) => one.checkVisibility())
        .map((one) => one.getAttribute('href')), all: all.querySelectorAll('a').length };
    });
    assert.ok(bar.height <= 48, `${this.name}: the numbers take ${bar.height} pixels`);
    assert.deepStrictEqual(bar.seen, ['tel:112', 'tel:08002000'], this.name);
    const text = await this.page.evaluate(() => document.querySelector('.phones').textContent + document.querySelector('header').textContent);
    if (this.name.startsWith('model')) assert.match(text, /Deze tekst is nog niet af/, this.name);
    if (this.name.startsWith('innovo')) assert.match(text, /Nog geen telefoonnummer van: .*Aandachtsfunctionaris/, this.name);
    return bar.all;
  }
}

async function main() {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    args: ['--disable-gpu', '--disable-dev-shm-usage'],
  });
  const sums = {};
  try {
    for (const file of files) {
      const page = await browser.newPage({ viewport: { width: 1280, height: 844 } });
      page.on('pageerror', (error) => { throw error; });
      const one = new Aid(page, file);
      await one.walks();
      const numbers = await one.bar();
      for (const [what, count] of Object.entries({ ...one.seen, numbers })) sums[what] = Math.max(sums[what] ?? 0, count);
      console.log(`${one.name}: ${JSON.stringify({ ...one.seen, numbers })}`);
      await page.close();
    }
  } finally {
    await browser.close();
  }
  for (const [what, count] of Object.entries(sums)) assert.ok(count > 2, `${what} was seen ${count} times`);
}

main().catch((error) => { console.error(error); process.exitCode = 1; });
