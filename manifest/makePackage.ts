import { AppManifestUtils } from '@microsoft/app-manifest';
import { checkIcon } from './checkIcon';
import { graphAppId, permissionIds } from './permissions';
import type { PackageInput } from './readArguments';
import { words } from './words';

/** The files from which a package is made, as they stand in this folder. */
export interface PackageSources {
  readonly manifestTemplate: string;
  readonly entraAppTemplate: string;
  readonly swedish: string;
  readonly color: Uint8Array;
  readonly outline: Uint8Array;
}

/** A package's files and the app registration that goes with it, or every fault found. */
type MadePackage =
  | { readonly files: Readonly<Record<string, Uint8Array>>; readonly entraApp: string }
  | { readonly faults: readonly string[] };

type Values = Pick<PackageInput, 'domain' | 'clientId' | 'version'>;

/**
 * Fills the templates and holds them against the official schemas that @microsoft/app-manifest brings, offline.
 * The input is taken as checked by readArguments.
 */
export async function makePackage(input: Values, sources: PackageSources): Promise<MadePackage> {
  const manifest = fill(sources.manifestTemplate, input);
  const faults = [
    ...(await schemaFaults('manifest.json', manifest)),
    ...(await schemaFaults('sv.json', sources.swedish)),
    ...checkIcon('color', sources.color),
    ...checkIcon('outline', sources.outline),
  ];
  if (faults.length > 0) return { faults };
  const encoder = new TextEncoder();
  const files = {
    'manifest.json': encoder.encode(manifest),
    'sv.json': encoder.encode(sources.swedish),
    'color.png': sources.color,
    'outline.png': sources.outline,
  };
  return { files, entraApp: fillEntraApp(sources.entraAppTemplate, input) };
}

function fill(template: string, values: Values): string {
  return template.replace(/\{\{(domain|clientId|version)\}\}/g, (_, name: keyof Values) => values[name]);
}

function fillEntraApp(template: string, values: Values): string {
  const app = JSON.parse(fill(template, values)) as Record<string, unknown>;
  const resourceAccess = Object.values(permissionIds).map((id) => ({ id, type: 'Scope' }));
  const requiredResourceAccess = [{ resourceAppId: graphAppId, resourceAccess }];
  return `${JSON.stringify({ ...app, requiredResourceAccess }, null, 2)}\n`;
}

type AnyManifest = Parameters<typeof AppManifestUtils.validateAgainstSchema>[0];

async function schemaFaults(file: string, text: string): Promise<string[]> {
  const manifest = JSON.parse(text) as AnyManifest & { $schema: string };
  const schema = await AppManifestUtils.fetchSchema(manifest.$schema);
  const faults = await AppManifestUtils.validateAgainstSchema(manifest, repaired(schema));
  return faults.map((fault) => words.schemaFault(file, fault.trim()));
}

/** The localization schema of 1.30 has a pattern with a lone bracket, which the validator can't compile. */
function repaired<Schema>(schema: Schema): Schema {
  return JSON.parse(JSON.stringify(schema).replaceAll('\\\\b]', '\\\\b\\\\]')) as Schema;
}
