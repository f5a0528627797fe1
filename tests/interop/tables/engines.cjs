// usage: node engines.cjs FOLDER...
//
// Each folder holds what `meldc build` wrote of one protocol, and what space.cjs expects of every case.
// Runs the DMN by dmn-moddle and feelin, the JDM by the ZEN engine, the rows of the CSV (as SQLite read
// them), the vectors and the cases of the TCK, and compares each with what is expected. Then it spoils one
// cell of each and must find that too. Modules come from NODE_PATH.
'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { Parser } = require('saxen');
const { dmnTables } = require('./dmn.cjs');
const { coveringCases, jdmTables } = require('./jdm.cjs');
const { agrees, differences, readSpace } = require('./outcomes.cjs');

/// Rows of the table as SQLite read it; an answer per fact.
function csvDifferences(space, rows) {
  const bit = { nee: 1, twijfel: 2, ja: 4 };
  const bitsOf = (sets) => sets.reduce((bits, set, at) => {
    bits[at < 10 ? 0 : 1] |= set << (3 * (at % 10));
    return bits;
  }, [0, 0]);
  const read = rows.map((row) => ({
    bits: bitsOf(space.facts.map((fact) => (row[fact] ?? '').split('|')
      .reduce((set, answer) => set | (bit[answer] ?? 7), 0))),
    row,
  }));
  const found = [];
  const text = (set) => [...set].join(' ');
  space.cases.forEach((one, number) => {
    const [a, b] = bitsOf(one.map((answer) => bit[answer]));
    const hits = read.filter(({ bits }) => (bits[0] & a) === a && (bits[1] & b) === b);
    const want = space.expected[number];
    const row = hits[0]?.row;
    if (hits.length !== 1 || row.consequences !== text(want.must) || row.allowed !== text(want.may) ||
        row.open_consequences !== text(want.open) || row.forbidden !== text(want.mayNot) ||
        row.undetermined !== want.undetermined || row.deferred !== want.deferred) {
      found.push(`case ${number}: ${hits.length} rows, ${JSON.stringify(row)}`);
    }
  });
  return found;
}

function vectorDifferences(space, vectors) {
  const byFacts = new Map(space.cases.map((one, number) => [one.join(), number]));
  const found = [];
  for (const vector of vectors.cases) {
    const number = byFacts.get(space.facts.map((fact) => vector.facts[fact]).join());
    for (const [id, value] of Object.entries(vector.expected)) {
      if (number === undefined || !agrees(space.expected[number], id, value)) {
        found.push(`${vector.id}: ${id} is ${value}, not as in case ${number}`);
      }
    }
  }
  return found.concat(vectors.cases.length === 0 ? ['no vectors'] : []);
}

