// usage: node shown.cjs SCRIPT INNOVO.html [FOLDER]
//
// What a decision aid shows to whom a child has just told it, to whom doubts, and to whom a case is closed.
// What is expected is what the text of the protocol says: a child that tells it (lines 239, 241), doubt in
// step 4 (122), no suspicion (128), the questions that lead to step 5 (130, 131), who reports (140). In
// FOLDER pictures of the screens are left for people to look at. Modules come from NODE_PATH.
'use strict';

const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const { pathToFileURL } = require('node:url');
const { chromium } = require('playwright-core');

const [script, file, folder] = process.argv.slice(2);
const aid = require(path.resolve(script));
const data = aid.prepare(JSON.parse(fs.readFileSync(file, 'utf8')
  .match(/<script type="application\/json" id="data">(.*?)<\/script>/s)[1]));
const { NO, DOUBT, YES } = aid;
const variable = (name) => data.vars.findIndex((one) => one.name === name);
const HELP = ['hulp_mogelijk', 'hulp_aanvaard', 'hulp_effectief'];
const WORD = { ja: YES, nee: NO, twijfel: DOUBT, later: 0 };

// Every way through the questions: the names in the order in which they were asked, with the answers.
function ways(visit, way = []) {
  const answers = data.vars.map(() => 0);
  way.forEach(([name, answer]) => { answers[variable(name)] = answer; });
  const judged = aid.judge(data, answers, way.filter(([, answer]) => answer === 0).map(([name]) => variable(name)));
  if (judged.next === null || judged.next === undefined) return visit(way, judged);
  const { name, later } = data.vars[judged.next];
  for (const answer of [YES, NO, DOUBT]) {
    if (judged.domains[judged.next] & answer) ways(visit, [...way, [name, answer]]);
  }
  if (later) ways(visit, [...way, [name, 0]]);
  return undefined;
}

let count = 0;
ways((way, judged) => {
  ++count;
  const asked = way.map(([name]) => name);
  const given = Object.fromEntries(way);
  const told = JSON.stringify(way);
  // Who does what when a child tells it hangs on no other answer: it is asked on every way, first.
  assert.strictEqual(asked[0], 'disclosure', told);
  assert.strictEqual(aid.read(data.routes[0].when, judged.domains, NO) === YES, given.disclosure === YES, told);
  // No suspicion: closed and recorded, so nobody asks about help.
  if (given.vermoeden === NO) assert.deepStrictEqual(asked.filter((name) => HELP.includes(name)), [], told);
  // Who is unsafe now need not also be unsafe time and again.
  if (given.acute_onveiligheid === YES) assert.ok(!asked.includes('structurele_onveiligheid'), told);
  // Help that cannot be given is not judged further.
  if (given.hulp_mogelijk === NO) assert.ok(!asked.includes('hulp_effectief'), told);
  // The code promises a report after disclosure: while the questions do not give it, that is told.
  const reports = judged.certain.must.some((i) => data.consequences[i].name === 'melden');
  if (given.disclosure === YES && !reports) {
    assert.ok(judged.conflicts.includes(0) || judged.delayed.includes(0), told);
  }
  if (reports) assert.ok(!judged.conflicts.includes(0) && !judged.delayed.includes(0), told);
});
assert.ok(count > 100, `${count} ways`);

class Screen {
  constructor(page) { this.page = page; }

  async start(...answers) {
    await this.page.goto(pathToFileURL(path.resolve(file)).href);
    for (const answer of answers) await this.answer(answer);
  }

  async answer(word) {
    await this.page.$eval(`#work > fieldset [data-answer="${WORD[word]}"]`, (button) => button.click());
  }

  // On to the result; what is asked beyond `answers` is answered with no.
  async finish(...answers) {
    await this.start(...answers);
    while (await this.isQuestion()) await this.answer('nee');
  }

  isQuestion() { return this.page.evaluate(() => document.querySelector('#work > fieldset') !== null); }

  text(selector) {
    return this.page.evaluate((where) => [...document.querySelectorAll(where)].map((one) => one.innerText).join('\n'), selector);
  }

  // The button that says no to what people judge.
  async termAbout(words) {
    for (const one of await this.page.$$('#work > .terms fieldset')) {
      if (words.test(await (await one.$('legend')).innerText())) return one.$(`[data-answer="${NO}"]`);
    }
    return assert.fail(`${words} is not asked`);
  }

