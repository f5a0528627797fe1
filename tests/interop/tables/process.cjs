// usage: node process.cjs FOLDER...
//
// Reads the BPMN in each folder by bpmn-moddle, holds it against the recommended rules of bpmnlint, and
// walks its gateways with the answers that `meldc decide` gave (decided.jsonl): the questions on the way
// must be those of the decision, in its order. The same is asked of bpmn-engine, which runs the process:
// the conditions of the flows are the answers of a case. Then it spoils one flow and must find that.
'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { BpmnModdle } = require('bpmn-moddle');
const { Engine } = require('bpmn-engine');
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

/// The questions that bpmn-engine comes to on each way that a case takes, where they differ from those of the
/// decision.
async function runDifferences(text, lines) {
  const moddle = new BpmnModdle();
  const { rootElement } = await moddle.fromXML(text);
  const process = rootElement.rootElements.find((one) => one.$type === 'bpmn:Process');
  process.isExecutable = true;
  const names = new Map();
  const known = new Set();
  for (const gateway of process.flowElements.filter((one) => one.$type === 'bpmn:ExclusiveGateway' && one.outgoing.length > 1)) {
    names.set(gateway.id, gateway.name.slice(0, gateway.name.indexOf('. ')));
    for (const flow of gateway.outgoing) {
      known.add(`${names.get(gateway.id)} ${flow.name}`);
      const given = `${JSON.stringify(gateway.id)}, ${JSON.stringify(flow.name)}`;
      flow.conditionExpression = moddle.create('bpmn:FormalExpression',
        { language: 'js', body: `next(null, this.environment.services.isAnswer(${given}))` });
    }
  }
  const { xml: source } = await moddle.toXML(rootElement);
  const ways = new Map(lines.map((line) => [line.path.map((step) => `${step.question} ${step.answer}`).join(), line.path]));
  const found = [];
  let runs = 0;
  for (const steps of ways.values()) {
    // A hole is a way on which the process stops, and an engine stops with an error there.
    if (!steps.every((step) => known.has(`${step.question} ${step.answer}`))) {
      continue;
    }
    runs += 1;
    const asked = [];
    const isAnswer = (gateway, answer) => {
      if (asked.at(-1) !== gateway) {
        asked.push(gateway);
      }
      return steps[asked.length - 1]?.answer === answer;
    };
    const engine = new Engine({ name: 'process', source, services: { isAnswer } });
    let got;
    try {
      await engine.execute();
      got = asked.map((id) => names.get(id)).join();
      got += engine.state === 'idle' ? '' : ` and is ${engine.state}`;
    } catch (error) {
      got = error.message;
    }
    const want = steps.map((step) => step.question).join();
    if (got !== want) {
      found.push(`bpmn-engine: asks ${got}, not ${want}`);
    }
  }
  return { runs, found: runs > 0 ? found : ['bpmn-engine: no way was run'] };
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
    const ran = await runDifferences(text, lines);
    const found = [...model.found, ...walkDifferences(model.process, lines), ...ran.found];
    wrong += found.length;
    found.slice(0, 8).forEach((one) => console.log(`${name}: ${one}`));
    console.log(`${name}: ${model.process.flowElements.length} elements, ${lines.length} cases walked, ${ran.runs} ways run by bpmn-engine`);
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
