// What a reader finds in a report: headings, tables, lists and links, from the page or, by mammoth, from
// the Word document. Modules come from NODE_PATH.
'use strict';

const fs = require('node:fs');
const path = require('node:path');
const mammoth = require('mammoth');
// The packages that mammoth itself reads with.
const from = (name) => require(require.resolve(name, { paths: [require.resolve('mammoth')] }));
const { DOMParser } = from('@xmldom/xmldom');
const JSZip = from('jszip');

// The names of styles do not depend on the language of the program that wrote them.
const styles = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='TOC Heading'] => h2:fresh",
  "p[style-name='Contents Heading'] => h2:fresh",
  ...[1, 2, 3, 4].map((level) => `p[style-name='heading ${level}'] => h${level + 1}:fresh`),
  ...[1, 2, 3, 4].map((level) => `p[style-name='Heading ${level}'] => h${level + 1}:fresh`),
];

const elements = (node, name) => Array.from(node.getElementsByTagName(name));
const inside = (node, name) => {
  for (let up = node.parentNode; up; up = up.parentNode) {
    if (up.tagName === name) return true;
  }
  return false;
};
// Letters and digits alone: what stands between them is layout.
const words = (node) => node.textContent.replace(/[^\p{L}\p{N}]/gu, '');

function factsOf(root) {
  const headings = [];
  (function walk(node) {
    if (/^h[1-5]$/.test(node.tagName || '')) headings.push(`${node.tagName} ${node.textContent.trim()}`);
    Array.from(node.childNodes || []).forEach(walk);
  })(root);
  const cells = (row) => Array.from(row.childNodes).filter((node) => /^t[dh]$/.test(node.tagName || ''));
  const tables = elements(root, 'table').map((table) => {
    const isHead = (row) => inside(row, 'thead');
    const rows = elements(table, 'tr');
    return {
      head: rows.filter(isHead).map((row) => cells(row).map(words)),
      rows: rows.filter((row) => !isHead(row)).map((row) => cells(row).map(words)),
    };
  });
  const anchors = elements(root, 'a').filter((node) => node.getAttribute('href'));
  const links = anchors.map((node) => node.getAttribute('href')).filter((href) => !href.startsWith('#'));
  const ids = new Set();
  (function walk(node) {
    if (node.getAttribute && node.getAttribute('id')) ids.add(node.getAttribute('id'));
    Array.from(node.childNodes || []).forEach(walk);
  })(root);
  const dangling = anchors
    .map((node) => node.getAttribute('href'))
    .filter((href) => href.startsWith('#') && !ids.has(href.slice(1)));
  const items = elements(root, 'li')
    .filter((node) => !inside(node, 'table') && !inside(node, 'nav'))
    .map(words);
  return { headings, tables, links, dangling, items };
}

const parse = (html) => new DOMParser().parseFromString(html, 'text/xml').documentElement;

async function readDocx(file) {
  const result = await mammoth.convertToHtml({ path: file }, { styleMap: styles, ignoreEmptyParagraphs: true });
  const errors = result.messages.filter((message) => message.type === 'error');
  if (errors.length > 0) throw new Error(`${file}: ${JSON.stringify(errors)}`);
  return factsOf(parse(`<body>${result.value}</body>`));
}

function readPage(file) {
  // Of HTML's own entities the pages use none; a doctype is nothing to a reader of XML.
  return factsOf(parse(fs.readFileSync(file, 'utf8').replace(/^<!DOCTYPE html>/, '')));
}

// Writes all parts into a folder; returns those that are XML.
async function unpack(file, folder) {
  const zip = await JSZip.loadAsync(fs.readFileSync(file), { checkCRC32: true });
  const names = Object.keys(zip.files);
  for (const name of names) {
    const target = path.join(folder, name);
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.writeFileSync(target, await zip.files[name].async('nodebuffer'));
  }
  return names.filter((name) => /\.(xml|rels)$/.test(name)).map((name) => path.join(folder, name));
}

module.exports = { readDocx, readPage, unpack };
