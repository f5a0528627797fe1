// A JDM file run by the ZEN engine, case by case. For engines.cjs.
'use strict';

const { ZenEngine } = require('@gorules/zen-engine-linux-x64-gnu');

/// So many cases are handed to the engine at a time.
const BATCH = 256;

/// The parts of a model that are words for people, or places in a drawing.
const SHOWN = new Set(['name', '_description', 'position']);

/// The decision in a file, without what is only shown of it.
function decisionIn(text) {
  const { nodes, edges } = JSON.parse(text);
  return JSON.stringify({ nodes, edges }, (key, value) => (SHOWN.has(key) ? undefined : value));
}

/// Few cases in which each combination of the inputs of each table is there, by their numbers.
function coveringCases(space, text) {
  const places = JSON.parse(text).nodes.filter((node) => node.type === 'decisionTableNode')
    .map((node) => node.content.inputs.map((input) => space.facts.indexOf(input.field)));
  const seen = new Set();
  return [...space.cases.keys()].filter((number) => {
    let isNew = false;
    places.forEach((inputs, table) => {
      const key = `${table}:${inputs.map((place) => space.cases[number][place]).join()}`;
      isNew = isNew || !seen.has(key);
      seen.add(key);
    });
    return isNew;
  });
}

/// What the engine says of every case: ids, and for each case the number of a word for each id.
async function run(space, text) {
  const ids = JSON.parse(text).nodes.flatMap(({ type, content }) =>
    type === 'decisionTableNode' ? content.outputs.map((output) => output.field)
      : type === 'expressionNode' ? content.expressions.map((expression) => expression.key) : []);
  const words = [];
  const values = new Uint8Array(space.cases.length * ids.length);
  const engine = new ZenEngine();
  const decision = engine.createDecision(Buffer.from(text));
  for (let begin = 0; begin < space.cases.length; begin += BATCH) {
    const results = await Promise.all(space.cases.slice(begin, begin + BATCH).map((one) =>
      decision.evaluate(Object.fromEntries(space.facts.map((fact, at) => [fact, one[at]])))));
    results.forEach(({ result }, number) => ids.forEach((id, at) => {
      const known = words.indexOf(result[id]);
      values[(begin + number) * ids.length + at] = known < 0 ? words.push(result[id]) - 1 : known;
    }));
  }
  decision.dispose?.();
  engine.dispose();
  return { ids, words, values };
}

/// Functions of a case and its number by the field that they fill. The engine is run once for decisions that
/// are the same but for their words, over the same cases: `known` remembers what it said.
async function jdmTables(space, text, known) {
  const key = `${decisionIn(text)}\n${space.facts}\n${space.cases.join(';')}`;
  const isKnown = known.has(key);
  if (!isKnown) {
    known.set(key, await run(space, text));
  }
  const { ids, words, values } = known.get(key);
  const tables = new Map(ids.map((id, at) => [id, (one, number) => words[values[number * ids.length + at]]]));
  return { tables, isKnown };
}

module.exports = { coveringCases, jdmTables };
