import { readXml } from './readXml';
import type { UnpackBudget, ZipArchive } from './zipArchive';

/** One of the parts that a part refers to (Office Open XML, part 2, 9.3). */
interface Relationship {
  readonly id: string;
  /** The last part of the type's address: transitional and strict files differ in what is before. */
  readonly type: string;
  readonly target: string;
}

/** True if an attribute is set, in either way of writing it. */
export const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';
const folderOf = (part: string): string => part.slice(0, part.lastIndexOf('/') + 1);

/** The name in the archive of what a part refers to: from the root, or relative to the part's folder. */
function resolvePart(part: string, target: string): string {
  const path = target.replaceAll('\\', '/');
  const steps: string[] = [];
  for (const step of (path.startsWith('/') ? path : folderOf(part) + path).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

/** Reads what a part refers to; nothing where it has no such list. */
export async function readRelationships(
  archive: ZipArchive,
  part: string,
  budget: UnpackBudget,
): Promise<Relationship[]> {
  const list = `${folderOf(part)}_rels/${part.slice(folderOf(part).length)}.rels`;
  const found: Relationship[] = [];
  if (!archive.has(list)) return found;
  await readXml(archive.read(list, budget), {
    open(name, { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode }) {
      if (name !== 'Relationship') return;
      const isOutside = mode === 'External';
      found.push({
        id,
        type: type.slice(type.lastIndexOf('/') + 1),
        target: isOutside ? target : resolvePart(part, target),
      });
    },
  });
  return found;
}

/** The identifier of a relationship; its prefix is the file's own choice. */
export function relationshipIdOf(attributes: Readonly<Record<string, string>>): string {
  const name = Object.keys(attributes).find((key) => key.endsWith(':id'));
  return name === undefined ? '' : (attributes[name] ?? '');
}
