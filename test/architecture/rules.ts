import { posix } from 'node:path';
import type { Source } from './readSource';

/** Each ring of files that import one another, once. */
export function importCycles(sources: readonly Source[]): string[] {
  const targets = new Map(sources.map((source) => [source.path, resolvedImports(source, sources)]));
  const isDone = new Set<string>();
  const rings: string[] = [];
  const walk = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) rings.push([...trail.slice(start), path].join(' -> '));
    if (start >= 0 || isDone.has(path)) return;
    for (const target of targets.get(path) ?? []) walk(target, [...trail, path]);
    isDone.add(path);
  };
  for (const path of targets.keys()) walk(path, []);
  return rings;
}

function resolvedImports({ path, imports }: Source, sources: readonly Source[]): string[] {
  const paths = new Set(sources.map((source) => source.path));
  const targets = imports
    .filter(({ specifier }) => specifier.startsWith('.'))
    .map(({ specifier }) => posix.join(posix.dirname(path), specifier));
  return [...new Set(targets)].flatMap((target) =>
    [target, `${target}.ts`, `${target}.tsx`].filter((name) => paths.has(name)),
  );
}

/** Each exported name that lacks a doc comment. */
export function undocumentedExports(sources: readonly Source[]): string[] {
  return sources.flatMap(({ path, undocumentedExports }) =>
    undocumentedExports.map((name) => `${path}: ${name} has no doc comment`),
  );
}
