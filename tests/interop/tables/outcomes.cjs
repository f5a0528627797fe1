// What space.cjs and `meldc decide` say of every case, and holding tables against it. For engines.cjs.
'use strict';

const fs = require('node:fs');
const path = require('node:path');

/// Ids of outputs are in small letters, with a line for every other sign.
const idOf = (kind, name) => `${kind}_${name.toLowerCase().replace(/[^a-z0-9]/g, '_')}`;

/// Cases as lists of answers, and per case what is expected of each column. In some cases `told` has the answers to
/// the questions that were asked and the grounds: those that `meldc decide` walked (decided.jsonl).
function readSpace(folder) {
  const text = (name) => fs.readFileSync(path.join(folder, name), 'utf8').trimEnd();
  const lines = (name) => text(name).split('\n');
  const [head, ...rows] = lines('cases.csv').map((line) => line.split(','));
  const names = (list) => new Set(list === '' ? [] : list.split(' '));
  const expected = lines('expected.tsv').map((line) => {
    const [, must, may, open, mayNot, undetermined, deferred] = line.split('\t');
    return { must: names(must), may: names(may), open: names(open), mayNot: names(mayNot), undetermined, deferred };
  });
  const worlds = Number(text('worlds.txt'));
  for (const line of lines('decided.jsonl')) {
    const { id, path: steps, grounds } = JSON.parse(line);
    expected[id].told = {
      isOneOfMore: worlds > 1,
      answers: new Map(steps.map((step) => [idOf('vraag', step.question), step.answer])),
      grounds: new Set(grounds.map((ground) => idOf('grond', ground))),
    };
  }
  return {
    facts: head.slice(1),
    cases: rows.map((row) => row.slice(1)),
    expected,
  };
}

/// The word that the table `id` must give in a case; undefined for what is not known of it.
function wanted(expected, id) {
  if (id === 'undetermined' || id === 'deferred') {
    return expected[id];
  }
  if (id.startsWith('verbod_')) {
    return expected.mayNot.has(id.slice('verbod_'.length)) ? 'ja' : undefined;
  }
  if (id.startsWith('vraag_')) {
    return expected.told?.answers.get(id);
  }
  if (id.startsWith('grond_')) {
    return expected.told && (expected.told.grounds.has(id) ? 'ja' : 'nee');
  }
  return expected.must.has(id) ? 'moet' : expected.may.has(id) ? 'mag' : expected.open.has(id) ? 'open' : 'nee';
}

/// Whether the table `id` may give `got` in a case.
function agrees(expected, id, got) {
  const want = wanted(expected, id);
  if (want === undefined) {
    return !(id.startsWith('verbod_') && got === 'ja');
  }
  // `meldc decide` walks one of the worlds; the table says when they answer a question differently.
  return got === want || (id.startsWith('vraag_') && got === 'open' && expected.told.isOneOfMore);
}

/// Compares functions of a case and its number, by the id of their table, with what is expected of every case.
function differences(space, tables) {
  const found = [];
  const told = new Set();
  space.cases.forEach((one, number) => {
    for (const [id, value] of tables) {
      const got = value(one, number);
      if (!agrees(space.expected[number], id, got)) {
        found.push(`case ${number}: ${id} is ${got}, not ${wanted(space.expected[number], id)}`);
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

module.exports = { agrees, differences, readSpace, wanted };
