import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppManifestUtils } from '@microsoft/app-manifest';
import { checkIcon } from './checkIcon';
import type { Deployment } from './deployment';
import { fillTemplate } from './entraApp';
import { words } from './words';

/** The files from which a package is made, as they stand in this folder. */
export interface PackageSources {
  readonly manifestTemplate: string;
  readonly swedish: string;
  readonly color: Uint8Array;
  readonly outline: Uint8Array;
  readonly color32x32: Uint8Array;
}

/** A package's files, or every fault found. */
type MadePackage =
  { readonly files: Readonly<Record<string, Uint8Array>> } | { readonly faults: readonly string[] };

/** Reads the sources from this folder. */
export async function readPackageSources(): Promise<PackageSources> {
  const [manifestTemplate, swedish, color, outline, color32x32] = await Promise.all([
    readFile(join(__dirname, 'manifest.template.json'), 'utf8'),
    readFile(join(__dirname, 'sv.json'), 'utf8'),
    readFile(join(__dirname, 'color.png')),
    readFile(join(__dirname, 'outline.png')),
    readFile(join(__dirname, 'color32x32.png')),
  ]);
  return { manifestTemplate, swedish, color, outline, color32x32 };
}

/**
 * Fills the templates and holds them against the official schemas that @microsoft/app-manifest brings, offline.
 * The deployment is taken as checked by readDeployment.
 */
export async function makePackage(
  deployment: Deployment & { readonly clientId: string },
  sources: PackageSources,
): Promise<MadePackage> {
  const manifest = fillTemplate(sources.manifestTemplate, deployment);
  const faults = [
    ...(await schemaFaults('manifest.json', manifest)),
    ...(await schemaFaults('sv.json', sources.swedish)),
    ...checkIcon('color', sources.color),
    ...checkIcon('outline', sources.outline),
    ...checkIcon('color32x32', sources.color32x32),
  ];
  if (faults.length > 0) return { faults };
  const encoder = new TextEncoder();
  const files = {
    'manifest.json': encoder.encode(manifest),
    'sv.json': encoder.encode(sources.swedish),
    'color.png': sources.color,
    'outline.png': sources.outline,
    'color32x32.png': sources.color32x32,
  };
  return { files };
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
