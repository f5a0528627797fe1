// usage: node source.cjs FOLDER
//
// Holds the DMN, the JDM and the BPMN of policies/voorbeeld against what stands in its text and no space of cases
// shows: who does what, which norm is the ground of a rule, whose lane a question is in, what is done on an answer
// and how the process ends. Whoever changes that protocol reads the new words from it. Then it changes each of these
// and must find that.
'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { BpmnModdle } = require('bpmn-moddle');
const { DmnModdle } = require('dmn-moddle');

const CLERK = 'Aandachtsfunctionaris';
const WAITING = 'Wachten op een nieuw antwoord';
const NOTIFY = 'Melden bij Veilig Thuis';

/// What each question does on its answers: a task, and an end where nothing follows.
const ANSWERS = {
  '1 ja': [], '1 nee': ['Afsluiten en vastleggen', 'Klaar'], '1 twijfel': [WAITING],
  '2 ja': [NOTIFY], '2 nee': [], '2 twijfel': [WAITING],
  '3 ja': [], '3 nee': [NOTIFY, 'Klaar'], '3 twijfel': [WAITING],
  '4 ja': ['Hulp bieden of organiseren'], '4 nee': [NOTIFY, 'Klaar'], '4 twijfel': [WAITING],
  '5 ja': ['De veiligheid volgen', 'Klaar'], '5 nee': [NOTIFY, 'Klaar'], '5 twijfel': ['De veiligheid volgen', WAITING],
};
const PEOPLE = { doet: 'aandachtsfunctionaris', beslist: '', verantwoordelijk: 'directeur' };
/// `vraag 1 … bij nee afsluiten` is what this norm asks.
const GROUND = 'R36 ';

const differ = (what, got, want) => (JSON.stringify(got) === JSON.stringify(want) ? [] : [`${what}: ${JSON.stringify(got)}, not ${JSON.stringify(want)}`]);

async function dmnDifferences(text) {
  const { rootElement } = await new DmnModdle().fromXML(text, 'dmn:Definitions');
  const tableOf = (name) => rootElement.drgElement.find((one) => one.name === name).decisionLogic;
  const who = tableOf('wie_melden');
  const people = Object.fromEntries(who.output.map((one, at) => [one.name, JSON.parse(who.rule[0].outputEntry[at].text)]));
  const closing = tableOf('afsluiten').rule.find((rule) => rule.outputEntry[0].text === '"moet"');
  return [...differ('who', people, PEOPLE),
    ...differ('the ground of a rule', [closing.description?.slice(0, GROUND.length), closing.annotationEntry[0].text.slice(0, GROUND.length)], [GROUND, GROUND])];
}

function jdmDifferences(text) {
  const closing = JSON.parse(text).nodes.find((node) => node.id === 'table_afsluiten').content.rules
    .find((rule) => rule.out === '"moet"');
  return differ('the ground of a rule', closing._description.slice(0, GROUND.length), GROUND);
}

async function bpmnDifferences(text) {
  const { rootElement } = await new BpmnModdle().fromXML(text);
  const process = rootElement.rootElements.find((one) => one.$type === 'bpmn:Process');
  const found = [];
  const lanes = new Map(process.laneSets[0].lanes.flatMap((lane) => lane.flowNodeRef.map((node) => [node.id, lane.name])));
  for (const node of process.flowElements.filter((one) => one.$type !== 'bpmn:SequenceFlow')) {
    const isEarly = node.$type === 'bpmn:StartEvent' || /^Stap [123]:/.test(node.name ?? '');
    found.push(...differ(`the lane of ${node.id}`, lanes.get(node.id), isEarly ? 'Leraar' : CLERK));
  }
  const told = {};
  for (const flow of process.flowElements.filter((one) => one.$type === 'bpmn:SequenceFlow' && one.name)) {
    const names = [];
    for (let at = flow.targetRef; at.$type === 'bpmn:Task' || at.$type === 'bpmn:EndEvent'; at = at.outgoing[0].targetRef) {
      names.push(at.name);
      if (at.$type === 'bpmn:EndEvent') {
        break;
      }
    }
    told[`${flow.sourceRef.name.slice(0, 1)} ${flow.name}`] = names;
  }
  const sorted = (map) => Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1));
  return [...found, ...differ('what is done on an answer', sorted(told), sorted(ANSWERS))];
}

async function main() {
  const folder = process.argv[2];
  const read = (suffix) => fs.readFileSync(path.join(folder, `voorbeeld${suffix}`), 'utf8');
  const texts = { dmn: read('.dmn'), jdm: read('.jdm.json'), bpmn: read('.bpmn') };
  const look = { dmn: dmnDifferences, jdm: jdmDifferences, bpmn: bpmnDifferences };
  const found = [...await look.dmn(texts.dmn), ...await look.jdm(texts.jdm), ...await look.bpmn(texts.bpmn)];
  const changes = [['dmn', '"directeur"', '"leraar"'], ['dmn', '>R36 ', '>R31 '], ['jdm', '"R36 ', '"R31 '],
    ['bpmn', '"Leraar"', '"Lerares"'], ['bpmn', `"${WAITING}"`, '"Klaar"'], ['bpmn', '"Hulp bieden of organiseren"', '"Afsluiten"']];
  for (const [kind, from, to] of changes) {
    if ((await look[kind](texts[kind].replaceAll(from, to))).length === 0) {
      found.push(`${kind}: ${to} for ${from} was not noticed`);
    }
  }
  found.forEach((one) => console.log(`voorbeeld: ${one}`));
  process.exitCode = found.length > 0 ? 1 : 0;
}

main().catch((error) => {
  console.log(error);
  process.exitCode = 1;
});
