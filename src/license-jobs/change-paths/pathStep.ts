import * as v from 'valibot';
import type { NamedGroup } from '../../base/principal';
import { parseStored } from '../../jobs/journal/storedValues';

/** One step of a change of a person's paths to a product, with its time. `verified`: the group's license was found to work. */
export interface PathStep {
  readonly kind: 'joined' | 'left' | 'verified' | 'assigned' | 'removed';
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The group that was joined or left; undefined for steps of a license. */
  readonly group?: NamedGroup | undefined;
}

const namedGroup = v.pipe(
  v.object({ id: v.string(), name: v.optional(v.string()) }),
  v.transform(({ id, name }): NamedGroup => ({ id, name })),
);

const pathStep: v.GenericSchema<unknown, PathStep> = v.object({
  kind: v.picklist(['joined', 'left', 'verified', 'assigned', 'removed']),
  at: v.number(),
  group: v.optional(namedGroup),
});

/** Parses a step of a change of paths. Throws AppError `job-unreadable`. */
export function parsePathStep(stored: unknown): PathStep {
  return parseStored(pathStep, stored);
}

/** Parses groups with their names. Throws AppError `job-unreadable`. */
export function parseNamedGroups(stored: unknown): readonly NamedGroup[] {
  return parseStored(v.array(namedGroup), stored);
}
