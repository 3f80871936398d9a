import * as v from 'valibot';
import { AppError } from '../../base/appError';
import { runtimeConfigSchema } from './runtimeConfig';
import type { RuntimeConfig } from './runtimeConfig';

/** Validates the parsed `config.json`. Throws AppError `config-invalid`, whose `faults` name every fault with its place. */
export function readConfig(json: unknown): RuntimeConfig {
  const result = v.safeParse(runtimeConfigSchema, json);
  if (!result.success) throw new AppError('config-invalid', { faults: result.issues.map(faultOf) });
  return result.output;
}

function faultOf(issue: v.BaseIssue<unknown>): string {
  const place = v.getDotPath(issue) ?? 'config.json';
  if (issue.received === 'undefined') return `${place}: is missing`;
  if (issue.type !== 'strict_object') return `${place}: ${issue.message}`;
  return issue.expected === 'never' ? `${place}: is not a known setting` : `${place}: must be an object`;
}
