// usage: node same_facts.cjs MELDC PROTOCOL.meld FOLDER
//
// Changes one fact after another in a protocol and compares what all outputs of `build` say before and
// after: whatever told the old fact tells the new one, nothing tells both, and where a reader looks for
// the fact it is told. Modules come from NODE_PATH.
'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { execFileSync } = require('node:child_process');
const JSZip = require(require.resolve('jszip', { paths: [require.resolve('mammoth')] }));

const [meldc, protocol, out] = process.argv.slice(2);
// What a role is called and what it is are two facts: here they have two names. The number for the whole country, which
// stands in the decision aid in any case, is not that of the protocol.
const source = fs.readFileSync(protocol, 'utf8')
  .replace('rol af "aandachtsfunctionaris"', 'rol af "intern begeleider"').replace('0800-2000', '088-1234567');

// A fact: what is replaced in the protocol, the words that tell it, and the outputs (the ending of
// their names) that must tell it. Others may.
const staff = ['handboek.html', 'handboek.docx', 'protocol.html', 'protocol.docx', 'html'];
const read = [...staff, 'stappenkaart.html', 'rolkaarten.html', 'rolkaarten.docx'];
const facts = [
  { name: 'telephone number', change: ['088-1234567', '0900-7654'], told: ['088-1234567', '0900-7654'],
    where: [...read, 'keuzehulp.html'] },
  { name: 'name of the code', change: ['De Vuurtoren', 'De Waterkant'], told: ['De Vuurtoren', 'De Waterkant'],
    where: [...read, 'keuzehulp.html', 'json', 'dmn', 'bpmn'] },
  { name: 'name of a role', change: ['rol af "intern begeleider"', 'rol af "veiligheidscoach"'],
    told: ['intern begeleider', 'veiligheidscoach'], where: [...read, 'bpmn'] },
  { name: 'name of a step', change: ['Praten met ouder en kind', 'Samen om tafel'],
    told: ['Praten met ouder en kind', 'Samen om tafel'], where: [...read, 'bpmn'] },
  { name: 'question', change: ['Willen de betrokkenen de hulp?', 'Zegt het gezin ja tegen steun?'],
    told: ['Willen de betrokkenen de hulp', 'Zegt het gezin ja tegen steun'],
    where: [...staff, 'keuzehulp.html', 'dmn', 'bpmn'] },
  { name: 'system', change: ['"leerlingdossier" zin "het leerlingdossier"', '"zorgmap" zin "de zorgmap"'],
    told: ['leerlingdossier', 'zorgmap'], where: [...staff, 'rolkaarten.html', 'rolkaarten.docx', 'bpmn'] },
  { name: 'day of adoption', change: ['vastgesteld 2026-03-01', 'vastgesteld 2026-02-17'],
    told: [/2026-03-01|1 maart 2026/, /2026-02-17|17 februari 2026/], where: staff },
  { name: 'where an answer leads', change: ['bij ja      hulp, vraag 5', 'bij ja      afsluiten'],
    changes: [...staff, 'stappenkaart.html', 'keuzehulp.html', 'json', 'csv', 'sql', 'dmn', 'jdm.json', 'h',
      'vectors.json', 'tck.xml', 'bpmn'] },
  { name: 'who decides', change: ['eindverantwoordelijk directeur', 'eindverantwoordelijk af'],
    changes: [...staff, 'stappenkaart.html', 'rolkaarten.html', 'rolkaarten.docx'] },
  { name: 'modality of a duty', change: ['taak leraar moet waarschuwen', 'taak leraar mag waarschuwen'],
    changes: [...staff, 'rolkaarten.html', 'rolkaarten.docx'] },
];

// The words of one output; digests and the like of the source are no words.
async function wordsOf(file) {
  const bytes = fs.readFileSync(file);
  if (!file.endsWith('.docx')) {
    return bytes.toString('utf8').replace(/[0-9a-f]{40,}/g, '');
  }
  const archive = await JSZip.loadAsync(bytes);
  const parts = Object.keys(archive.files).filter((name) => /^word\/(document|footer|header)/.test(name)).sort();
  const texts = await Promise.all(parts.map((name) => archive.file(name).async('string')));
  // A sentence may be cut in runs.
  return texts.join('\n').replace(/<\/w:t>.*?<w:t[^>]*>/gs, (cut) => (cut.includes('</w:p>') ? '\n' : ''))
    .replace(/[0-9a-f]{40,}/g, '');
}

async function outputsOf(text, name) {
  const folder = path.join(out, name);
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, 'protocol.meld'), text);
  execFileSync(meldc, ['build', path.join(folder, 'protocol.meld'), '--emit', 'all', '--date', '2026-03-02',
    '--out', folder, '--quiet']);
  const outputs = new Map();
  for (const file of fs.readdirSync(folder).filter((each) => each.startsWith('voorbeeld.')).sort()) {
    outputs.set(file.slice('voorbeeld.'.length), await wordsOf(path.join(folder, file)));
  }
  return outputs;
}

const tells = (text, words) =>
  (words instanceof RegExp ? words.test(text) : text.toLowerCase().includes(words.toLowerCase()));

async function main() {
  fs.rmSync(out, { recursive: true, force: true });
  const faults = [];
  const before = await outputsOf(source, 'before');
  for (const [at, fact] of facts.entries()) {
    const [from, to] = fact.change;
    if (source.split(from).length !== 2) {
      throw new Error(`"${from}" does not stand once in the protocol`);
    }
    const after = await outputsOf(source.replace(from, to), `fact-${at}`);
    const fault = (ending, what) => faults.push(`${fact.name}: ${ending} ${what}`);
    for (const ending of [...(fact.where ?? []), ...(fact.changes ?? [])]) {
      if (!before.has(ending)) fault(ending, 'is not written');
    }
    if (fact.changes) {
      for (const ending of fact.changes.filter((each) => before.has(each))) {
        if (before.get(ending) === after.get(ending)) fault(ending, 'does not change');
      }
      continue;
    }
    const [old, now] = fact.told;
    for (const [ending, text] of before) {
      if (tells(text, now)) fault(ending, 'tells the new fact before it is one');
      if (tells(after.get(ending), old)) fault(ending, 'still tells the old fact');
      if (tells(text, old) !== tells(after.get(ending), now)) fault(ending, 'lost the fact');
      if (fact.where.includes(ending) && !tells(text, old)) fault(ending, 'does not tell it');
    }
  }
  console.log(`${facts.length} facts in ${before.size} outputs: ${faults.length} faults`);
  faults.forEach((each) => console.log(`  ${each}`));
  return faults.length === 0 ? 0 : 1;
}

main().then(
  (code) => { process.exitCode = code; },
  (error) => { console.error(error.message); process.exitCode = 1; });
