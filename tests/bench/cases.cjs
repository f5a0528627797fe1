// usage: node cases.cjs FOLDER COUNT
//
// Draws COUNT cases, with a fixed seed, from cases.csv in FOLDER, which holds all that there are (space.cjs), and
// writes them there as many.csv and many.jsonl. Of one in eight a fact is not known; one in 64 has answers drawn fact
// by fact, so that many of those contradict themselves.
'use strict';

const fs = require('node:fs');
const path = require('node:path');

const [folder, count] = process.argv.slice(2);
const [head, ...rows] = fs.readFileSync(path.join(folder, 'cases.csv'), 'utf8').trimEnd().split('\n')
  .map((line) => line.split(','));
const facts = head.slice(1);
const cases = rows.map((row) => row.slice(1));
const answers = ['ja', 'nee', 'twijfel'];

let state = 1;
/// A whole number below `end`.
function draw(end) {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * end);
}

/// How a case is written behind its id. Few differ: each is written once.
const known = new Map();
function written(one) {
  const key = one.join();
  if (!known.has(key)) {
    const given = facts.map((fact, at) => (one[at] === '' ? undefined : `"${fact}":"${one[at]}"`));
    known.set(key, [`,${key}\n`, `,"facts":{${given.filter((each) => each !== undefined).join()}}}\n`]);
  }
  return known.get(key);
}

function drawn() {
  const which = draw(64);
  if (which === 0) {
    return facts.map(() => answers[draw(3)]);
  }
  const one = cases[draw(cases.length)];
  if (which > 8) {
    return one;
  }
  const unknown = draw(facts.length);
  return one.map((answer, at) => (at === unknown ? '' : answer));
}

const PIECE = 1 << 20;
const files = ['many.csv', 'many.jsonl'].map((name) => fs.openSync(path.join(folder, name), 'w'));
let texts = [`${head.join()}\n`, ''];
const flush = () => {
  files.forEach((file, at) => fs.writeSync(file, texts[at]));
  texts = ['', ''];
};
for (let id = 0; id < Number(count); id += 1) {
  const [row, line] = written(drawn());
  texts[0] += `${id}${row}`;
  texts[1] += `{"id":${id}${line}`;
  if (texts[1].length > PIECE) {
    flush();
  }
}
flush();
console.log(`${count} cases, ${known.size} of them different`);
