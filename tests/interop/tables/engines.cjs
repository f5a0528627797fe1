// usage: node engines.cjs FOLDER...
//
// Each folder holds what `meldc build` wrote of one protocol, and what space.cjs expects of every case.
// Runs the DMN by dmn-moddle and feelin, the JDM by the ZEN engine, the rows of the CSV (as SQLite read
// them) and the vectors, and compares each with what is expected. Then it spoils one cell of each and
// must find that too. Modules come from NODE_PATH.
'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { DmnModdle } = require('dmn-moddle');
const { evaluate, unaryTest } = require('feelin');
const { ZenEngine } = require('@gorules/zen-engine-linux-x64-gnu');

/// Cases as objects, and per case what is expected of each column.
function readSpace(folder) {
  const lines = (name) => fs.readFileSync(path.join(folder, name), 'utf8').trimEnd().split('\n');
  const [head, ...rows] = lines('cases.csv').map((line) => line.split(','));
  const names = (text) => new Set(text === '' ? [] : text.split(' '));
  return {
    facts: head.slice(1),
    read: JSON.parse(fs.readFileSync(path.join(folder, 'read.json'), 'utf8')),
    cases: rows.map((row) => row.slice(1)),
    expected: lines('expected.tsv').map((line) => {
      const [, must, may, open, mayNot, undetermined, deferred] = line.split('\t');
      return { must: names(must), may: names(may), open: names(open), mayNot: names(mayNot), undetermined, deferred };
    }),
  };
}

/// The word that the table `id` must give in a case; undefined for what decide does not tell.
function wanted(expected, id) {
  if (id === 'undetermined' || id === 'deferred') {
    return expected[id];
  }
  if (id.startsWith('verbod_')) {
    return expected.mayNot.has(id.slice('verbod_'.length)) ? 'ja' : undefined;
  }
  if (id.startsWith('vraag_') || id.startsWith('grond_')) {
    return undefined;
  }
  return expected.must.has(id) ? 'moet' : expected.may.has(id) ? 'mag' : expected.open.has(id) ? 'open' : 'nee';
}

/// A function of a case that asks `decide` once for each combination of the inputs.
function byProjection(space, inputs, decide) {
  const places = inputs.map((input) => space.facts.indexOf(input));
  if (places.includes(-1)) {
    throw new Error(`a table reads a fact that the decision does not: ${inputs}`);
  }
  const known = new Map();
  return (one) => {
    const values = places.map((place) => one[place]);
    const key = values.join();
    if (!known.has(key)) {
      known.set(key, decide(values));
    }
    return known.get(key);
  };
}

/// Compares functions of a case, by the id of their table, with what is expected of every case.
function differences(space, tables) {
  const found = [];
  const told = new Set();
  space.cases.forEach((one, number) => {
    for (const [id, value] of tables) {
      const want = wanted(space.expected[number], id);
      const got = value(one);
      const isWrong = want !== undefined ? got !== want : id.startsWith('verbod_') && got === 'ja';
      if (isWrong) {
        found.push(`case ${number}: ${id} is ${got}, not ${want}`);
      }
      told.add(id);
    }
    for (const id of [...space.expected[number].must, ...space.expected[number].may]) {
      if (!told.has(id)) {
        found.push(`case ${number}: no table for ${id}`);
      }
    }
  });
  return found;
}

const feelTests = new Map();
function fits(text, value) {
  const key = `${text}\n${value}`;
  if (!feelTests.has(key)) {
    const { value: result, warnings } = unaryTest(text, { '?': value });
    if (warnings.length > 0) {
      throw new Error(`FEEL: ${text}: ${warnings[0].message}`);
    }
    feelTests.set(key, result === true);
  }
  return feelTests.get(key);
}

