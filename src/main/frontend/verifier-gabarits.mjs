// Judges a file of element templates by the Modeler's own schema: node verifier-gabarits.mjs <file>. Exit code 1 and the faults when it would not load.
import { readFileSync } from 'node:fs';
import { validateAll } from '@bpmn-io/element-templates-validator';

const { valid, results } = validateAll(JSON.parse(readFileSync(process.argv[2], 'utf8')));
for (const { object, errors } of results) {
  for (const { instancePath, message } of errors ?? []) {
    console.log(`${object.id} ${instancePath} : ${message}`);
  }
}
process.exitCode = valid ? 0 : 1;
