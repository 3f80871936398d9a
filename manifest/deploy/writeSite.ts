import { createHash } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { hashedName } from '../../src/sandbox/server/staticFiles';
import { clouds } from '../clouds';
import type { Deployment } from '../deployment';

const [toBrotli, toGzip] = [promisify(brotliCompress), promisify(gzip)];

/** Changes of a folder that was written. */
interface WrittenFiles {
  /** Paths below the folder. */
  readonly changed: readonly string[];
  readonly unchanged: number;
  readonly removed: readonly string[];
  /** Files that stayed since somebody else wrote them. */
  readonly kept: readonly string[];
}

/** Folder of the built app, and those for its files. */
interface SiteFolders {
  readonly appFolder: string;
  readonly siteFolder: string;
  readonly mapFolder: string;
  /** File that remembers what was written last: the hash of each exchangeable file, by name. */
  readonly recordFile: string;
}

/** Files that an organization may exchange for its own; all others belong together. */
const exchangeable: readonly string[] = ['about.html', 'privacy.html', 'terms.html', 'catalogue.json'];

/** Files that people exchange on the server are not compressed ahead: the server would go on sending the old ones. */
const isCompressedAhead = (name: string): boolean =>
  (hashedName.test(name) && /\.(js|css|svg)$/.test(name)) || ['index.html', 'skeleton.css'].includes(name);

/** Smallest file that is worth compressing, in bytes. */
const minCompressedInBytes = 1000;

/**
 * Writes the built app into the folder that a server serves, compressed ahead beside; source maps go to a folder of their own.
 * Files of an earlier build go; files that somebody else put there or exchanged, and `config.json`, stay.
 */
export async function writeSite(folders: SiteFolders): Promise<WrittenFiles> {
  const { appFolder, siteFolder, mapFolder, recordFile } = folders;
  const names = (await readdir(appFolder)).filter((name) => name !== 'config.json' && !name.endsWith('.gz'));
  const shipped = names.filter((name) => !name.endsWith('.map'));
  await mkdir(siteFolder, { recursive: true });
  await mkdir(mapFolder, { recursive: true });
  const isCurrent = new Set(shipped.flatMap((name) => [name, `${name}.br`, `${name}.gz`]));
  const isOld = (name: string): boolean => /\.[0-9a-f]{8}\./.test(name) && !isCurrent.has(name);
  const removed = (await readdir(siteFolder)).filter(isOld);
  await Promise.all([
    ...removed.map((name) => rm(join(siteFolder, name))),
    ...names
      .filter((name) => name.endsWith('.map'))
      .map((name) => copyFile(join(appFolder, name), join(mapFolder, name))),
  ]);
  const known = JSON.parse((await readIfThere(recordFile))?.toString() ?? '{}') as Hashes;
  const record: Record<string, string> = {};
  const changed: string[] = [];
  const kept: string[] = [];
  for (const name of shipped) {
    const content = await readFile(join(appFolder, name));
    if (exchangeable.includes(name)) {
      if (await isOwn(join(siteFolder, name), [known[name], hashOf(content)])) {
        kept.push(name);
        continue;
      }
      record[name] = hashOf(content);
    }
    if (await writeIfChanged(join(siteFolder, name), content)) changed.push(name);
    else if (await isCompressed(join(siteFolder, name), content)) continue;
    if (!isCompressedAhead(name) || content.length < minCompressedInBytes) continue;
    await writeFile(join(siteFolder, `${name}.br`), await toBrotli(content, brotliOptions(content.length)));
    await writeFile(join(siteFolder, `${name}.gz`), await toGzip(content, { level: 9 }));
  }
  await writeIfChanged(recordFile, `${JSON.stringify(record, null, 2)}\n`);
  return { changed, unchanged: shipped.length - changed.length - kept.length, removed, kept };
}

type Hashes = Readonly<Record<string, string>>;

const hashOf = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** True for a file that is there and has none of the hashes, so that an organization wrote it. */
async function isOwn(file: string, hashes: readonly (string | undefined)[]): Promise<boolean> {
  const content = await readIfThere(file);
  return content !== undefined && !hashes.includes(hashOf(content));
}

const brotliOptions = (sizeInBytes: number) => ({
  params: {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: sizeInBytes,
  },
});

async function isCompressed(file: string, content: Uint8Array): Promise<boolean> {
  if (content.length < minCompressedInBytes) return true;
  return (await readIfThere(`${file}.br`)) !== undefined && (await readIfThere(`${file}.gz`)) !== undefined;
}

/** Writes a file whose content is not there yet; true if it did. */
export async function writeIfChanged(file: string, content: string | Uint8Array): Promise<boolean> {
  const known = await readIfThere(file);
  if (known?.equals(Buffer.from(content))) return false;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
  return true;
}

/** Reads a file; undefined where there is none. */
export async function readIfThere(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw thrown;
  }
}

/**
 * Returns the text of `config.json`: what is there stays, but for the values that belong to the registration. Undefined while the
 * client id, or the one organization, is unknown. Throws SyntaxError where what is there is no JSON.
 */
export function makeConfig(deployment: Deployment, known: string | undefined): string | undefined {
  const { clientId, tenantId, audience, cloud } = deployment;
  if (clientId === undefined || (audience === 'single' && tenantId === undefined)) return undefined;
  const { signIn, graph } = clouds[cloud];
  const national = {
    graphUrl: graph,
    signIn: { authority: `${signIn}/${audience === 'single' ? tenantId : 'organizations'}` },
  };
  const config = {
    ...(JSON.parse(known ?? '{}') as object),
    clientId,
    tenant: audience === 'single' ? { mode: 'single', id: tenantId } : { mode: 'multi' },
    ...(cloud === 'public' ? {} : national),
  };
  return `${JSON.stringify(config, null, 2)}\n`;
}
