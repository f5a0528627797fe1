// usage: node duckdb.cjs FOLDER...
//
// Runs the query in each folder over its cases and compares the columns of decide with expected.tsv, and the
// same of the cases of which facts are not known.
'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { DuckDBInstance } = require('@duckdb/node-api');

const COLUMNS = ['id', 'consequences', 'allowed', 'open_consequences', 'forbidden', 'undetermined', 'deferred'];

async function main() {
  for (const folder of process.argv.slice(2)) {
    const name = fs.readdirSync(folder).find((file) => file.endsWith('.sql'));
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const text = (file) => fs.readFileSync(path.join(folder, file), 'utf8');
    for (const [cases, expected] of [['cases.csv', 'expected.tsv'], ['partial.csv', 'partial.tsv']]) {
      await connection.run(`CREATE OR REPLACE TABLE cases AS SELECT CAST(id AS INTEGER) AS id, * EXCLUDE (id)
        FROM read_csv('${path.join(folder, cases)}', all_varchar = true, header = true)`);
      await connection.run(`CREATE OR REPLACE VIEW result AS\n${text(name)}`);
      const reader = await connection.runAndReadAll(`SELECT ${COLUMNS.join(', ')} FROM result ORDER BY id`);
      const found = reader.getRows().map((row) => row.join('\t')).join('\n');
      const isEqual = `${found}\n` === text(expected);
      console.log(`DuckDB: ${name}: ${reader.currentRowCount} ${cases}${isEqual ? '' : ', NOT as expected'}`);
      process.exitCode = isEqual ? process.exitCode : 1;
    }
  }
}

main();
