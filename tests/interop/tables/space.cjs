// usage: node space.cjs TABLE.json...
//
// Makes, from the tables with worlds and terms that `meldc build --emit json` writes, every case over
// facts with what is certain of it, by its own small evaluation: no artefact under test is looked at.
// Writes beside each table:
//   cases.csv      id and a column for each fact, with a head; those of the vectors are among them
//   expected.tsv   id, consequences, allowed, open, forbidden, undetermined, deferred; sorted by id
//   partial.csv    as cases.csv, with cells that are empty: facts that are not known; none of the vectors' own facts
//   partial.tsv    what is certain of them: what holds in every case that they may turn out to be
//   broken.csv     as cases.csv, with answers that cannot be given together; only a head when all can
//   some.jsonl     a part of the cases as `meldc decide` reads them: about MOST_DECIDED, evenly spread, and the vectors
//   worlds.txt     how many worlds there are
//   told.txt       columns of what `decide` tells besides: answers to questions, and whether norms are grounds
//   main.cpp       a program that tells the same of the cases by the C++ header, and the columns of told.txt
'use strict';

const fs = require('node:fs');
const path = require('node:path');

const ANSWERS = ['nee', 'twijfel', 'ja'];

/// About so many cases of a protocol are decided by meldc itself.
const MOST_DECIDED = 1500;
/// So many cases with answers that cannot be given together.
const MOST_BROKEN = 400;
/// About so many cases of which some facts are not known.
const MOST_PARTIAL = 300;
/// In place of an answer: the fact is not known.
const UNKNOWN = -1;

/// The step with which about `most` of `count` are taken. It shares no factor with the answers, which
/// are three to a fact, or the last facts would have the same answer in all.
function stepFor(count, most) {
  let step = Math.ceil(count / most);
  while (step > 1 && (step % 2 === 0 || step % 3 === 0)) {
    step += 1;
  }
  return step;
}

/// The facts that some table reads, and every consistent case over them as a list of answers 0, 1, 2.
function spaceOf(model) {
  const facts = [];
  for (const table of model.tables) {
    for (const column of table.columns) {
      if (column.kind === 'fact' && !facts.includes(column.name)) {
        facts.push(column.name);
      }
    }
  }
  // What is settled once both facts of a bound have an answer is not looked at again below.
  const boundsOf = facts.map(() => []);
  for (const bound of closure(model.implications)) {
    const places = [facts.indexOf(bound.from.fact), facts.indexOf(bound.to.fact)];
    if (!places.includes(-1)) {
      boundsOf[Math.max(...places)].push(bound);
    }
  }
  const cases = [];
  const one = facts.map(() => 0);
  const fill = (at) => {
    if (at === facts.length) {
      cases.push([...one]);
      return;
    }
    for (let answer = 0; answer < 3; answer += 1) {
      one[at] = answer;
      if (isConsistent(facts, boundsOf[at], one)) {
        fill(at + 1);
      }
    }
  };
  fill(0);
  return { facts, cases };
}

/// Implications with what follows from two in a row, so that a fact nobody reads binds the others.
function closure(implications) {
  const turned = (literal) => ({ fact: literal.fact, negated: !literal.negated });
  const same = (a, b) => a.fact === b.fact && a.negated === b.negated;
  const all = implications.flatMap((one) => [one, { from: turned(one.to), to: turned(one.from) }]);
  for (let i = 0; i < all.length; i += 1) {
    for (let j = 0; j < i; j += 1) {
      for (const [a, b] of [[all[i], all[j]], [all[j], all[i]]]) {
        if (same(a.to, b.from) && !all.some((c) => same(c.from, a.from) && same(c.to, b.to))) {
          all.push({ from: a.from, to: b.to });
        }
      }
    }
  }
  return all;
}

/// Facts that norms read and the decision does not get an answer too, a different one from case to case.
function withOthers(facts, cases, others, bounds) {
  const all = [...facts, ...others];
  return cases.map((answers, number) => {
    let one = answers;
    for (let at = facts.length; at < all.length; at += 1) {
      const fits = [0, 1, 2].map((answer) => [...one, answer])
        .filter((longer) => isConsistent(all.slice(0, at + 1), bounds, longer));
      one = fits[(number + (number >> 3)) % fits.length];
    }
    return one;
  });
}

/// Cases with one answer changed, that are none any more.
function brokenOf(facts, cases, bounds) {
  const broken = [];
  const each = stepFor(cases.length, MOST_BROKEN);
  for (let number = 0; number < cases.length && broken.length < MOST_BROKEN; number += each) {
    for (let at = 0; at < facts.length; at += 1) {
      for (const answer of [0, 1, 2]) {
        const one = Object.assign([...cases[number]], { [at]: answer });
        if (!isConsistent(facts, bounds, one)) {
          broken.push(one);
        }
      }
    }
  }
  return broken;
}

