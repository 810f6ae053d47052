// Holds the printed JSON Schema to the project's files: node validate.mjs PROGRAM.
//
// Every file of config/, scenarios/, bench/, tests/laws/ and tests/analysis/studies/ must pass. Every file of
// tests/errors/ and tests/analysis/studies/mistakes/ with a message ("#! ...") must be refused, as YAML or by
// the schema, unless it says why no schema of one file can see its mistake: "#? schema: reason".
import {execFileSync} from 'node:child_process';
import {readFileSync, readdirSync} from 'node:fs';
import {dirname, join, relative} from 'node:path';
import {fileURLToPath} from 'node:url';

const top = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

async function library(name) {
  try {
    return await import(name);
  } catch {
    console.error(`${name} is not installed. Run .ci/setup-slow`);
    process.exit(1);
  }
}

const {default: {default: Ajv2020}} = await library('ajv/dist/2020.js');
const {parseDocument} = await library('yaml');

const print = execFileSync(process.argv[2], ['schema'], {encoding: 'utf8', maxBuffer: 1 << 26});
const ajv = new Ajv2020({allowUnionTypes: true, allowMatchingProperties: true, strictTuples: false,
                         strictRequired: false});
const validate = ajv.compile(JSON.parse(print));

function yamlFiles(folder, deep) {
  return readdirSync(join(top, folder), {recursive: deep})
      .filter(name => name.endsWith('.yaml')).sort().map(name => join(top, folder, name));
}

const utf8 = new TextDecoder('utf-8', {fatal: true});

// What is wrong with a file, in the words of the parser or of the schema; '' where nothing is.
function problem(file) {
  const bytes = readFileSync(file);
  let text;
  try {
    text = utf8.decode(bytes);
  } catch {
    return 'not UTF-8';
  }
  const document = parseDocument(text, {version: '1.2', merge: false, prettyErrors: false});
  if (document.errors.length > 0) return `not YAML: ${document.errors[0].message}`;
  if (validate(document.toJS())) return '';
  const deepest = validate.errors.reduce(
      (a, b) => b.instancePath.length > a.instancePath.length ? b : a);
  return `${deepest.instancePath || '/'} ${deepest.message} ${JSON.stringify(deepest.params)}`;
}

const failures = [];
let passed = 0, refused = 0, unseen = 0;

for (const [folder, deep] of [['config', true], ['scenarios', true], ['bench', false],
                              ['tests/laws', false], ['tests/analysis/studies', false]])
  for (const file of yamlFiles(folder, deep)) {
    const wrong = problem(file);
    if (wrong) failures.push(`${relative(top, file)}: must pass, but ${wrong}`);
    else ++passed;
  }

for (const file of [...yamlFiles('tests/errors', true),
                    ...yamlFiles('tests/analysis/studies/mistakes', true)]) {
  const text = readFileSync(file, 'utf8');
  if (!/^#! /m.test(text)) continue;
  const name = relative(top, file);
  const reason = text.match(/^#\? schema: (.*)$/m)?.[1];
  const wrong = problem(file);
  if (wrong) {
    ++refused;
    console.log(`refused  ${name}: ${wrong}`);
    if (reason) failures.push(`${name}: is refused, though it says '#? schema: ${reason}'. Remove the line`);
  } else if (reason) {
    ++unseen;
    console.log(`unseen   ${name}: ${reason}`);
  } else {
    failures.push(`${name}: passes, though it holds a mistake. Refuse it, or add '#? schema: why not'`);
  }
}

for (const failure of failures) console.log(`FAILED   ${failure}`);
console.log(`${passed} files pass, ${refused} mistakes are refused, ${unseen} cannot be seen, ` +
            `${failures.length} failures`);
process.exit(failures.length === 0 && passed > 0 && refused > 0 ? 0 : 1);
