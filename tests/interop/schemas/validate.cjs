// usage: node validate.cjs [--lines] [--refuse] [--foreign] SCHEMA.json FILE...
//
// Every file must fit the schema: as one document, or with --lines each line by itself. With
// --refuse none may fit. Ours are held to strictness; of someone else's the formats are not looked at.
// Modules come from NODE_PATH.
'use strict';

const fs = require('node:fs');
const Ajv = require('ajv/dist/2020').default;

const args = process.argv.slice(2);
const lines = args[0] === '--lines' && args.shift() !== undefined;
const refuse = args[0] === '--refuse' && args.shift() !== undefined;
const foreign = args[0] === '--foreign' && args.shift() !== undefined;
const [schema, ...files] = args;
const definition = JSON.parse(fs.readFileSync(schema, 'utf8'));
const ajv = foreign
  ? new Ajv({ strict: false, validateFormats: false })
  : new Ajv({ strict: true, allErrors: true, allowUnionTypes: true });
const validate = ajv.compile(definition);

let wrong = 0;
let documents = 0;
for (const file of files) {
  const text = fs.readFileSync(file, 'utf8');
  const pieces = lines ? text.split('\n').filter((line) => line !== '') : [text];
  for (const piece of pieces) {
    documents += 1;
    if (validate(JSON.parse(piece)) === refuse) {
      wrong += 1;
      console.log(`${file}: ${refuse ? 'fits, and should not' : ajv.errorsText(validate.errors, { separator: '\n  ' })}`);
    }
  }
}
console.log(`${schema}: ${documents} documents, ${wrong} wrong`);
process.exitCode = wrong > 0 || documents === 0 ? 1 : 0;
