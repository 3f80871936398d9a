import { join, relative } from 'node:path';
import type { DeploymentOptions, Deployment } from '../deployment';
import { baseOf, deploymentOptions, readDeployment } from '../deployment';
import { makeEntraApp } from '../entraApp';
import { hostingFiles, hostingRules } from '../hosting/hostingFiles';
import { makePackage, readPackageSources } from '../makePackage';
import { words } from '../words';
import { zipPackage } from '../zipPackage';
import { provision } from './provision';
import type { ProvisionTools } from './provision';
import { bashScript, powerShellScript } from './registrationScripts';
import { makeConfig, readIfThere, writeIfChanged, writeSite } from './writeSite';

/** Options of `npm run deploy` beside those of the deployment. */
export interface DeployOptions extends DeploymentOptions {
  /** Organization in which the registration is created or updated: its id or one of its domains; undefined leaves Entra alone. */
  readonly tenant?: string;
}

/** Folders, sources and services that a deployment is made with. */
interface DeployTools extends ProvisionTools {
  /** Folder of the built app. */
  readonly appFolder: string;
  /** Folder that everything is written into. */
  readonly outFolder: string;
  readonly entraAppTemplate: string;
  /** Version of the app. */
  readonly version: string;
}

/**
 * Makes or updates everything that a deployment needs. Options that are not given are those of the time before. Returns the faults of
 * the options; throws what reading, writing and Entra say.
 */
export async function deploy(options: DeployOptions, tools: DeployTools): Promise<readonly string[]> {
  const { outFolder, print } = tools;
  const stored = await readStored(outFolder);
  const merged: DeploymentOptions = { ...stored, ...definedOnly(options) };
  const read = readDeployment(merged, tools.version);
  if ('faults' in read) return read.faults;
  const found = options.tenant === undefined ? {} : await register(read.deployment, options.tenant, tools);
  const deployment = { ...read.deployment, ...found };

  const changed: string[] = [];
  const write = async (name: string, content: string | Uint8Array): Promise<void> => {
    if (await writeIfChanged(join(outFolder, name), content)) changed.push(name);
  };
  const site = join('site', ...deployment.path.split('/'));
  const files = await writeSite(tools.appFolder, join(outFolder, site), join(outFolder, 'source-maps'));
  print(words.wroteSite(files.changed.length, files.unchanged, files.removed.length));

  await writeConfig(deployment, join(outFolder, site), tools.appFolder, (text) =>
    write(join(site, 'config.json'), text),
  );
  for (const [name, content] of Object.entries(hostingFiles(hostingRules(deployment))))
    await write(name, content);
  const app = makeEntraApp(tools.entraAppTemplate, deployment);
  await write('entra-app.json', `${JSON.stringify(app, null, 2)}\n`);
  await write('register.sh', bashScript(deployment));
  await write('register.ps1', powerShellScript(deployment));
  await write('deploy.json', `${JSON.stringify(toStored(merged, deployment), null, 2)}\n`);
  const faults = await writePackage(deployment, (zip) => write('isv-licenses.zip', zip));
  if (faults.length > 0) return faults;
  print(changed.length === 0 ? words.nothingChanged : words.wroteFiles(changed));
  print(words.nextSteps(deployment, relative(process.cwd(), outFolder), baseOf(deployment)));
  return [];
}

async function register(deployment: Deployment, tenant: string, tools: DeployTools) {
  const app = makeEntraApp(tools.entraAppTemplate, deployment);
  return provision({ deployment, app, tenant }, tools);
}

async function writeConfig(
  deployment: Deployment,
  siteFolder: string,
  appFolder: string,
  write: (text: string) => Promise<void>,
): Promise<void> {
  const known =
    (await readIfThere(join(siteFolder, 'config.json'))) ??
    (await readIfThere(join(appFolder, 'config.json')));
  const config = makeConfig(deployment, known?.toString());
  if (config !== undefined) await write(config);
}

async function writePackage(
  deployment: Deployment,
  write: (zip: Uint8Array) => Promise<void>,
): Promise<readonly string[]> {
  const { clientId } = deployment;
  if (clientId === undefined) return [];
  const made = await makePackage({ ...deployment, clientId }, await readPackageSources());
  if ('faults' in made) return made.faults;
  await write(zipPackage(made.files));
  return [];
}

/** The options of the time before, and the ids that the scripts for `az` and PowerShell have left. */
async function readStored(outFolder: string): Promise<DeploymentOptions> {
  const [options, registration] = await Promise.all(
    ['deploy.json', 'registration.json'].map(async (name) => {
      const text = (await readIfThere(join(outFolder, name)))?.toString().replace(/^\uFEFF/, '');
      return JSON.parse(text ?? '{}') as Readonly<Record<string, string>>;
    }),
  );
  return { ...options, ...registration };
}

function toStored(options: DeploymentOptions, { clientId, tenantId }: Deployment): DeploymentOptions {
  const known = Object.fromEntries(deploymentOptions.map((name) => [name, options[name]]));
  return { ...known, ...(clientId && { 'client-id': clientId }), ...(tenantId && { 'tenant-id': tenantId }) };
}

/** Options that were given; those that are undefined don't replace stored ones. */
function definedOnly(options: DeploymentOptions): DeploymentOptions {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}
