import { join, relative } from 'node:path';
import type { DeploymentOptions, Deployment } from '../deployment';
import { baseOf, deploymentOptions, readDeployment } from '../deployment';
import { identifierUriOf, makeEntraApp } from '../entraApp';
import type { EntraApp } from '../entraApp';
import { hostingFiles, hostingRules } from '../hosting/hostingFiles';
import { makePackage, readPackageSources } from '../makePackage';
import { words } from '../words';
import { zipPackage } from '../zipPackage';
import { changesOf } from './changesOf';
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
  const found = await register(read.deployment, options, tools);
  const deployment = { ...read.deployment, ...found };

  const changed: string[] = [];
  const write = async (name: string, content: string | Uint8Array): Promise<void> => {
    if (await writeIfChanged(join(outFolder, name), content)) changed.push(name);
  };
  const site = join('site', ...deployment.path.split('/'));
  const files = await writeSite({
    appFolder: tools.appFolder,
    siteFolder: join(outFolder, site),
    mapFolder: join(outFolder, 'source-maps'),
    recordFile: join(outFolder, 'exchangeable.json'),
  });
  print(words.wroteSite(files.changed.length, files.unchanged, files.removed.length));
  if (files.kept.length > 0) print(words.keptFiles(files.kept));

  const config = await writeConfig(deployment, join(outFolder, site), tools.appFolder, (text) =>
    write(join(site, 'config.json'), text),
  );
  for (const [name, content] of Object.entries(hostingFiles(hostingRules(deployment, config))))
    await write(name, content);
  const outdated = await writeEntraApp(deployment, options, tools, write);
  await write('register.sh', bashScript(deployment));
  await write('register.ps1', powerShellScript(deployment));
  await write('deploy.json', `${JSON.stringify(toStored(merged, deployment), null, 2)}\n`);
  const faults = await writePackage(deployment, (zip) => write('isv-licenses.zip', zip));
  if (faults.length > 0) return faults;
  if (outdated.length > 0) print(words.appOutdated(deployment.clientId ?? '', outdated));
  print(changed.length === 0 ? words.nothingChanged : words.wroteFiles(changed));
  print(words.nextSteps(deployment, relative(process.cwd(), outFolder), baseOf(deployment)));
  return [];
}

/** Creates or updates the registration where an organization was given. A client id of this time may belong to any organization. */
async function register(deployment: Deployment, options: DeployOptions, tools: DeployTools) {
  const { tenant } = options;
  if (tenant === undefined) return {};
  const app = makeEntraApp(tools.entraAppTemplate, deployment);
  const ownerId = options['client-id'] === undefined ? deployment.tenantId : undefined;
  return provision({ deployment, app, tenant, ownerId }, tools);
}

/**
 * Writes `entra-app.json`, and `registered-app.json` with what the registration was last made by; the scripts write that too. Returns
 * the names of properties in which the registration lacks something, as far as these files tell.
 */
async function writeEntraApp(
  deployment: Deployment,
  options: DeployOptions,
  { outFolder, entraAppTemplate }: DeployTools,
  write: (name: string, text: string) => Promise<void>,
): Promise<readonly string[]> {
  const { clientId } = deployment;
  const app = makeEntraApp(entraAppTemplate, deployment);
  const text = `${JSON.stringify(app, null, 2)}\n`;
  const isRegistered = options.tenant !== undefined || options['client-id'] !== undefined;
  const known = isRegistered
    ? undefined
    : ((await readIfThere(join(outFolder, 'registered-app.json'))) ??
      (await readIfThere(join(outFolder, 'entra-app.json'))));
  await write('entra-app.json', text);
  if (clientId === undefined) return [];
  const registered = known?.toString().replace(/^\uFEFF/, '') ?? text;
  await write('registered-app.json', registered);
  const identifierUri = identifierUriOf(deployment, clientId);
  const knownApp = {
    ...(JSON.parse(registered) as EntraApp),
    appId: clientId,
    identifierUris: [identifierUri],
  };
  return Object.keys(changesOf(knownApp, app, identifierUri));
}

/** Writes `config.json` where its values are known; returns its text, or the one that is there. */
async function writeConfig(
  deployment: Deployment,
  siteFolder: string,
  appFolder: string,
  write: (text: string) => Promise<void>,
): Promise<string | undefined> {
  const known =
    (await readIfThere(join(siteFolder, 'config.json'))) ??
    (await readIfThere(join(appFolder, 'config.json')));
  const config = makeConfig(deployment, known?.toString());
  if (config !== undefined) await write(config);
  return config ?? known?.toString();
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
  // Scripts carry the client id that is known, so that another one beside it is older, as is the organization with it.
  const isOlder =
    options?.['client-id'] !== undefined && options['client-id'] !== registration?.['client-id'];
  return isOlder ? options : { ...options, ...registration };
}

function toStored(options: DeploymentOptions, { clientId, tenantId }: Deployment): DeploymentOptions {
  const known = Object.fromEntries(deploymentOptions.map((name) => [name, options[name]]));
  return { ...known, ...(clientId && { 'client-id': clientId }), ...(tenantId && { 'tenant-id': tenantId }) };
}

/** Options that were given; those that are undefined don't replace stored ones. */
function definedOnly(options: DeploymentOptions): DeploymentOptions {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}
