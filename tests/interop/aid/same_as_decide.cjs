// usage: node same_as_decide.cjs MELDC SCRIPT AID.html PROTOCOL
//
// Runs the functions inside a decision aid over cases and compares what they find with `meldc decide`:
// what must, may and must not be done, whether it is undetermined or deferred, conflicts and grounds.
// All complete cases while there are few, else a fixed sample; and from the start of the aid to its
// end, that it asks nothing that cannot matter and does not stop while something still does.
'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { execFileSync } = require('node:child_process');

const [meldc, script, aidFile, protocol] = process.argv.slice(2);
const aid = require(path.resolve(script));
const { NO, DOUBT, YES } = aid;
const SETS = { nee: NO, twijfel: DOUBT, ja: YES };
const WORDS = { [NO]: 'nee', [DOUBT]: 'twijfel', [YES]: 'ja' };
const MOST_CASES = 600;
const MOST_WALKS = 25;
const MOST_COMPLETIONS = 500;

const page = fs.readFileSync(aidFile, 'utf8');
const text = page.match(/<script type="application\/json" id="data">(.*?)<\/script>/s)[1];
const data = aid.prepare(JSON.parse(text));
const facts = data.vars.flatMap((one, i) => (one.kind === 'fact' ? [i] : []));

const faults = [];
const fault = (what) => { if (faults.length < 20) faults.push(what); };

// The same numbers on every run (Numerical Recipes).
let seed = 20260301;
const random = (limit) => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return Math.floor((seed / 2 ** 32) * limit);
};
const isConsistent = (answers) => aid.isPossible(data, data.vars.map((one, i) =>
  answers[i] || (one.kind === 'fact' ? 7 : 5)));

// All consistent ways to fill `open`, or as many drawn ones as asked for.
function completions(answers, open, most) {
  const sets = open.map((i) => (data.vars[i].kind === 'fact' ? [NO, DOUBT, YES] : [NO, YES]));
  const size = sets.reduce((product, each) => product * each.length, 1);
  const result = [];
  for (let n = 0; n < Math.min(size, most); ++n) {
    let rest = n;
    const filled = answers.slice();
    open.forEach((variable, i) => {
      const at = size <= most ? rest % sets[i].length : random(sets[i].length);
      rest = Math.floor(rest / sets[i].length);
      filled[variable] = sets[i][at];
    });
    if (isConsistent(filled)) result.push(filled);
  }
  return { all: result, isWhole: size <= most };
}

// ---- The same as decide ----
const columns = [...new Set(data.worlds.flatMap((world) => world.columns))];
const read = (condition) => (['fact', 'doubt'].includes(condition[0]) ? condition.slice(1)
  : condition[0] === 'term' ? [] : condition.slice(1).flatMap(read));
const conditions = [...data.worlds.flatMap((world) => world.promises), ...data.norms.flatMap(
  (norm) => norm.demands)].flatMap((one) => read(one.when));
const known = facts.filter((i) => columns.includes(i) || conditions.includes(i));
const blank = data.vars.map(() => 0);
const cases = completions(blank, known, MOST_CASES).all;
// Some with facts left open: what is certain must be the same too.
const partial = cases.filter((_, i) => i % 5 === 0).map((one) => one.map(
  (answer) => (random(3) === 0 ? 0 : answer))).filter(isConsistent);

const caseLine = (answers, id) => JSON.stringify({ id, facts: Object.fromEntries(facts
  .filter((i) => answers[i]).map((i) => [data.vars[i].name, WORDS[answers[i]]])) });
const all = [...cases, ...partial];
const output = execFileSync(meldc, ['decide', protocol, '--cases', '-', '--format', 'json',
  ...(process.env.AID_DATE ? ['--date', process.env.AID_DATE] : [])],
{ input: `${all.map(caseLine).join('\n')}\n`, maxBuffer: 1 << 30 }).toString().trim().split('\n');
const names = (list) => list.map((i) => data.consequences[i].name).sort();
const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
if (output.length !== all.length) fault(`decide answered ${output.length} of ${all.length} cases`);
all.forEach((answers, i) => {
  const decided = JSON.parse(output[i] ?? '{}');
  const judged = aid.judge(data, answers);
  const isComplete = i < cases.length;
  const compare = (what, own, theirs) => {
    if (!same(own, theirs)) {
      fault(`${what}: aid ${JSON.stringify(own)}, decide ${JSON.stringify(theirs)}: ${caseLine(answers, i)}`);
    }
  };
  compare('must', names(judged.certain.must), decided.consequences.slice().sort());
  compare('may', names(judged.certain.may), decided.allowed.slice().sort());
  compare('must not', names(judged.certain.mayNot), decided.forbidden.slice().sort());
  compare('undetermined', judged.certain.open, decided.undetermined === true);
  compare('deferred', judged.certain.wait, decided.deferred === true);
  if (isComplete) {
    compare('next', judged.next ?? null, null);
    compare('conflicts', judged.conflicts.map((k) => `meldnorm ${data.meldnormen[k].id}`), decided.conflicts);
    compare('grounds', judged.grounds.map((k) => data.norms[k].id).sort(), decided.grounds.slice().sort());
    // Readings that differ only in what people still judge are one to decide.
    const apart = new Set(judged.readings.map(({ outcome: { perhaps, ...rest } }) => JSON.stringify(rest)));
    compare('readings', apart.size > 1, (decided.readings ?? []).length > 1);
  }
});

