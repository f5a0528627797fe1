// usage: node decisions.cjs MELDC PROTOCOL FOLDER [SHARE]
//
// Decides the same synthetic cases of a protocol by `meldc decide`, by the emitted DMN in feelin, the emitted JDM in the
// ZEN engine, the emitted C++ header and a lookup in an array that has a place for each case, and tells how many each
// decides in a second of work: time of the processors, of all threads together, so that other work on the machine
// counts little. Each takes as many as it can in some seconds, or that SHARE of them (default 1), and all must
// count the same consequences. Needs g++; modules come from NODE_PATH.
'use strict';

const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const readline = require('node:readline');
const { DmnModdle } = require('dmn-moddle');
const { evaluate, unaryTest } = require('feelin');
const { ZenEngine } = require('@gorules/zen-engine-linux-x64-gnu');

const [meldc, protocol, folder, share] = process.argv.slice(2);
const scaled = (count) => Math.max(10, Math.round(count * Number(share ?? 1)));
const ANSWERS = ['nee', 'twijfel', 'ja'];

/// All cases of the protocol, and how many consequences each must have (space.cjs, an evaluation of its own).
function readSpace() {
  const lines = (name) => fs.readFileSync(path.join(folder, name), 'utf8').trimEnd().split('\n');
  const [head, ...rows] = lines('cases.csv').map((line) => line.split(',').slice(1));
  const expected = lines('expected.tsv').map((line) => line.split('\t')[1]);
  return { facts: head, cases: rows, expected: expected.map((names) => (names === '' ? 0 : names.split(' ').length)) };
}

/// The case at a place of the run: the same sequence in the program below.
function* drawn(count, cases) {
  let state = 1;
  for (let at = 0; at < count; at += 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield Number((BigInt(state) * BigInt(cases)) >> 32n);
  }
}

/// A sum that notices a case in the wrong place.
const MOST = 2 ** 32;
function checked(sum, consequences) {
  return (Math.imul(sum, 31) + consequences + MOST) >>> 0;
}
function expectedOf(space, count) {
  let sum = 0;
  for (const which of drawn(count, space.cases.length)) {
    sum = checked(sum, space.expected[which]);
  }
  return sum;
}

const results = [];
function told(name, count, seconds, sum, space) {
  if (sum !== expectedOf(space, count)) {
    throw new Error(`${name} decides otherwise`);
  }
  results.push({ name, speed: count / seconds });
}
/// Seconds of work of this process since a moment that process.cpuUsage() gave.
function worked(from) {
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1e6;
}
/// Seconds of work of a command, whose output goes into a file.
function workOf(out, command) {
  const shell = 'TIMEFORMAT="%U %S"; out="$1"; shift; { time "$@" >"$out"; } 2>&1';
  const text = execFileSync('bash', ['-c', shell, 'bash', out, ...command], { encoding: 'utf8' });
  return text.trim().split(' ').reduce((sum, each) => sum + Number(each), 0);
}

async function byMeldc(space, jobs, form) {
  const count = scaled(2_000_000);
  const file = path.join(folder, `run.${form}`);
  const out = path.join(folder, 'answers');
  const descriptor = fs.openSync(file, 'w');
  let text = form === 'csv' ? `id,${space.facts.join()}\n` : '';
  let id = 0;
  for (const which of drawn(count, space.cases.length)) {
    const one = space.cases[which];
    text += form === 'csv' ? `${id},${one.join()}\n`
      : `{"id":${id},"facts":{${space.facts.map((fact, at) => `"${fact}":"${one[at]}"`).join()}}}\n`;
    id += 1;
    if (text.length > 1 << 20 || id === count) {
      fs.writeSync(descriptor, text);
      text = '';
    }
  }
  fs.closeSync(descriptor);
  const took = workOf(out, [meldc, 'decide', protocol, '--cases', file, '--quiet', '--jobs', String(jobs),
    '--format', form === 'csv' ? 'csv' : 'json']);
  let sum = 0;
  let isHead = form === 'csv';
  for await (const line of readline.createInterface({ input: fs.createReadStream(out) })) {
    if (!isHead) {
      const names = form === 'csv' ? line.split(',')[2].replace('""', '') : JSON.parse(line).consequences.join(' ');
      sum = checked(sum, names === '' ? 0 : names.split(' ').length);
    }
    isHead = false;
  }
  fs.rmSync(file);
  fs.rmSync(out);
  told(`meldc decide, ${form === 'csv' ? 'CSV' : 'JSON'} in and out, ${jobs} ${jobs === 1 ? 'thread' : 'threads'}`,
    count, took, sum, space);
}

async function byZen(space, text) {
  const count = scaled(20_000);
  const engine = new ZenEngine();
  const decision = engine.createDecision(Buffer.from(text));
  const inputs = space.cases.map((one) => Object.fromEntries(space.facts.map((fact, at) => [fact, one[at]])));
  let sum = 0;
  const from = process.cpuUsage();
  for (const which of drawn(count, inputs.length)) {
    const { result } = await decision.evaluate(inputs[which]);
    sum = checked(sum, Object.values(result).filter((value) => value === 'moet').length);
  }
  told('ZEN engine, JDM', count, worked(from), sum, space);
  decision.dispose?.();
  engine.dispose();
}