async function dmnTables(space, text, notes) {
  const { rootElement, warnings, references } = await new DmnModdle().fromXML(text, 'dmn:Definitions');
  for (const warning of warnings) {
    notes.push(`dmn-moddle: ${warning.message}`);
  }
  if (references.some((one) => one.property === 'dmn:dmnElementRef' && !one.id)) {
    notes.push('a shape without its element');
  }
  const byId = new Map(rootElement.drgElement.map((one) => [one.id, one]));
  const tables = new Map();
  for (const decision of rootElement.drgElement.filter((one) => one.$type === 'dmn:Decision')) {
    const needs = (decision.informationRequirement ?? [])
      .map((one) => byId.get((one.requiredInput ?? one.requiredDecision).href.slice(1)));
    if (needs.includes(undefined)) {
      notes.push(`${decision.id} requires what is not there`);
    }
    const logic = decision.decisionLogic;
    if (logic.$type === 'dmn:LiteralExpression') {
      const names = Object.fromEntries(needs.map((one) => [one.name, one.name]));
      const result = evaluate(logic.text, names).value;
      if (typeof result === 'string') {
        tables.set(decision.name, () => result);
      } else if (JSON.stringify(result) !== JSON.stringify(names)) {
        notes.push(`${decision.name} does not gather what it requires`);
      }
      continue;
    }
    const inputs = logic.input.map((one) => one.inputExpression.text);
    if (inputs.some((one, at) => needs[at]?.name !== one)) {
      notes.push(`${decision.name} reads what it does not require`);
    }
    if (logic.hitPolicy !== 'UNIQUE' && logic.hitPolicy !== undefined) {
      notes.push(`${decision.name} has hit policy ${logic.hitPolicy}`);
    }
    if (needs.some((one) => one.$type === 'dmn:Decision')) {
      // Who does what hangs on the consequence alone: each value of it has one rule.
      for (const value of evaluate(`[${logic.input[0].inputValues.text}]`, {}).value) {
        const hits = logic.rule.filter((rule) => fits(rule.inputEntry[0].text, value));
        if (hits.length !== 1) {
          notes.push(`${decision.name}: ${hits.length} rules for ${value}`);
        }
      }
      continue;
    }
    const allowed = evaluate(`[${logic.output[0].outputValues.text}]`, {}).value;
    tables.set(decision.name, byProjection(space, inputs, (values) => {
      const hits = logic.rule.filter((rule) => rule.inputEntry.every((entry, at) => fits(entry.text, values[at])));
      if (hits.length !== 1) {
        return `in ${hits.length} rules`;
      }
      const { value } = evaluate(hits[0].outputEntry[0].text, {});
      return allowed.includes(value) ? value : `${value}, which is not allowed`;
    }));
  }
  return tables;
}

/// Few cases in which each combination of the inputs of each table is there.
function coveringCases(space, inputsOf) {
  const seen = new Set();
  return space.cases.filter((one) => {
    let isNew = false;
    inputsOf.forEach((places, table) => {
      const key = `${table}:${places.map((place) => one[place]).join()}`;
      isNew = isNew || !seen.has(key);
      seen.add(key);
    });
    return isNew;
  });
}