/// Cases of which some facts are not known, few or many of them, with what all cases agree on that they may
/// turn out to be. `outcomes`: what is certain of each case, as certain() gives it.
function partialOf(cases, outcomes) {
  const result = [];
  const each = stepFor(cases.length, MOST_PARTIAL);
  let state = 1;
  for (let number = 0; number < cases.length; number += each) {
    const unknown = 1 + (number % 3);
    const one = cases[number].map((answer) => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return (state >>> 24) % 4 < unknown ? UNKNOWN : answer;
    });
    const may = outcomes.filter((_, at) => cases[at].every((answer, i) => one[i] === UNKNOWN || one[i] === answer));
    const agreed = may[0].map((first, part) => (Array.isArray(first)
      ? first.filter((name) => may.every((outcome) => outcome[part].includes(name)))
      : may.every((outcome) => outcome[part] === first) ? first : null));
    result.push({ answers: one, agreed });
  }
  return result;
}

function isConsistent(facts, bounds, answers) {
  const rank = (literal) => {
    const at = facts.indexOf(literal.fact);
    return at < 0 ? undefined : literal.negated ? 2 - answers[at] : answers[at];
  };
  return bounds.every((one) => {
    const [from, to] = [rank(one.from), rank(one.to)];
    return from === undefined || to === undefined || from <= to;
  });
}

/// A set of answers per fact as bits, in two numbers that stay small.
function bitsOf(sets) {
  const bits = [0, 0];
  sets.forEach((set, at) => {
    bits[at < 10 ? 0 : 1] |= set << (3 * (at % 10));
  });
  return bits;
}

/// What is certain of a case, over all tables and all rows that differ in terms alone. Many cases lie
/// in the same rows: those are asked once.
const known = new Map();
function certain(tables, worldsTruncated, bits) {
  const rows = tables.map((table) =>
    table.filter((row) => (row.bits[0] & bits[0]) === bits[0] && (row.bits[1] & bits[1]) === bits[1]));
  if (rows.some((list) => list.length === 0)) {
    throw new Error('a case is in no row');
  }
  const key = rows.map((list) => list.map((row) => row.number).join()).join(';');
  if (!known.has(key)) {
    known.set(key, certainIn(rows, worldsTruncated));
  }
  return known.get(key);
}

function certainIn(rows, worldsTruncated) {
  const all = rows.flat();
  const names = [...new Set(all.flatMap((row) => [...row.must, ...row.may, ...row.mayNot]))].sort();
  const has = (row, name) => row.must.includes(name) || row.may.includes(name);
  const must = names.filter((name) => all.every((row) => row.must.includes(name)));
  return [
    must,
    names.filter((name) => !must.includes(name) && all.every((row) => has(row, name))),
    names.filter((name) => all.some((row) => has(row, name)) && !all.every((row) => has(row, name))),
    names.filter((name) => all.every((row) => row.mayNot.includes(name))),
    worldsTruncated || rows.some((list) => list.every((row) => row.undetermined)),
    rows.every((list) => list.every((row) => row.deferred)),
  ];
}

function tablesOf(model, facts) {
  known.clear();
  return model.tables.map((table) => table.rows.map((row, number) => ({
    number,
    bits: bitsOf(facts.map((fact) => (row.when[fact] ?? ANSWERS)
      .reduce((set, answer) => set | (1 << ANSWERS.indexOf(answer)), 0))),
    must: row.consequences,
    may: row.allowed,
    mayNot: row.forbidden,
    undetermined: row.undetermined,
    deferred: row.deferred,
  })));
}

