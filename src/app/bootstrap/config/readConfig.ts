import * as v from 'valibot';
import { AppError } from '../../../base/appError';
import { runtimeConfigSchema } from './runtimeConfig';
import type { RuntimeConfig } from './runtimeConfig';

/**
 * Validates the parsed `config.json`. Settings that this version doesn't know are listed and left out. Throws
 * AppError `config-invalid`, whose `faults` name every fault with its path.
 */
export function readConfig(json: unknown): RuntimeConfig {
  const result = v.safeParse(runtimeConfigSchema, json);
  if (!result.success) throw new AppError('config-invalid', { faults: result.issues.map(faultOf) });
  return { ...result.output, unknownSettings: unknownIn(json, result.output) };
}

function faultOf(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue) ?? 'config.json';
  if (issue.received === 'undefined') return `${path}: is missing`;
  return `${path}: ${issue.type === 'object' ? 'must be an object' : issue.message}`;
}

/** Lists the properties that parsing has left out, at any depth. */
function unknownIn(given: unknown, parsed: unknown, prefix = ''): readonly string[] {
  if (!isObject(given) || !isObject(parsed)) return [];
  const known = new Map<string, unknown>(Object.entries(parsed));
  return Object.entries(given).flatMap(([name, value]) =>
    known.has(name) ? unknownIn(value, known.get(name), `${prefix}${name}.`) : [prefix + name],
  );
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
