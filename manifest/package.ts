// `npm run package`: the zip that Teams takes, and nothing else; `npm run deploy` makes all that a deployment needs.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { deploymentOptions, readDeployment } from './deployment';
import type { DeploymentOptions } from './deployment';
import { makePackage, readPackageSources } from './makePackage';
import { projectRoot, readProjectVersion } from './project';
import { words } from './words';
import { zipPackage } from './zipPackage';

const text = { type: 'string' } as const;

async function write(options: DeploymentOptions & { readonly out?: string }): Promise<readonly string[]> {
  const { out = 'dist/isv-licenses.zip', 'client-id': clientId = '' } = options;
  const read = readDeployment(options, await readProjectVersion());
  const others = [
    ...(clientId === '' ? [words.missing('client-id')] : []),
    ...(out.endsWith('.zip') ? [] : [words.badOut(out)]),
  ];
  if ('faults' in read || others.length > 0)
    return [...('faults' in read ? read.faults : []), ...others, '', words.packageUsage];
  const made = await makePackage({ ...read.deployment, clientId }, await readPackageSources());
  if ('faults' in made) return made.faults;
  const zip = resolve(projectRoot, out);
  await mkdir(dirname(zip), { recursive: true });
  await writeFile(zip, zipPackage(made.files));
  console.log(words.wrotePackage(relative(projectRoot, zip)));
  return [];
}

async function main(): Promise<void> {
  const names = [...deploymentOptions, 'out'];
  const { values } = parseArgs({ options: Object.fromEntries(names.map((name) => [name, text])) });
  const faults = await write(values);
  if (faults.length > 0) throw new Error(faults.join('\n'));
}

main().catch((thrown: unknown) => {
  console.error(thrown instanceof Error ? thrown.message : thrown);
  process.exitCode = 1;
});