  // The part of the result with this heading.
  section(title) {
    return this.page.evaluate((name) => [...document.querySelectorAll('#work > section')]
      .filter((one) => one.querySelector('h3')?.textContent === name).map((one) => one.innerText).join('\n'), title);
  }

  // What is folded below this title.
  folded(title) {
    return this.page.evaluate((name) => [...document.querySelectorAll('#work > details')]
      .filter((one) => one.querySelector('summary').textContent === name).map((one) => one.textContent).join('\n'), title);
  }

  async picture(name) {
    if (!folder) return;
    for (const width of [1280, 390]) {
      await this.page.setViewportSize({ width, height: 844 });
      await this.page.screenshot({ path: path.join(folder, `${name}-${width}.png`), fullPage: true });
    }
  }
}

const CHILD = /maakt direct duidelijk aan het kind hoe belangrijk het signaal is/;
const WITH_AF = /bespreekt met de aandachtsfunctionaris wat een kind of volwassene zelf heeft verteld/;
const ADVICE = /vraagt de aandachtsfunctionaris advies aan Veilig Thuis\./;
// Behind the first question: no violence for the honour of a family, no danger at very short notice.
const CALM = ['nee', 'nee'];
const CONTRADICTS = /De code spreekt zichzelf hier tegen/;

async function walk(screen) {
  // At the start: what must be done at once, with the first question.
  await screen.start();
  await screen.picture('start');
  assert.match(await screen.text('#top'), /vertelt het zelf/);
  assert.match(await screen.text('#work > .direct'), CHILD);
  // A child told it: what is done now stands there before the second question is answered.
  await screen.answer('ja');
  await screen.picture('told');
  assert.match(await screen.text('#work > .already:first-child'), CHILD);
  assert.match(await screen.text('#status'), CHILD);
  assert.match(await screen.text('#work > .already'), WITH_AF);
  // On every way from there it stands in the result too.
  for (const more of [['ja'], ['nee', 'ja'], ['nee', 'nee', 'ja', 'ja', 'later'], ['nee', 'nee', 'ja', 'ja', 'ja']]) {
    await screen.finish('ja', ...CALM, ...more);
    assert.match(await screen.section('Doe dit direct'), CHILD, more.join());
    assert.match(await screen.section('Doe dit direct'), WITH_AF, more.join());
  }
  // Help that works, or of which that shows later only: meldnorm 1 promises a report all the same. That
  // stands before what must be done, behind the line about danger, and is a contradiction once the choice
  // that could give it is not made.
  for (const last of ['later', 'ja']) {
    await screen.finish('ja', ...CALM, 'nee', 'nee', 'ja', 'ja', last);
    assert.match(await screen.text('#work > .danger + section'), /melden wij bij Veilig Thuis\. \(.*\) Uit de vragen volgt dat nog niet\. Wacht niet af\. Overleg direct met Veilig Thuis: 0800-2000\./);
    assert.doesNotMatch(await screen.text('#work'), CONTRADICTS);
  }
  await screen.picture('promised');
  await (await screen.termAbout(/doorgaan naar stap 5/)).evaluate((button) => button.click());
  await screen.picture('contradiction');
  assert.match(await screen.text('#work > .danger + section'), CONTRADICTS);
  assert.match(await screen.text('#work > .danger + section'), /melden wij bij Veilig Thuis\. \(.*\) Uit de vragen volgt dat niet\. Overleg direct met Veilig Thuis: 0800-2000\./);

  // Danger of now: that is said with its number above the next question and above the outcome, also when the code answers it.
  await screen.start('nee', 'nee', 'ja');
  assert.match(await screen.text('#work > .danger:first-child'), /Er is gevaar: bel nu/);
  assert.match(await screen.text('#status'), /^Er is gevaar: bel nu/);
  await screen.finish('nee', 'nee', 'ja', 'ja', 'ja');
  await screen.picture('danger');
  assert.match(await screen.text('#work > h2 + .danger'), /Er is gevaar: bel nu.*Bel 112.*Veilig Thuis: 0800-2000.*dreigt op zeer korte termijn gevaar.*is nu onveilig/s);
  assert.doesNotMatch(await screen.text('#work > .danger'), /De code zegt hier niet|past niet bij elkaar/);
  // Who did no check of children can say so.
  const no = data.vars[variable('kindcheck_zorgen')].say[1];
  assert.match(await screen.text('#path li'), new RegExp(`kindcheck.* Nee: ${no}`, 'i'));
  assert.match(no, /geen kindcheck gedaan/);
  await screen.finish('nee', 'nee', 'twijfel', 'ja', 'twijfel');
  assert.match(await screen.text('#work > h2 + .danger'), /Er is misschien gevaar: bel eerst/);
  // What goes on is grave, but need not be danger of now.
  await screen.finish('nee', ...CALM, 'ja', 'nee', 'ja');
  assert.strictEqual((await screen.text('#work > .danger')).trim(), 'Is iemand nu in gevaar? Bel eerst 112.');
  // Violence for the honour of a family and danger: the police and the hour (lines 98, 185) stand below the warnings.
  await screen.finish('nee', 'ja', 'ja', 'ja', 'ja');
  await screen.picture('honour');
  const [now, when] = await screen.page.$$eval('#work > .danger ~ section.direct', (all) => all.map((one) => one.innerText));
  assert.match(now, /^Doe dit direct.*vraagt de beroepskracht direct advies aan de aandachtsfunctionaris eergerelateerd geweld van de politie/s);
  assert.match(now, /in de lezing ‘van welk geweld ook’/);
  assert.match(when, /^Direct doen als dit zo is.*binnen 1 uur de stappen/s);
  assert.strictEqual((await screen.text('#work')).match(/binnen 1 uur/g).length, 1);
  assert.ok(await screen.page.$('#work > section.direct + section.direct + .must'));

  // Doubt: beside the question what the code says then, and no more than it says.
  await screen.start('nee', ...CALM);
  assert.match(await screen.text('#work > .hint'), /zegt de code niet wat er daarna volgt/);
  assert.match(await screen.text('#work > .doubt'), ADVICE);
  await screen.picture('question');
  await screen.finish('nee', ...CALM, 'twijfel');
  await screen.picture('doubt');
  assert.match(await screen.section('Wie doet wat'), ADVICE);

  // Closed: what is recorded is that, not what step 5 decides; nobody doubts, so what holds in doubt is folded.
  await screen.finish('nee', ...CALM, 'nee');
  await screen.picture('closed');
  assert.match(await screen.folded('Als u later toch twijfelt'), ADVICE);
  assert.doesNotMatch(await screen.text('#work'), ADVICE);
  assert.doesNotMatch(await screen.section('Waar u dit vastlegt'), /Stap 5/);
  assert.match(await screen.section('Waar u dit vastlegt'), /Stap 4/);
  // A choice and open words say who chooses and what hangs on it.
  const terms = await screen.text('#work > .terms legend');
  assert.match(terms, /Kiest de aandachtsfunctionaris hier voor ‘een signaal in de verwijsindex’\?/);
  for (const term of await screen.page.$$('#work > .terms fieldset')) {
    assert.ok(await term.$('li'), await term.innerText());
  }

  // No help possible: step 5, where the report is decided.
  await screen.finish('nee', ...CALM, 'ja', 'nee', 'nee', 'nee');
  await screen.picture('report');
  assert.match(await screen.section('Waar u dit vastlegt'), /Stap 5/);
  assert.match(await screen.text('#work > .must'), /Er staat niet wie de melding doet/);
  for (const text of [await screen.text('body'), JSON.stringify(data)]) {
    assert.doesNotMatch(text, /[^.]\.\.(?!\.)/);
    assert.doesNotMatch(text, /Keuze: |‘af: /);
  }
  // Only answers that the vocabulary leaves are offered: who doubts whether there is a suspicion is not
  // certain of danger.
  await screen.start('twijfel', ...CALM);
  assert.strictEqual(await screen.page.$$eval('#work > fieldset button', (all) => all.length), 2);
}

async function main() {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    args: ['--disable-gpu', '--disable-dev-shm-usage'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 844 } });
    page.on('pageerror', (error) => { throw error; });
    await walk(new Screen(page));
  } finally {
    await browser.close();
  }
  console.log(`${count} ways`);
}

main().catch((error) => { console.error(error); process.exitCode = 1; });
