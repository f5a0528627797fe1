// usage: node decided.cjs FOLDER...
//
// Compares what `meldc decide` said of some cases with what space.cjs expects of them, and the grounds
// that it gave with those of the query (grounds.tsv, which has them behind what is expected).
'use strict';

const fs = require('node:fs');
const path = require('node:path');

let wrong = 0;
let compared = 0;
for (const folder of process.argv.slice(2)) {
  const lines = (name) => fs.readFileSync(path.join(folder, name), 'utf8').trimEnd().split('\n');
  const expected = lines('expected.tsv');
  const queried = lines('grounds.tsv');
  for (const line of lines('decided.jsonl')) {
    const answer = JSON.parse(line);
    const [id, must, may, , mayNot, undetermined, deferred] = expected[answer.id].split('\t');
    const told = [answer.id, answer.consequences.join(' '), answer.allowed.join(' '), answer.forbidden.join(' '),
      answer.undetermined ? 'ja' : 'nee', answer.deferred ? 'ja' : 'nee'].join('\t');
    compared += 1;
    const grounds = queried[answer.id].split('\t')[7];
    if (grounds !== answer.grounds.join(' ')) {
      wrong += 1;
      console.log(`${folder}: decide gives the grounds ${answer.grounds}, the query ${grounds}`);
    }
    if (told !== [id, must, may, mayNot, undetermined, deferred].join('\t')) {
      wrong += 1;
      console.log(`${folder}: decide says ${told}, expected is ${expected[answer.id]}`);
    }
  }
}
console.log(`${compared} cases decided, ${wrong} otherwise than expected`);
process.exitCode = wrong > 0 || compared === 0 ? 1 : 0;
