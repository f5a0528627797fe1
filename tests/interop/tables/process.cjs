// usage: node process.cjs FOLDER...
//
// Reads the BPMN in each folder by bpmn-moddle, holds it against the recommended rules of bpmnlint, and
// walks its gateways with the answers that `meldc decide` gave (decided.jsonl): the questions on the way
// must be those of the decision, in its order. Then it spoils one flow and must find that.
'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { BpmnModdle } = require('bpmn-moddle');
const { Linter } = require('bpmnlint');
const NodeResolver = require('bpmnlint/lib/resolver/node-resolver');

/// The questions that are met when these answers are given, from the start to an end.
function walk(elements, answers) {
  const asked = [];
  let at = elements.find((one) => one.$type === 'bpmn:StartEvent');
  for (let steps = 0; at.$type !== 'bpmn:EndEvent'; steps += 1) {
    const flows = at.outgoing ?? [];
    if (steps > 500 || flows.length === 0) {
      throw new Error(`the flow stops at ${at.id}`);
    }
    let flow = flows[0];
    if (at.$type === 'bpmn:ExclusiveGateway' && flows.length > 1) {
      const question = at.name.slice(0, at.name.indexOf('. '));
      asked.push(question);
      const answer = answers[asked.length - 1];
      flow = flows.find((one) => one.name === answer);
      if (flow === undefined) {
        return asked.concat(answer === undefined ? [] : [`no flow for ${answer}`]);
      }
    } else if (flows.length > 1) {
      throw new Error(`${at.id} has ${flows.length} ways out`);
    }
    at = flow.targetRef;
  }
  return asked;
}

async function read(text) {
  const { rootElement, warnings } = await new BpmnModdle().fromXML(text);
  const process = rootElement.rootElements.find((one) => one.$type === 'bpmn:Process');
  return { rootElement, process, found: warnings.map((one) => `bpmn-moddle: ${one.message}`) };
}

function walkDifferences(process, lines) {
  const found = [];
  for (const { id, path: steps } of lines) {
    const want = steps.map((step) => step.question).join();
    let got;
    try {
      got = walk(process.flowElements, steps.map((step) => step.answer)).join();
    } catch (error) {
      got = error.message;
    }
    if (got !== want) {
      found.push(`case ${id}: asks ${got}, not ${want}`);
    }
  }
  return found;
}

async function main() {
  let wrong = 0;
  let noticed = 0;
  for (const folder of process.argv.slice(2)) {
    const name = fs.readdirSync(folder).find((file) => file.endsWith('.bpmn'));
    const text = fs.readFileSync(path.join(folder, name), 'utf8');
    const lines = fs.readFileSync(path.join(folder, 'decided.jsonl'), 'utf8').trimEnd().split('\n').map(JSON.parse);
    const model = await read(text);
    // Rules remember what they saw: a linter for each model.
    const linter = new Linter({ config: { extends: 'bpmnlint:recommended' }, resolver: new NodeResolver() });
    for (const [rule, reports] of Object.entries(await linter.lint(model.rootElement))) {
      model.found.push(...reports.map((one) => `bpmnlint: ${rule}: ${one.id}: ${one.message}`));
    }
    const found = [...model.found, ...walkDifferences(model.process, lines)];
    wrong += found.length;
    found.slice(0, 8).forEach((one) => console.log(`${name}: ${one}`));
    console.log(`${name}: ${model.process.flowElements.length} elements, ${lines.length} cases walked`);
    // The answers of the last gateway that is asked something, changed about.
    const bad = text.replaceAll('name="ja"', 'name="?"').replaceAll('name="nee"', 'name="ja"').replaceAll('name="?"', 'name="nee"');
    noticed += walkDifferences((await read(bad)).process, lines).length > 0 ? 1 : 0;
  }
  if (noticed === 0) {
    console.log('answers changed about were not noticed');
    wrong += 1;
  }
  process.exitCode = wrong > 0 ? 1 : 0;
}

main().catch((error) => {
  console.log(error);
  process.exitCode = 1;
});