/// The cases of a TCK file: id, answers by fact, and what is expected by decision.
function tckCases(text) {
  const cases = [];
  let parts;
  let words = '';
  const parser = new Parser();
  parser.on('openTag', (name, attributes) => {
    words = '';
    if (name === 'testCase') {
      cases.push({ id: attributes().id, facts: new Map(), results: new Map() });
    } else if (name === 'inputNode' || name === 'resultNode') {
      const of = attributes().name;
      const into = name === 'inputNode' ? 'facts' : 'results';
      parts = (value) => cases.at(-1)[into].set(of, value);
    }
  });
  parser.on('text', (value, decode) => {
    words += decode(value);
  });
  parser.on('closeTag', (name) => {
    if (name === 'value') {
      parts(words);
    }
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.parse(text);
  return cases;
}

/// A case of the TCK gives only what its decision reads, so every case of the space with these answers must be
/// as it says.
function tckDifferences(space, text) {
  const cases = tckCases(text);
  const found = cases.length === 0 ? ['no cases'] : [];
  const byFacts = new Map();
  for (const one of cases) {
    const places = [...one.facts.keys()].map((fact) => space.facts.indexOf(fact));
    const kind = `${places};${[...one.results.keys()]}`;
    if (!byFacts.has(kind)) {
      byFacts.set(kind, { places, cases: new Map() });
    }
    byFacts.get(kind).cases.set([...one.facts.values()].join(), one);
  }
  const seen = new Set();
  for (const { places, cases: listed } of byFacts.values()) {
    space.cases.forEach((answers, number) => {
      const one = listed.get(places.map((place) => answers[place]).join());
      if (one === undefined) {
        return;
      }
      seen.add(one);
      for (const [id, value] of one.results) {
        if (!agrees(space.expected[number], id, value)) {
          found.push(`${one.id}: ${id} is ${value}, not as in case ${number}`);
        }
      }
    });
  }
  return found.concat(cases.filter((one) => !seen.has(one)).map((one) => `${one.id} is no case, or is there twice`));
}

/// The text with one value changed into another, or the other way round where it does not stand there: the last
/// one, so that it is no head.
function spoilt(text, from, to) {
  const at = text.lastIndexOf(from);
  if (at < 0 && !text.includes(to)) {
    throw new Error(`nothing to spoil: ${from}`);
  }
  return at < 0 ? spoilt(text, to, from) : text.slice(0, at) + to + text.slice(at + from.length);
}

const KINDS = ['dmn', 'jdm', 'csv', 'vectors', 'tck'];

/// What ZEN said of decisions before; nobody reads of one what another wrote.
const known = new Map();

/// The differences of each kind; with `change` those of the changed texts, where ZEN runs few cases.
async function judged(folder, name, change) {
  const space = readSpace(folder);
  const read = (suffix) => {
    const text = fs.readFileSync(path.join(folder, name + suffix), 'utf8');
    return change?.[suffix] ? change[suffix](text) : text;
  };
  const notes = [];
  const dmn = differences(space, await dmnTables(space, read('.dmn'), notes));
  const numbers = change && coveringCases(space, read('.jdm.json'));
  const run = numbers ? { ...space, cases: numbers.map((at) => space.cases[at]), expected: numbers.map((at) => space.expected[at]) }
    : space;
  const jdm = await jdmTables(run, read('.jdm.json'), known);
  return {
    cases: space.cases.length,
    isKnown: jdm.isKnown,
    dmn: [...notes, ...dmn],
    jdm: differences(run, jdm.tables),
    csv: csvDifferences(space, JSON.parse(read('.csv.rows.json'))),
    vectors: vectorDifferences(space, JSON.parse(read('.vectors.json'))),
    tck: tckDifferences(space, read('.tck.xml')),
  };
}

async function main() {
  const folders = process.argv.slice(2);
  let wrong = folders.length === 0 ? 1 : 0;
  for (const folder of folders) {
    const name = fs.readdirSync(folder).find((file) => file.endsWith('.dmn')).slice(0, -'.dmn'.length);
    const result = await judged(folder, name);
    for (const kind of KINDS) {
      wrong += result[kind].length;
      result[kind].slice(0, 5).forEach((one) => console.log(`${name}: ${kind}: ${one}`));
    }
    console.log(`${name}: ${result.cases} cases${result.isKnown ? ', by ZEN as part of the same decision before' : ''}`);
  }
  // An oracle that finds nothing is worth something only if it finds what is there.
  const folder = folders[0];
  const name = fs.readdirSync(folder).find((file) => file.endsWith('.dmn')).slice(0, -'.dmn'.length);
  const bad = await judged(folder, name, {
    '.dmn': (text) => spoilt(text, '<text>"moet"</text>', '<text>"mag"</text>'),
    '.jdm.json': (text) => spoilt(text, '"\\"moet\\""', '"\\"mag\\""'),
    '.csv.rows.json': (text) => spoilt(text, '"undetermined":"nee"', '"undetermined":"ja"'),
    '.tck.xml': (text) => spoilt(text, '>moet<', '>mag<'),
    '.vectors.json': (text) => spoilt(text, '"moet"', '"mag"'),
  });
  for (const kind of KINDS) {
    if (bad[kind].length === 0) {
      console.log(`a spoilt ${kind} was not noticed`);
      wrong += 1;
    }
  }
  process.exitCode = wrong > 0 ? 1 : 0;
}

main().catch((error) => {
  console.log(error);
  process.exitCode = 1;
});
