// Lints samples that it is given on standard input with the project's own configuration, and prints what is found.
// A program of its own, as Jest cannot load the modules of a configuration. Types are left out, so that it is fast.
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import type { Finding, Sample } from './lint';

async function main(): Promise<void> {
  const eslint = new ESLint({
    cwd: resolve(__dirname, '../..'),
    overrideConfig: { files: ['**/*.{ts,tsx}'], ...tseslint.configs.disableTypeChecked },
  });
  const samples = JSON.parse(await text(process.stdin)) as Sample[];
  const findings: Finding[][] = [];
  for (const { path, code } of samples) {
    const [result] = await eslint.lintText(code, { filePath: path });
    findings.push((result?.messages ?? []).map(({ ruleId, message }) => ({ rule: ruleId ?? '', message })));
  }
  console.log(JSON.stringify(findings));
}

void main();
