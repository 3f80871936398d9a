// `npm run package`: the zip that Teams takes, and the app registration that goes with it.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { makePackage } from './makePackage';
import { readArguments, type PackageInput } from './readArguments';
import { words } from './words';
import { zipPackage } from './zipPackage';

const root = resolve(__dirname, '..');
const text = (name: string): Promise<string> => readFile(join(__dirname, name), 'utf8');

async function write(input: PackageInput): Promise<readonly string[]> {
  const made = await makePackage(input, {
    manifestTemplate: await text('manifest.template.json'),
    entraAppTemplate: await text('entra-app.template.json'),
    swedish: await text('sv.json'),
    color: await readFile(join(__dirname, 'color.png')),
    outline: await readFile(join(__dirname, 'outline.png')),
  });
  if ('faults' in made) return made.faults;
  const zip = resolve(root, input.out);
  const entraApp = join(dirname(zip), 'entra-app.json');
  await mkdir(dirname(zip), { recursive: true });
  await writeFile(zip, zipPackage(made.files));
  await writeFile(entraApp, made.entraApp);
  console.log(words.written(relative(root, zip), relative(root, entraApp), input.clientId));
  return [];
}

async function main(): Promise<void> {
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  const read = readArguments(process.argv.slice(2), version);
  const faults = 'faults' in read ? [...read.faults, '', words.usage] : await write(read.input);
  if (faults.length === 0) return;
  console.error(faults.join('\n'));
  process.exitCode = 1;
}

void main();
