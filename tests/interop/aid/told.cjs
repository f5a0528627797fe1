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
const { screen } = require('./told_screen.cjs');

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

class Aid {
  constructor(page, file) {
    this.page = page;
    this.file = file;
    this.name = path.basename(file);
    this.data = aid.prepare(JSON.parse(fs.readFileSync(file, 'utf8')
      .match(/<script type="application\/json" id="data">(.*?)<\/script>/s)[1]));
    this.seen = { danger: 0, answered: 0, closed: 0, honour: 0, talk: 0, doubt: 0, report: 0, forbidden: 0, uncertain: 0,
      settled: 0, decided: 0, soft: 0, turned: 0, direct: 0, advised: 0, way: 0, always: 0 };
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
      this.question(way, judged, shown, told);
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
    // Whom to call where the code contradicts itself or says nothing, with the number.
    for (const [text, links] of shown.advised.filter(([each]) => /overleg/i.test(each))) {
      ++this.seen.advised;
      assert.match(text, /Overleg (dan )?direct met Veilig Thuis.*0800-2000/, told);
      assert.ok(links.includes('tel:08002000'), `${told}: no link in "${text}"`);
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

  // A report that is certain already stands above the question, and whom to call above the first behind danger of now.
  question(way, judged, shown, told) {
    // Above each question behind such an answer, not the next one only; and nothing there closes the case.
    const answers = way.filter(([variable]) => DANGERS.includes(this.data.vars[variable].name)).map(([, answer]) => answer);
    const isSure = answers.includes(YES);
    const isSeen = isSure || answers.includes(DOUBT);
    const { danger, dangerSure } = this.data.words;
    assert.deepStrictEqual([danger, dangerSure].map((each) => shown.before.includes(each)), [isSeen && !isSure, isSure], told);
    if (isSeen) {
      assert.ok(shown.status.startsWith(isSure ? dangerSure : danger), `${told}: not told to a screen reader`);
      shown.already.forEach(([, text]) => assert.ok(!text.includes(this.label('afsluiten')), `${told}: closes a case of danger`));
      ++this.seen.way;
    }
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
    const seen = DANGERS.filter((name) => given[name] === YES || given[name] === DOUBT);
    const strong = this.data.consequences.filter((one) => one.strong).map((one) => one.label);
    this.seen.uncertain += closes && isUncertain;
    if (seen.length > 0 || (closes && isUncertain)) {
      ++this.seen.danger;
      const title = isDanger ? words.dangerSure : words.danger;
      assert.ok(shown.first.includes(title), `${told}: danger is not told first, but ${shown.first}`);
      for (const name of seen) {
        const answer = this.data.vars.find((one) => one.name === name).say[given[name] === YES ? 0 : 2];
        assert.ok(shown.first.includes(answer.slice(1)), `${told}: "${answer}" is not repeated`);
      }
      // Only what closes the case goes against it: to call does not.
      const against = shown.first.match(/Toch volgt uit de vragen van de code: .*/)?.[0] ?? '';
      assert.strictEqual(against !== '', closes, `${told}: ${shown.first}`);
      for (const one of this.data.consequences.filter((each) => each.strong || each.name === 'politie_inschakelen')) {
        assert.ok(!against.includes(one.label.toLowerCase()), `${told}: tells not to do: ${one.label}`);
      }
      // The code is called silent where it is, and nowhere else.
      const isToldSilent = shown.first.includes(words.dangerSilent);
      const atOnce = `${shown.sections[words.who] ?? ''} ${shown.sections[words.directNow] ?? ''}`;
      if (isDanger && isSilent && !closes && !atOnce.match(/ direct /)) assert.ok(isToldSilent, told);
      if (!closes && shown.must.some((one) => strong.includes(one))) {
        ++this.seen.answered;
        assert.ok(!isToldSilent && !shown.first.includes(words.dangerDecide), `${told}: the code does say what to do`);
      }
      assert.deepStrictEqual(shown.firstLinks.slice(0, 2), ['tel:112', 'tel:08002000'], told);
      assert.ok(shown.status.startsWith(title), `${told}: not told to a screen reader`);
    } else if (given.structurele_onveiligheid === YES && shown.must.some((one) => strong.includes(one))) {
      // Danger that is not of now, and answered by the code: to call in case of more.
      ++this.seen.soft;
      assert.strictEqual(shown.first.trim(), words.dangerFirst.replace('{0}', '112'), told);
    } else if (!Object.values(given).some((answer) => answer === YES || answer === DOUBT)) {
      assert.ok(!shown.open.includes(words.danger), `${told}: warns of a danger that nobody saw`);
    }
    this.turned(way, given, judged, shown, told);
    this.directly(given, shown, told);
    // What protects most is told first.
    const weak = shown.must.findIndex((one) => !strong.includes(one));
    assert.ok(weak < 0 || !shown.must.slice(weak).some((one) => strong.includes(one)), `${told}: ${shown.must}`);
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
    // What is done at once is never folded, whatever it hangs on or not.
    for (const duty of this.data.duties.filter((one) => one.direct && one.modality === 'must' && one.when === null &&
      one.route === null && !one.exception && one.step !== null && judged.reached[one.step] && this.data.scopes[one.group].length === 0)) {
      ++this.seen.always;
      assert.ok(shown.open.includes(duty.text), `${told}: folded: "${duty.text}"`);
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

  // Somebody saw danger, and said no to another danger of now that would ask for a report: that is asked back.
  turned(way, given, judged, shown, told) {
    const strongOf = (one) => one.certain.must.map((i) => this.data.consequences[i].name)
      .filter((name) => ['melden', 'alarm_slaan'].includes(name));
    const isReported = strongOf(judged).includes('melden');
    const variable = (name) => this.data.vars.findIndex((one) => one.name === name);
    const tied = ['vermoeden', 'disclosure', 'structurele_onveiligheid', 'acute_onveiligheid'].map(variable);
    const gained = (name) => strongOf(this.judged([...way.filter(([each]) => !tied.includes(each)), [variable(name), YES]]))
      .filter((each) => !strongOf(judged).includes(each));
    const asked = DANGERS.filter((name) => given[name] === NO && !isReported && DANGERS.some((each) => given[each] === YES) &&
      gained(name).length > 0);
    this.seen.turned += asked.length;
    assert.strictEqual(/U antwoordde ook/.test(shown.first), asked.length > 0, `${told}: ${shown.first}`);
    for (const name of asked) {
      const no = this.data.vars[variable(name)].say[1].slice(1);
      assert.ok(shown.first.split('\n').some((line) => line.includes(`U antwoordde ook: `) && line.includes(no) &&
        gained(name).every((each) => line.match(/dan volgt (.*?)\./)[1].includes(this.label(each).replace(/^M/, 'm')))), `${told}: ${shown.first}`);
      assert.strictEqual(shown.firstLinks.filter((each) => each === 'tel:08002000').length, 1 + asked.length, told);
    }
  }

  // What is done at once when all that it hangs on was answered with yes stands below the warnings, and nowhere else.
  directly(given, shown, told) {
    const { words } = this.data;
    const factsOf = ([kind, ...rest]) => (kind === 'fact' ? [this.data.vars[rest[0]].name]
      : kind === 'and' ? rest.flatMap(factsOf) : [null]);
    const part = (title) => shown.parts.filter(([each]) => each === title).flatMap(([, items]) => items);
    const now = part(words.directNow);
    for (const duty of this.data.duties.filter((one) => one.when !== null && one.step === null && one.modality === 'must' &&
      !one.exception && / direct | binnen \d+ uur /.test(one.text))) {
      if (!factsOf(duty.when).every((name) => name !== null && given[name] === YES)) continue;
      ++this.seen.direct;
      assert.ok(now.some((text) => text.startsWith(duty.text)), `${told}: "${duty.text}" is not told first`);
    }
    if (now.length > 0) {
      shown.beforeDirect.forEach((look) => assert.match(look, /^(|danger|special|already|conflict)$/, `${told}: above what is urgent`));
      const others = shown.parts.filter(([title]) => title !== words.directNow).flatMap(([, items]) => items);
      now.forEach((text) => assert.ok(!others.includes(text), `${told}: "${text}" is told twice`));
    }
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
    talks.forEach((text) => assert.match(text, /Uitzondering op het gesprek\..*‘niet mogelijk’.*Zodra het kan, doen wij dit alsnog\./s, told));
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
    // Danger, of which somebody thinks that it is not the danger of the next question.
    for (const name of DANGERS.slice(0, 2)) {
      for (const help of [YES, NO, YES]) {
        await this.walk(over({ [name]: YES, acute_onveiligheid: NO, structurele_onveiligheid: NO, disclosure: NO, vermoeden: YES,
          hulp_mogelijk: help, hulp_aanvaard: YES, hulp_effectief: YES }));
      }
    }
    for (let i = 0; i < 3; ++i) {
      await this.walk(over({ ...Object.fromEntries(DANGERS.map((name) => [name, NO])), structurele_onveiligheid: YES, vermoeden: YES }));
    }
    for (let i = 0; i < 3; ++i) await this.walk(over(Object.fromEntries([[HONOUR, YES], ...DANGERS.map((name) => [name, YES])])));
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
