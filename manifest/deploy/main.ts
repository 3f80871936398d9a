// `npm run deploy`: builds the app and writes all that a deployment needs into dist/deploy; with --tenant the registration too.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import open from 'open';
import { buildIfChanged } from '../../src/sandbox/build';
import { deploymentOptions } from '../deployment';
import { projectRoot, readProjectVersion } from '../project';
import { words } from '../words';
import { deploy } from './deploy';
import type { DeployOptions } from './deploy';

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const ownTexts = ['tenant', 'out', 'public-client', 'authority', 'graph-url'] as const;
const ownFlags = ['no-consent', 'device-code', 'no-build', 'help'] as const;

function readOptions() {
  const { values } = parseArgs({
    options: {
      ...Object.fromEntries([...deploymentOptions, ...ownTexts].map((name) => [name, text])),
      ...Object.fromEntries(ownFlags.map((name) => [name, flag])),
    },
  });
  return values as DeployOptions & {
    readonly [Name in (typeof ownTexts)[number]]?: string;
  } & { readonly [Name in (typeof ownFlags)[number]]?: boolean };
}

/** Asks in the terminal for what is needed and was not given. */
async function ask(options: DeployOptions): Promise<DeployOptions> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    const domain = (await terminal.question(words.askDomain)).trim();
    const path = options.path ?? (await terminal.question(words.askPath)).trim();
    const tenant = options.tenant ?? (await terminal.question(words.askTenant)).trim();
    return { ...options, domain, path, ...(tenant === '' ? {} : { tenant }) };
  } finally {
    terminal.close();
  }
}

async function openPage(address: string): Promise<void> {
  console.log(words.openPage(address));
  await open(address).catch(() => undefined);
}

async function main(): Promise<void> {
  const given = readOptions();
  if (given.help === true) return console.log(words.deployUsage);
  const outFolder = resolve(projectRoot, given.out ?? 'dist/deploy');
  const appFolder = join(projectRoot, 'dist', 'app');
  const isKnown = given.domain !== undefined || existsSync(join(outFolder, 'deploy.json'));
  const options = isKnown || !process.stdin.isTTY ? given : await ask(given);
  if (given['no-build'] !== true) await buildIfChanged(() => console.log(words.building));
  else if (!existsSync(join(appFolder, 'index.html')))
    throw new Error(words.noBuild(relative(projectRoot, appFolder)));
  const faults = await deploy(options, {
    appFolder,
    outFolder,
    entraAppTemplate: await readFile(join(projectRoot, 'manifest', 'entra-app.template.json'), 'utf8'),
    version: await readProjectVersion(),
    publicClientId: given['public-client'],
    authority: given.authority,
    graphUrl: given['graph-url'],
    usesDeviceCode: given['device-code'],
    leavesConsent: given['no-consent'],
    openPage,
    wait: (delayInMs, signal) => setTimeout(delayInMs, undefined, { signal }),
    print: (line) => console.log(line),
  });
  if (faults.length > 0) throw new Error([...faults, '', words.deployUsage].join('\n'));
}

main().catch((thrown: unknown) => {
  console.error(thrown instanceof Error ? thrown.message : thrown);
  process.exitCode = 1;
});
