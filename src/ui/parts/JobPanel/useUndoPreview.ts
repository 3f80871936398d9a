import { queryOptions, useQuery } from '@tanstack/react-query';
import { suspendedPools } from '../../../license-jobs/createSuspendedPoolCheck';
import type { LicenseJobInput, LicenseJobState } from '../../../license-jobs/licenseJob';
import type { OwnedProduct } from '../../../licensing/types';
import { keys } from '../../queries/keys';
import { ownedProductsOptions } from '../../queries/ownedProducts';
import { useServices, type LicenseJobs } from '../../services';

/** Effect that undoing a job would have now. */
interface UndoPreview {
  /** Number of users and groups that it takes back, including those of `refused`, and of those that nothing takes back. */
  readonly undone: number;
  readonly left: number;
  /** Number of those that would get back a license that can't be assigned now, and the names of these products. */
  readonly refused: number;
  readonly refusedProducts: readonly string[];
}

/** A preview as far as it is read. */
interface UndoPreviewReading {
  readonly preview: UndoPreview | undefined;
  readonly error: Error | null;
  readonly isReading: boolean;
}

const undoOptions = (jobs: LicenseJobs, id: string) =>
  queryOptions({
    queryKey: keys.undoPreview(id),
    queryFn: () => jobs.previewUndo(id),
    // It may be about 100,000 people.
    structuralSharing: false,
    gcTime: 0,
    staleTime: 0,
  });

/**
 * Reads whether a finished job can be undone: not where nothing of what it did can be taken back, such as a usage location of people who
 * had none. Undefined until that is known; true where it can't be read, since the undo then says why.
 */
export function useIsUndoable(id: string, isFinished: boolean): boolean | undefined {
  const { jobs } = useServices();
  const { data, error } = useQuery({ ...undoOptions(jobs, id), enabled: isFinished });
  return data ? data.undone > 0 : error ? true : undefined;
}

/** Reads what undoing a job would do, and which products stand in the way. */
export function useUndoPreview({ id, subject }: LicenseJobState['header']): UndoPreviewReading {
  const { jobs, licensing } = useServices();
  const { data, error, isPending } = useQuery(undoOptions(jobs, id));
  const isGiving = data?.inputs.some(({ change }) => change.add.length > 0) ?? false;
  const owned = useQuery({ ...ownedProductsOptions(licensing), enabled: isGiving });
  // Where the products can't be read, the job that undoes this one tells which it could not give.
  const isReading = isPending || (isGiving && owned.isPending);
  const refusals = refusalsOf(data?.inputs ?? [], owned.data);
  const names = subject.products.filter(({ pool }) => refusals.pools.has(pool)).map(({ name }) => name);
  const { undone, left } = data ?? { undone: 0, left: 0 };
  return {
    preview:
      data && !isReading ? { undone, left, refused: refusals.count, refusedProducts: names } : undefined,
    error,
    isReading,
  };
}

/** Changes that give a license of a pool that is suspended or not there any more. */
function refusalsOf(inputs: readonly LicenseJobInput[], owned: readonly OwnedProduct[] | undefined) {
  const suspended = suspendedPools(owned ?? []);
  const listed = new Set(owned?.flatMap(({ pools }) => pools.map(({ key }) => key)));
  const isRefused = ({ pool }: LicenseJobInput['change']['add'][number]): boolean =>
    owned !== undefined && (suspended.has(pool) || !listed.has(pool));
  const refused = inputs.map(({ change }) => change.add.filter(isRefused)).filter(({ length }) => length > 0);
  return { count: refused.length, pools: new Set(refused.flat().map(({ pool }) => pool)) };
}