async function jdmTables(space, text) {
  const model = JSON.parse(text);
  const nodes = model.nodes.filter((node) => node.type === 'decisionTableNode');
  const inputsOf = nodes.map((node) => node.content.inputs.map((input) => space.facts.indexOf(input.field)));
  const engine = new ZenEngine();
  const decision = engine.createDecision(Buffer.from(text));
  const values = new Map();
  const keyOf = (places, one) => places.map((place) => one[place]).join();
  const remember = (id, key, value) => {
    const known = values.get(id) ?? values.set(id, new Map()).get(id);
    if (known.has(key) && known.get(key) !== value) {
      throw new Error(`${id} hangs on what it does not read`);
    }
    known.set(key, value);
  };
  const cover = coveringCases(space, inputsOf);
  const results = await Promise.all(cover.map((one) =>
    decision.evaluate(Object.fromEntries(space.facts.map((fact, at) => [fact, one[at]])))));
  const constants = model.nodes.filter((node) => node.type === 'expressionNode')
    .map((node) => node.content.expressions[0].key);
  results.forEach(({ result }, number) => {
    nodes.forEach((node, at) => {
      const id = node.content.outputs[0].field;
      remember(id, keyOf(inputsOf[at], cover[number]), result[id]);
    });
    constants.forEach((id) => remember(id, '', result[id]));
  });
  decision.dispose?.();
  engine.dispose();
  const tables = new Map(constants.map((id) => [id, () => values.get(id).get('')]));
  nodes.forEach((node, at) => {
    const id = node.content.outputs[0].field;
    tables.set(id, (one) => values.get(id).get(keyOf(inputsOf[at], one)));
  });
  return { tables, evaluated: cover.length };
}

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
  const places = space.read.map((fact) => space.facts.indexOf(fact));
  const byFacts = new Map(space.cases.map((one, number) => [places.map((place) => one[place]).join(), number]));
  const found = [];
  for (const vector of vectors.cases) {
    const number = byFacts.get(space.read.map((fact) => vector.facts[fact]).join());
    for (const [id, value] of Object.entries(vector.expected)) {
      const want = number === undefined ? 'a case' : wanted(space.expected[number], id);
      if (want !== undefined && value !== want) {
        found.push(`${vector.id}: ${id} is ${value}, not ${want}`);
      }
    }
  }
  return found.concat(vectors.cases.length === 0 ? ['no vectors'] : []);
}

/// The text with one value changed: the last one, so that it is no head.
function spoilt(text, from, to) {
  const at = text.lastIndexOf(from);
  if (at < 0) {
    throw new Error(`nothing to spoil: ${from}`);
  }
  return text.slice(0, at) + to + text.slice(at + from.length);
}

async function judged(folder, name, change) {
  const space = readSpace(folder);
  const read = (suffix) => {
    const text = fs.readFileSync(path.join(folder, name + suffix), 'utf8');
    return change?.[suffix] ? change[suffix](text) : text;
  };
  const notes = [];
  const dmn = differences(space, await dmnTables(space, read('.dmn'), notes));
  const jdm = await jdmTables(space, read('.jdm.json'));
  return {
    cases: space.cases.length,
    evaluated: jdm.evaluated,
    dmn: [...notes, ...dmn],
    jdm: differences(space, jdm.tables),
    csv: csvDifferences(space, JSON.parse(read('.csv.rows.json'))),
    vectors: vectorDifferences(space, JSON.parse(read('.vectors.json'))),
  };
}

async function main() {
  const folders = process.argv.slice(2);
  let wrong = folders.length === 0 ? 1 : 0;
  for (const folder of folders) {
    const name = fs.readdirSync(folder).find((file) => file.endsWith('.dmn')).slice(0, -'.dmn'.length);
    const result = await judged(folder, name);
    for (const kind of ['dmn', 'jdm', 'csv', 'vectors']) {
      wrong += result[kind].length;
      result[kind].slice(0, 5).forEach((one) => console.log(`${name}: ${kind}: ${one}`));
    }
    console.log(`${name}: ${result.cases} cases, ${result.evaluated} of them run by ZEN`);
  }
  // An oracle that finds nothing is worth something only if it finds what is there.
  const folder = folders[0];
  const name = fs.readdirSync(folder).find((file) => file.endsWith('.dmn')).slice(0, -'.dmn'.length);
  const bad = await judged(folder, name, {
    '.dmn': (text) => spoilt(text, '<text>"moet"</text>', '<text>"mag"</text>'),
    '.jdm.json': (text) => spoilt(text, '"\\"moet\\""', '"\\"mag\\""'),
    '.csv.rows.json': (text) => spoilt(text, '"undetermined":"nee"', '"undetermined":"ja"'),
    '.vectors.json': (text) => spoilt(text, '"moet"', '"mag"'),
  });
  for (const kind of ['dmn', 'jdm', 'csv', 'vectors']) {
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