/// Reads cases.csv and writes what expected.tsv should hold. HEADER and SPACE are given by -D.
function mainOf(facts, names, bans, others) {
  const list = (ids, test) => ids.map((id) => `        if (${test(id)}) add("${id}");`).join('\n');
  return `#include HEADER

#include <fstream>
#include <iostream>
#include <sstream>
#include <string>

using namespace SPACE;

int main(int, char** arguments) {
    const auto answer = [](const std::string& word) {
        return word == "ja"        ? Answer::ja
               : word == "nee"     ? Answer::nee
               : word == "twijfel" ? Answer::twijfel
                                   : Answer::onbekend;
    };
    // What is not known is an empty cell, as in a table.
    const auto word = [](auto value) {
        const std::string name(nameOf(value));
        return name == "onbekend" ? std::string() : name;
    };
    std::ifstream cases(arguments[1]);
    std::string line;
    std::getline(cases, line);
    while (std::getline(cases, line)) {
        std::istringstream cells(line);
        std::string id;
        std::string cell;
        std::getline(cells, id, ',');
        Facts facts;
${facts.map((fact) => `        std::getline(cells, cell, ',');\n        facts.${fact} = answer(cell);`).join('\n')}
        const Outcome outcome = decide(facts);
        std::string names;
        const auto add = [&](const char* name) { names += (names.empty() ? "" : " ") + std::string(name); };
        const auto end = [&] { std::cout << '\\t' << names; names.clear(); };
        std::cout << id;
${list(names, (id) => `outcome.${id} == Standing::moet`)}
        end();
${list(names, (id) => `outcome.${id} == Standing::mag`)}
        end();
${list(names, (id) => `outcome.${id} == Standing::open`)}
        end();
${list(bans, (id) => `outcome.verbod_${id} == Ban::ja`)}
        end();
        names = word(outcome.undetermined);
        end();
        names = word(outcome.deferred);
        end();
        std::cout << (isConsistent(facts) ? "" : " broken");
${others.map((id) => `        std::cout << '\\t' << word(outcome.${id});`).join('\n')}
        std::cout << '\\n';
    }
}
`;
}

function make(file) {
  const folder = path.dirname(file);
  const model = JSON.parse(fs.readFileSync(file, 'utf8'));
  const { facts: read, cases: plain } = spaceOf(model);
  const vectors = JSON.parse(fs.readFileSync(file.replace(/\.json$/, '.vectors.json'), 'utf8'));
  const others = Object.keys(vectors.cases[0].facts).filter((fact) => !read.includes(fact));
  const facts = [...read, ...others];
  const bounds = closure(model.implications);
  const cases = withOthers(read, plain, others, bounds);
  // The vectors answer what norms alone read in their own way.
  const there = new Set(cases.map((one) => one.join()));
  const ofVectors = vectors.cases.map((vector) => facts.map((fact) => ANSWERS.indexOf(vector.facts[fact])));
  const isVector = new Set(ofVectors.map((one) => one.join()));
  for (const one of ofVectors) {
    if (isConsistent(facts, bounds, one) && !there.has(one.join())) {
      cases.push(one);
      there.add(one.join());
    }
  }
  const tables = tablesOf(model, facts);
  const word = (value) => (Array.isArray(value) ? value.join(' ') : value === null ? '' : value ? 'ja' : 'nee');
  const csvOf = (list) => [['id', ...facts].join(','),
    ...list.map((answers, id) => [id, ...answers.map((answer) => ANSWERS[answer] ?? '')].join(','))].join('\n');
  const each = stepFor(cases.length, MOST_DECIDED);
  const expected = [];
  const outcomes = [];
  const lines = [];
  cases.forEach((answers, id) => {
    const bits = bitsOf(answers.map((answer) => 1 << answer));
    outcomes.push(certain(tables, model.worlds_truncated, bits));
    expected.push(`${id}\t${outcomes[id].map(word).join('\t')}`);
    if (id % each === 0 || isVector.has(answers.join())) {
      lines.push(JSON.stringify({ id, facts: Object.fromEntries(facts.map((fact, at) => [fact, ANSWERS[answers[at]]])) }));
    }
  });
  const rows = tables.flat();
  const names = [...new Set(rows.flatMap((row) => [...row.must, ...row.may]))].sort();
  const bans = [...new Set(rows.flatMap((row) => row.mayNot))].sort();
  const write = (name, text) => fs.writeFileSync(path.join(folder, name), text);
  const told = Object.keys(vectors.cases[0].expected).filter((id) => /^(vraag|grond)_/.test(id));
  write('cases.csv', `${csvOf(cases)}\n`);
  const partial = partialOf(plain, outcomes.slice(0, plain.length));
  write('partial.csv', `${csvOf(partial.map(({ answers }) => facts.map((_, at) => answers[at] ?? UNKNOWN)))}\n`);
  write('partial.tsv', `${partial.map(({ agreed }, id) => [id, ...agreed.map(word)].join('\t')).join('\n')}\n`);
  write('broken.csv', `${csvOf(brokenOf(facts, cases, bounds))}\n`);
  write('expected.tsv', `${expected.join('\n')}\n`);
  write('told.txt', told.join());
  write('some.jsonl', `${lines.join('\n')}\n`);
  write('worlds.txt', String(model.worlds));
  write('main.cpp', mainOf(facts, names, bans, told));
}

process.argv.slice(2).forEach(make);
