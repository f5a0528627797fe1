// usage: node compare.cjs page REPORT.docx REPORT.html    the document says what the page says
//        node compare.cjs trip BEFORE.docx AFTER.docx     another program kept what a reader needs
//        node compare.cjs unpack REPORT.docx FOLDER       writes the parts, and prints which are XML
// Exit code 1 with what differs.
'use strict';

const { readDocx, readPage, unpack } = require('./facts.cjs');

const faults = [];
function same(what, one, other) {
  const [a, b] = [one, other].map((value) => JSON.stringify(value));
  if (a === b) return;
  let at = 0;
  while (a[at] === b[at]) ++at;
  const near = (text) => text.slice(Math.max(0, at - 60), at + 100);
  faults.push(`${what} differs:\n    ${near(a)}\n    ${near(b)}`);
}
function atLeast(what, count, least) {
  if (count < least) faults.push(`only ${count} ${what}, ${least} expected: nothing was compared`);
}

// Places to write in hold a hint in the document, and nothing on the page.
const withoutHints = (text) => text.replaceAll('Vulhierin', '').replaceAll('Fillinhere', '');

async function comparePage(file, page) {
  const document = await readDocx(file);
  const shown = readPage(page);
  atLeast('headings', shown.headings.length, 10);
  atLeast('tables', shown.tables.length, 4);
  atLeast('links', shown.links.length, 20);
  same('headings', document.headings, shown.headings);
  same('links', [...document.links].sort(), [...shown.links].sort());
  same('anchors without a place', document.dangling, []);
  // The document has two that the page has otherwise: the box for a view, and who signs.
  same('number of tables', document.tables.length, shown.tables.length + 2);
  document.tables.splice(document.tables.length - 3, 2);
  shown.tables.forEach((table, index) => {
    const other = document.tables[index] || { head: [], rows: [] };
    same(`head of table ${index}`, other.head, table.head);
    same(`rows of table ${index}`, other.rows.length, table.rows.length);
    table.rows.forEach((row, at) =>
      same(`row ${at} of table ${index}`, (other.rows[at] || []).map(withoutHints), row));
  });
  // The page has its warnings as a list, the document in a box.
  same('items of lists', document.items, shown.items.slice(shown.items.length - document.items.length));
  atLeast('items', document.items.length, 3);
}

async function compareTrip(before, after) {
  const [one, other] = [await readDocx(before), await readDocx(after)];
  atLeast('headings', one.headings.length, 10);
  same('headings', other.headings, one.headings);
  // An address with or without a slash behind the name of the server is one.
  const addresses = (links) => links.map((link) => new URL(link).href).sort();
  same('links', addresses(other.links), addresses(one.links));
  same('tables', other.tables, one.tables);
  same('anchors without a place', other.dangling, []);
  same('items of lists', other.items, one.items);
}

async function main([what, one, other]) {
  if (what === 'unpack') {
    console.log((await unpack(one, other)).join('\n'));
    return;
  }
  await (what === 'page' ? comparePage : compareTrip)(one, other);
  if (faults.length > 0) {
    console.error(`${one} and ${other}:\n  ${faults.slice(0, 20).join('\n  ')}`);
    process.exitCode = 1;
  }
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
