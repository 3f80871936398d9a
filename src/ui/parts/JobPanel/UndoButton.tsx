import { Button, Spinner } from '@fluentui/react-components';
import { queryOptions, useMutation, useQuery } from '@tanstack/react-query';
import { useRef, useState, type ReactNode } from 'react';
import { AppError } from '../../../base/appError';
import { undoLimits } from '../../../license-jobs/undoLimits';
import { useMessages } from '../../messages/MessagesContext';
import { useServices, type LicenseJobs } from '../../services';
import { ConfirmDialog } from '../ConfirmDialog';
import { ErrorNotice } from '../ErrorNotice';
import { useSharedRun } from '../useSharedRun';
import { WaitText } from '../WaitText';
import type { LicenseJobInput, LicenseJobState } from '../../../license-jobs/licenseJob';
import { wordKindOf } from './jobTitle';
import { suspendedPools } from '../../../license-jobs/createSuspendedPoolCheck';
import type { OwnedProduct } from '../../../licensing/types';
import { keys } from '../../queries/keys';
import { ownedProductsOptions } from '../../queries/ownedProducts';

interface UndoButtonProps {
  readonly header: LicenseJobState['header'];
  /** Called with the id of the undo job after it's started. */
  readonly onUndone: (jobId: string) => void;
}

/** The button **Undo**: previews what can be undone, and starts a job that does it. */
export function UndoButton({ header, onUndone }: UndoButtonProps): ReactNode {
  const { jobs: words } = useMessages();
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <Button onClick={() => setIsAsking(true)}>{words.undo}</Button>
      {isAsking && <UndoDialog {...{ header, onUndone }} onDismiss={() => setIsAsking(false)} />}
    </>
  );
}

function UndoDialog({
  header,
  onUndone,
  onDismiss,
}: UndoButtonProps & { readonly onDismiss: () => void }): ReactNode {
  const { jobs } = useServices();
  const { jobs: words, common } = useMessages();
  const { preview, error: previewError, isReading } = useUndoPreview(header);
  const isDismissed = useRef(false);
  const undo = useMutation({
    mutationFn: async () => {
      const id = await jobs.undo(header.id);
      if (isDismissed.current) {
        // If it can't be deleted, it stays planned and can be started or deleted later.
        await jobs.remove(id).catch(() => undefined);
        throw new AppError('cancelled');
      }
      // If it can't start, its panel shows why and offers to start it.
      await jobs.start(id).catch(() => undefined);
      return id;
    },
    onSuccess: onUndone,
  });
  const run = useSharedRun(() => undo.mutateAsync(), true);
  const undone = preview?.undone ?? 0;
  const refused = preview?.refused ?? 0;
  const error = undo.error ?? previewError;
  return (
    <ConfirmDialog
      title={words.undoQuestion}
      confirm={words.undo}
      dismiss={common.cancel}
      isDisabled={undone === refused || undo.isPending}
      // The mutation's error is shown.
      onConfirm={() => void run().catch(() => undefined)}
      onDismiss={() => {
        isDismissed.current = true;
        onDismiss();
      }}
    >
      {error && <ErrorNotice error={error} />}
      {isReading && (
        <Spinner size="tiny" label={<WaitText early={words.undoReading} what={words.undoWait} />} />
      )}
      {preview && undone === 0 && words.undoNothing}
      {preview && refused > 0 && (
        <p>{words.undoRefused(preview.refusedProducts, undone === refused ? undefined : refused)}</p>
      )}
      {preview && undone > refused && (
        <>
          {refused === 0 && <p>{words.undoing[wordKindOf(header.subject)]}</p>}
          <p>
            {words.undoCount(undone - refused)} {preview.left > 0 && words.undoLeft(preview.left)}
          </p>
          <ul>
            {undoLimits(header.subject.kind).map((limit) => (
              <li key={limit}>{words.undoLimit[limit]}</li>
            ))}
          </ul>
        </>
      )}
    </ConfirmDialog>
  );
}

/** Preview of an undo. */
interface UndoPreview {
  /** Number of users and groups to undo, including `refused`; `left` can't be undone. */
  readonly undone: number;
  readonly left: number;
  /** Number of those whose license can't be assigned now, and the names of these products. */
  readonly refused: number;
  readonly refusedProducts: readonly string[];
}

interface UndoPreviewReading {
  readonly preview: UndoPreview | undefined;
  readonly error: Error | null;
  readonly isReading: boolean;
}

const undoOptions = (jobs: LicenseJobs, id: string) =>
  queryOptions({
    queryKey: keys.undoPreview(id),
    queryFn: () => jobs.previewUndo(id),
    // It can have 100,000 items.
    structuralSharing: false,
    gcTime: 0,
    staleTime: 0,
  });

/**
 * Reads whether a finished job can be undone. False if nothing can be undone, e.g. usage locations of users who had
 * none. Undefined until known; true if it can't be read, since the undo then says why.
 */
export function useIsUndoable(id: string, isFinished: boolean): boolean | undefined {
  const { jobs } = useServices();
  const { data, error } = useQuery({ ...undoOptions(jobs, id), enabled: isFinished });
  return data ? data.undone > 0 : error ? true : undefined;
}

/** Reads the preview of an undo, including products that can't be assigned now. */
function useUndoPreview({ id, subject }: LicenseJobState['header']): UndoPreviewReading {
  const { jobs, licensing } = useServices();
  const { data, error, isPending } = useQuery(undoOptions(jobs, id));
  const isGiving = data?.inputs.some(({ change }) => change.add.length > 0) ?? false;
  const owned = useQuery({ ...ownedProductsOptions(licensing), enabled: isGiving });
  // If the products can't be read, the undo job reports what couldn't be assigned.
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

/** Returns changes that assign a license of a pool that is suspended or no longer listed. */
function refusalsOf(inputs: readonly LicenseJobInput[], owned: readonly OwnedProduct[] | undefined) {
  const suspended = suspendedPools(owned ?? []);
  const listed = new Set(owned?.flatMap(({ pools }) => pools.map(({ key }) => key)));
  const isRefused = ({ pool }: LicenseJobInput['change']['add'][number]): boolean =>
    owned !== undefined && (suspended.has(pool) || !listed.has(pool));
  const refused = inputs.map(({ change }) => change.add.filter(isRefused)).filter(({ length }) => length > 0);
  return { count: refused.length, pools: new Set(refused.flat().map(({ pool }) => pool)) };
}
