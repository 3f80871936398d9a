import { parsePathStep } from '../../../../license-jobs/change-paths/pathStep';
import type { LicenseJobItem } from '../../../../license-jobs/licenseJob';
import type { Messages } from '../../../messages/types';

/** Lists the steps of a change of paths, each with its time of day; undefined for an item without such steps. */
export function pathStepsText(
  { steps = [] }: Pick<LicenseJobItem, 'steps'>,
  { jobs, format }: Messages,
): string | undefined {
  const texts = steps.filter(isPathStep).map((stored) => {
    const { kind, at, group } = parsePathStep(stored);
    return jobs.pathStep(jobs.pathSteps[kind](group?.name), format.time(at));
  });
  return texts.length > 0 ? texts.join(' · ') : undefined;
}

/** Steps of other changes name a license. */
function isPathStep(stored: unknown): boolean {
  return typeof stored === 'object' && stored !== null && !('license' in stored);
}
