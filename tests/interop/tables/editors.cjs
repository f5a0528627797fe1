// usage: node editors.cjs [--pictures FOLDER] FILE.dmn|FILE.bpmn...
//
// Opens each file in dmn-js or bpmn-js, in a browser without a network: nothing may be warned of, and
// every shape must be drawn. With --pictures the drawings are kept as PNG. CHROMIUM is the browser.
'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { chromium } = require('playwright-core');

const dist = (name) => path.join(path.dirname(require.resolve(`${name}/package.json`)), 'dist');
const VIEWERS = {
  '.dmn': { script: path.join(dist('dmn-js'), 'dmn-navigated-viewer.production.min.js'), name: 'DmnJS', styles: [
    path.join(dist('dmn-js'), 'assets/dmn-js-shared.css'), path.join(dist('dmn-js'), 'assets/dmn-js-drd.css'),
    path.join(dist('dmn-js'), 'assets/dmn-js-decision-table.css'), path.join(dist('dmn-js'), 'assets/diagram-js.css')] },
  '.bpmn': { script: path.join(dist('bpmn-js'), 'bpmn-navigated-viewer.production.min.js'), name: 'BpmnJS', styles: [
    path.join(dist('bpmn-js'), 'assets/diagram-js.css'), path.join(dist('bpmn-js'), 'assets/bpmn-js.css')] },
};

async function open(page, file, pictures) {
  const viewer = VIEWERS[path.extname(file)];
  await page.setContent('<style>html,body,#canvas{margin:0;height:100%}</style><div id="canvas"></div>');
  for (const style of viewer.styles) {
    await page.addStyleTag({ path: style });
  }
  await page.addScriptTag({ path: viewer.script });
  const text = fs.readFileSync(file, 'utf8');
  const shapes = (text.match(/<(dmndi:DMNShape|bpmndi:BPMNShape) /g) ?? []).length;
  const result = await page.evaluate(async ({ text, name, isDmn }) => {
    const viewer = new globalThis[name]({ container: '#canvas' });
    globalThis.viewer = viewer;
    const { warnings } = await viewer.importXML(text);
    const drawing = isDmn ? viewer.getActiveViewer() : viewer;
    drawing.get('canvas').zoom('fit-viewport');
    return { warnings: warnings.map((one) => one.message ?? String(one)),
      drawn: drawing.get('elementRegistry').filter((one) => !one.waypoints && one.type !== 'label' && one.parent).length,
      views: isDmn ? viewer.getViews().length : 1 };
  }, { text, name: viewer.name, isDmn: viewer.name === 'DmnJS' });
  const found = result.warnings;
  if (result.drawn < shapes || shapes === 0) {
    found.push(`${result.drawn} of ${shapes} shapes drawn`);
  }
  if (pictures) {
    await page.screenshot({ path: path.join(pictures, `${path.basename(file)}.png`) });
  }
  if (viewer.name === 'DmnJS') {
    // Each table opens too; the drawing, which is the first, is open.
    for (let view = 1; view < result.views; view += 1) {
      const warnings = await page.evaluate(async (view) => {
        const one = globalThis.viewer.getViews()[view];
        const { warnings } = await globalThis.viewer.open(one);
        return warnings.map((warning) => `${one.id}: ${warning.message}`);
      }, view);
      found.push(...warnings);
      if (pictures) {
        await page.screenshot({ path: path.join(pictures, `${path.basename(file)}.${view}.png`) });
      }
    }
  }
  console.log(`${path.basename(file)}: ${shapes} shapes, ${result.views} views, ${found.length} warnings`);
  found.slice(0, 5).forEach((one) => console.log(`  ${one}`));
  return found.length;
}

async function main() {
  const args = process.argv.slice(2);
  const pictures = args[0] === '--pictures' ? args.splice(0, 2)[1] : undefined;
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox'] });
  const page = await browser.newPage({ viewport: { width: 2000, height: 1200 } });
  page.on('pageerror', (error) => {
    console.log(`page: ${error.message}`);
    process.exitCode = 1;
  });
  await page.route('**', (route) => route.abort());
  let wrong = args.length === 0 ? 1 : 0;
  for (const file of args) {
    wrong += await open(page, file, pictures);
  }
  await browser.close();
  process.exitCode = wrong > 0 ? 1 : process.exitCode;
}

main().catch((error) => {
  console.log(error);
  process.exitCode = 1;
});
