// usage: node arrows.cjs FOLDER NAME ARROW...
//
// Reads the arrows between questions out of NAME.vragen.svg (by where they begin and end), .mmd and .dot, and holds them
// against ARROWs as "1 ja 2". Then it leads the last arrow elsewhere, and must find that.
'use strict';

const fs = require('node:fs');
const path = require('node:path');

const numberOf = (label) => label.slice(0, label.indexOf('.'));

/// Arrows of a source in words: rows are named in it, and `arrow` finds from, label and to.
function arrowsOfSource(text, row, arrow) {
  const rows = new Map([...text.matchAll(row)].map(([, name, label]) => [name, numberOf(label)]));
  return [...text.matchAll(arrow)].map(({ groups }) => `${rows.get(groups.from)} ${groups.label} ${rows.get(groups.to)}`);
}

/// Arrows of a drawing: each begins at the edge of a box and ends at that of another; its words follow it.
function arrowsOfDrawing(text) {
  const boxes = [...text.matchAll(/<rect class="question" x="(\d+)" y="(\d+)" width="(\d+)" height="(\d+)"[^>]*>\s*<text class="ask"><tspan[^>]*>([^<]*)/g)]
    .map(([, x, y, width, height, label]) => ({ x: +x, y: +y, right: +x + +width, bottom: +y + +height, number: numberOf(label) }));
  const at = (x, y) => boxes.find((box) => x >= box.x && x <= box.right && y >= box.y && y <= box.bottom)?.number;
  const found = [];
  for (const [, way, words] of text.matchAll(/<path class="arrow" d="([^"]*)"[^>]*>\s*(?:<text class="answer"><tspan[^>]*>([^<]*))?/g)) {
    const point = { x: 0, y: 0 };
    let start;
    for (const [, kind, first, second] of way.matchAll(/([MHV])(\d+)(?: (\d+))?/g)) {
      point.x = kind === 'V' ? point.x : Number(first);
      point.y = kind === 'M' ? Number(second) : kind === 'V' ? Number(first) : point.y;
      start ??= { ...point };
    }
    for (const label of (words ?? '').split(', ')) {
      found.push(`${at(start.x, start.y)} ${label} ${at(point.x, point.y)}`);
    }
  }
  return found;
}

const FORMATS = {
  svg: { read: arrowsOfDrawing, spoil: (text) => text.replace(/(<path class="arrow" d="M\d+ \d+ V)\d+/, '$10') },
  mmd: { read: (text) => arrowsOfSource(text, /^ {4}(r\d+)[[(]"([^"]*)"/gm, /^ {4}(?<from>r\d+) --> \|"(?<label>[^"]*)"\| (?<to>r\d+)$/gm),
    spoil: (text) => text.replace(/(--> \|"[^"]*"\| )r1\b/, '$1r2') },
  dot: { read: (text) => arrowsOfSource(text, /^ {4}(r\d+) \[label="([^"]*)"/gm, /^ {4}(?<from>r\d+) -> (?<to>r\d+) \[label="(?<label>[^"]*)"\];$/gm),
    spoil: (text) => text.replace(/(r0 -> )r1\b/, '$1r2') },
};

const [folder, name, ...wanted] = process.argv.slice(2);
const want = wanted.sort().join('; ');
let faults = 0;
for (const [format, { read, spoil }] of Object.entries(FORMATS)) {
  const text = fs.readFileSync(path.join(folder, `${name}.vragen.${format}`), 'utf8');
  const got = read(text).sort().join('; ');
  if (got !== want) {
    console.error(`${name}.${format}: the arrows are ${got}, not ${want}`);
    faults += 1;
  }
  if (read(spoil(text)).sort().join('; ') === want) {
    console.error(`${name}.${format}: an arrow that leads elsewhere was not noticed`);
    faults += 1;
  }
}
process.exitCode = faults > 0 || want === '' ? 1 : 0;
