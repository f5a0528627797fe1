// The tables of a DMN file, read by dmn-moddle and evaluated by feelin. For engines.cjs.
'use strict';

const { DmnModdle } = require('dmn-moddle');
const { evaluate, unaryTest } = require('feelin');

/// A function of a case that asks `decide` once for each combination of the inputs: a table reads nothing else.
function byProjection(space, inputs, decide) {
  const places = inputs.map((input) => space.facts.indexOf(input));
  if (places.includes(-1)) {
    throw new Error(`a table reads a fact that the decision does not: ${inputs}`);
  }
  const known = new Map();
  return (one) => {
    const values = places.map((place) => one[place]);
    const key = values.join();
    if (!known.has(key)) {
      known.set(key, decide(values));
    }
    return known.get(key);
  };
}

const feelTests = new Map();
function fits(text, value) {
  const key = `${text}\n${value}`;
  if (!feelTests.has(key)) {
    const { value: result, warnings } = unaryTest(text, { '?': value });
    if (warnings.length > 0) {
      throw new Error(`FEEL: ${text}: ${warnings[0].message}`);
    }
    feelTests.set(key, result === true);
  }
  return feelTests.get(key);
}

/// Functions of a case by the name of their decision; `notes` gets what is wrong with the file itself.
async function dmnTables(space, text, notes) {
  const { rootElement, warnings, references } = await new DmnModdle().fromXML(text, 'dmn:Definitions');
  for (const warning of warnings) {
    notes.push(`dmn-moddle: ${warning.message}`);
  }
  if (references.some((one) => one.property === 'dmn:dmnElementRef' && !one.id)) {
    notes.push('a shape without its element');
  }
  const byId = new Map(rootElement.drgElement.map((one) => [one.id, one]));
  const tables = new Map();
  const gathered = [];
  for (const decision of rootElement.drgElement.filter((one) => one.$type === 'dmn:Decision')) {
    const needs = (decision.informationRequirement ?? [])
      .map((one) => byId.get((one.requiredInput ?? one.requiredDecision).href.slice(1)));
    if (needs.includes(undefined)) {
      notes.push(`${decision.id} requires what is not there`);
    }
    const logic = decision.decisionLogic;
    if (logic.$type === 'dmn:LiteralExpression') {
      const names = Object.fromEntries(needs.map((one) => [one.name, one.name]));
      const result = evaluate(logic.text, names).value;
      if (typeof result === 'string') {
        tables.set(decision.name, () => result);
      } else if (JSON.stringify(result) !== JSON.stringify(names)) {
        notes.push(`${decision.name} does not gather what it requires`);
      } else {
        gathered.push(Object.keys(names));
      }
      continue;
    }
    const inputs = logic.input.map((one) => one.inputExpression.text);
    if (inputs.some((one, at) => needs[at]?.name !== one)) {
      notes.push(`${decision.name} reads what it does not require`);
    }
    if (logic.hitPolicy !== 'UNIQUE' && logic.hitPolicy !== undefined) {
      notes.push(`${decision.name} has hit policy ${logic.hitPolicy}`);
    }
    if (needs.some((one) => one.$type === 'dmn:Decision')) {
      // Who does what hangs on the consequence alone: each value of it has one rule.
      for (const value of evaluate(`[${logic.input[0].inputValues.text}]`, {}).value) {
        const hits = logic.rule.filter((rule) => fits(rule.inputEntry[0].text, value));
        if (hits.length !== 1) {
          notes.push(`${decision.name}: ${hits.length} rules for ${value}`);
        }
      }
      continue;
    }
    const allowed = evaluate(`[${logic.output[0].outputValues.text}]`, {}).value;
    tables.set(decision.name, byProjection(space, inputs, (values) => {
      const hits = logic.rule.filter((rule) => rule.inputEntry.every((entry, at) => fits(entry.text, values[at])));
      if (hits.length !== 1) {
        return `in ${hits.length} rules`;
      }
      const { value } = evaluate(hits[0].outputEntry[0].text, {});
      return allowed.includes(value) ? value : `${value}, which is not allowed`;
    }));
  }
  // One decision gathers all that is decided; answers to questions are there for themselves.
  const decided = [...tables.keys()].filter((name) => !name.startsWith('vraag_')).sort().join();
  if (gathered.length !== 1 || gathered[0].sort().join() !== decided) {
    notes.push(`what is gathered, ${gathered.join(' and ')}, is not what is decided: ${decided}`);
  }
  return tables;
}

module.exports = { dmnTables };