// ---- Questions that matter, all of them ----
// What a user sees of a complete case: the outcome in each reading, the conflicts, and which fixed routes
// are taken. Who doubts about a question of the code may have to ask for advice whatever it is about: the
// aid says so everywhere, and asks no question for it. `plain` is what is seen without that.
const isGeneral = (duty) => duty.when !== null && JSON.stringify(duty.when).includes('["doubt"');
const inDoubt = data.duties.filter((duty) => isGeneral(duty) && !duty.exception).flatMap((duty) => duty.gives);
const doubted = (condition) => (condition[0] === 'doubt' ? condition.slice(1)
  : ['fact', 'term'].includes(condition[0]) ? [] : condition.slice(1).flatMap(doubted));
const bare = new Set(data.duties.filter(isGeneral).flatMap((duty) => doubted(duty.when)));
const terms = columns.filter((i) => data.vars[i].kind !== 'fact');
const seen = new Map();
const look = (answers) => {
  const key = known.map((i) => answers[i]).join('') + terms.map((i) => answers[i]).join('');
  if (!seen.has(key)) {
    const { readings, conflicts, domains } = aid.judge(data, answers);
    const taken = data.routes.map((route) => route.first && aid.read(route.when, domains, NO) === YES);
    const without = (list) => list.filter((each) => !inDoubt.includes(each));
    const rest = ({ must, may, perhaps, ...others }) => [without(must), without(may), without(perhaps), others];
    const worlds = (part) => readings.flatMap((one) => one.all.map((world) => [world, part(one.outcome)]))
      .sort((a, b) => (JSON.stringify(a[0]) < JSON.stringify(b[0]) ? -1 : 1));
    seen.set(key, { shown: JSON.stringify([worlds((outcome) => outcome), conflicts, taken]),
      plain: JSON.stringify([worlds(rest), conflicts, taken]) });
  }
  return seen.get(key);
};
const shown = (answers) => look(answers).shown;
let asked = 0;
const visited = new Set();
for (let walk = 0; walk < MOST_WALKS; ++walk) {
  const answers = data.vars.map(() => 0);
  for (;;) {
    const { next, domains, terms: judgedByPeople } = aid.judge(data, answers);
    const key = answers.join('');
    const isNew = !visited.has(key);
    visited.add(key);
    const open = [...known, ...terms].filter((i) => (domains[i] & (domains[i] - 1)) !== 0);
    const { all: filled, isWhole } = isNew ? completions(answers, open, MOST_COMPLETIONS) : { all: [] };
    if ((next === null || next === undefined) && judgedByPeople.length > 0) {
      // Somebody judges it, and the aid goes on.
      answers[judgedByPeople[random(judgedByPeople.length)]] = random(2) === 0 ? NO : YES;
      continue;
    }
    if (next === null || next === undefined) {
      const isCrisp = (one) => open.every((i) => !bare.has(i) || one[i] !== DOUBT);
      const settled = filled.filter(isCrisp);
      const other = settled.find((one) => shown(one) !== shown(settled[0])) ??
        filled.find((one) => look(one).plain !== look(filled[0]).plain);
      if (other) {
        fault(`stops too early: ${caseLine(answers, walk)}: ${caseLine(filled[0], walk)}, ${caseLine(other, walk)} differ`);
      }
      break;
    }
    ++asked;
    if (isNew && isWhole) {
      const others = new Map();
      const isUseful = filled.some((one) => {
        const rest = one.with(next, 0).join('');
        const same = others.get(rest) ?? [];
        others.set(rest, [...same, one]);
        return same.some((each) => (bare.has(next) && (each[next] === DOUBT || one[next] === DOUBT)
          ? look(each).plain !== look(one).plain : shown(each) !== shown(one)));
      });
      const isTied = data.linked.includes(next) && filled.some((one) => shown(one) !== shown(filled[0]));
      if (!isUseful && !isTied) {
        fault(`asks ${data.vars[next].name}, which cannot matter: ${caseLine(answers, walk)}`);
      }
    }
    const choices = [NO, DOUBT, YES].filter((answer) => isConsistent(answers.with(next, answer)));
    answers[next] = choices[random(choices.length)];
  }
}

console.log(`${path.basename(aidFile)}: ${cases.length} complete and ${partial.length} partial cases, ${
  asked} questions in ${MOST_WALKS} walks, ${faults.length} faults`);
faults.forEach((one) => console.log(`  ${one}`));
process.exitCode = faults.length > 0 || cases.length < 30 || asked < 30 ? 1 : 0;
