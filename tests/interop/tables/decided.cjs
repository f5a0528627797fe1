// usage: node decided.cjs FOLDER...
//
// Compares what `meldc decide` said of some cases (decided.jsonl) with what space.cjs expects of them, and the answers
// and grounds that it gave with those of the query and of the header: sqlite.tsv has the grounds behind what is
// expected, and behind them the columns of told.txt; cpp.tsv has those columns alone.
'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { agrees, readSpace, wanted } = require('./outcomes.cjs');

let wrong = 0;
let compared = 0;
for (const folder of process.argv.slice(2)) {
  const text = (name) => fs.readFileSync(path.join(folder, name), 'utf8').trimEnd();
  const lines = (name) => text(name).split('\n').map((line) => line.split('\t'));
  const { expected } = readSpace(folder);
  const rows = lines('expected.tsv');
  const ids = text('told.txt').split(',');
  const written = { query: lines('sqlite.tsv'), header: lines('cpp.tsv') };
  const differs = (id, what, found, want) => {
    if (found !== want) {
      wrong += 1;
      console.log(`${folder}: case ${id}: ${what} is ${found}, not ${want}`);
    }
  };
  for (const line of text('decided.jsonl').split('\n')) {
    const answer = JSON.parse(line);
    const { id } = answer;
    const [, must, may, , mayNot, undetermined, deferred] = rows[id];
    compared += 1;
    differs(id, 'what decide says', [answer.consequences.join(' '), answer.allowed.join(' '), answer.forbidden.join(' '),
      answer.undetermined ? 'ja' : 'nee', answer.deferred ? 'ja' : 'nee'].join('\t'), [must, may, mayNot, undetermined, deferred].join('\t'));
    differs(id, 'the list of grounds of the query', written.query[id][7], answer.grounds.join(' '));
    for (const [name, table] of Object.entries(written)) {
      ids.forEach((column, at) => {
        const found = table[id].at(at - ids.length);
        if (!agrees(expected[id], column, found)) {
          differs(id, `${column} of the ${name}`, found, wanted(expected[id], column));
        }
      });
    }
  }
}
console.log(`${compared} cases decided, ${wrong} otherwise than expected`);
process.exitCode = wrong > 0 || compared === 0 ? 1 : 0;