async function byFeelin(space, text) {
  const count = scaled(1_000);
  const { rootElement } = await new DmnModdle().fromXML(text, 'dmn:Definitions');
  const tables = rootElement.drgElement
    .filter((one) => one.$type === 'dmn:Decision' && one.decisionLogic.$type === 'dmn:DecisionTable')
    .map(({ decisionLogic: logic }) => ({
      places: logic.input.map((input) => space.facts.indexOf(input.inputExpression.text)),
      rules: logic.rule.map((rule) => ({
        tests: rule.inputEntry.map((entry) => entry.text),
        output: rule.outputEntry[0].text,
      })),
    }))
    // Tables over another decision tell who does what.
    .filter((table) => !table.places.includes(-1));
  const constants = rootElement.drgElement
    .filter((one) => one.$type === 'dmn:Decision' && one.decisionLogic.$type === 'dmn:LiteralExpression' &&
      one.decisionLogic.text === '"moet"').length;
  let sum = 0;
  const from = process.cpuUsage();
  for (const which of drawn(count, space.cases.length)) {
    const one = space.cases[which];
    let must = constants;
    for (const { places, rules } of tables) {
      const hit = rules.find(({ tests }) =>
        tests.every((test, at) => unaryTest(test, { '?': one[places[at]] }).value === true));
      must += evaluate(hit.output, {}).value === 'moet' ? 1 : 0;
    }
    sum = checked(sum, must);
  }
  told('feelin, DMN', count, worked(from), sum, space);
}

/// The header and the array; both in one program, which prints how many, how long and the sum.
function byCpp(space, header) {
  const text = fs.readFileSync(header, 'utf8');
  const outcome = /struct Outcome \{\n([\s\S]*?)\n\};/.exec(text)[1];
  const standings = [...outcome.matchAll(/Standing (\w+) = /g)].map((match) => match[1]);
  const values = space.cases.map((one) => `{${one.map((answer) => ANSWERS.indexOf(answer)).join()}}`);
  const source = path.join(folder, 'decisions.cpp');
  fs.writeFileSync(source, `#include "${path.resolve(header)}"

#include <cstdint>
#include <cstdio>
#include <ctime>
#include <vector>

using namespace ${/^namespace (meldc_\w+) \{$/m.exec(text)[1]};

constexpr std::uint8_t kCases[][${space.facts.length}] = {${values.join(',\n')}};
constexpr std::uint64_t kCount = sizeof kCases / sizeof kCases[0];

Facts factsOf(const std::uint8_t* answers) {
    Facts facts;
${space.facts.map((fact, at) => `    facts.${fact} = static_cast<Answer>(answers[${at}]);`).join('\n')}
    return facts;
}

/// The place of a case in an array with a place for each.
std::size_t placeOf(const Facts& facts) {
    std::size_t place = 0;
${space.facts.map((fact) => `    place = place * 3 + static_cast<std::size_t>(facts.${fact});`).join('\n')}
    return place;
}

std::uint32_t consequencesOf(const Outcome& outcome) {
    return 0U${standings.map((id) => ` + (outcome.${id} == Standing::moet)`).join('')};
}

template <class Decide> void run(std::uint64_t count, const std::vector<Facts>& cases, const Decide& decide) {
    const std::clock_t from = std::clock();
    std::uint32_t state = 1;
    std::uint32_t sum = 0;
    for (std::uint64_t i = 0; i < count; ++i) {
        state = state * 1664525U + 1013904223U;
        sum = sum * 31U + consequencesOf(decide(cases[(state * kCount) >> 32U]));
    }
    const double took = static_cast<double>(std::clock() - from) / CLOCKS_PER_SEC;
    std::printf("%llu %f %u\\n", static_cast<unsigned long long>(count), took, sum);
}

int main() {
    std::vector<Facts> cases;
    std::vector<Outcome> outcomes(${3 ** space.facts.length});
    for (const auto& one : kCases) {
        cases.push_back(factsOf(one));
        outcomes[placeOf(cases.back())] = decide(cases.back());
    }
    run(${scaled(20_000_000)}, cases, [](const Facts& facts) { return decide(facts); });
    run(${scaled(50_000_000)}, cases, [&](const Facts& facts) -> const Outcome& { return outcomes[placeOf(facts)]; });
}
`);
  const program = path.join(folder, 'decisions');
  execFileSync('g++', ['-std=c++17', '-O2', source, '-o', program], { stdio: 'inherit' });
  const lines = execFileSync(program, { encoding: 'utf8' }).trimEnd().split('\n');
  ['the emitted C++ header', 'a lookup in an array'].forEach((name, at) => {
    const [count, took, sum] = lines[at].split(' ').map(Number);
    told(name, count, took, sum, space);
  });
}

async function main() {
  execFileSync(meldc, ['build', protocol, '--emit', 'json,dmn,cpp,jdm,vectors', '--out', folder, '--quiet'],
    { stdio: 'inherit' });
  const base = path.join(folder, fs.readdirSync(folder).find((file) => file.endsWith('.dmn')).slice(0, -'.dmn'.length));
  execFileSync('node', [path.join(__dirname, '../interop/tables/space.cjs'), `${base}.json`], { stdio: 'inherit' });
  const space = readSpace();
  byCpp(space, `${base}.h`);
  for (const form of ['jsonl', 'csv']) {
    await byMeldc(space, 1, form);
    await byMeldc(space, 2, form);
  }
  await byZen(space, fs.readFileSync(`${base}.jdm.json`, 'utf8'));
  await byFeelin(space, fs.readFileSync(`${base}.dmn`, 'utf8'));
  const own = results.find(({ name }) => name.startsWith('meldc decide, JSON')).speed;
  for (const { name, speed } of results) {
    console.log(`${name}: ${Math.round(speed)} a second of work, ${Number((speed / own).toPrecision(2))} of meldc on one thread`);
  }
}

main().catch((error) => {
  console.log(error);
  process.exitCode = 1;
});
