import { Button, Spinner } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState, type ReactNode } from 'react';
import { AppError } from '../../../base/appError';
import { undoLimits } from '../../../license-jobs/undoLimits';
import { useMessages } from '../../messages/MessagesContext';
import { useServices } from '../../services';
import { ConfirmDialog } from '../ConfirmDialog';
import { ErrorNotice } from '../ErrorNotice';
import { useSharedRun } from '../useSharedRun';
import { WaitText } from '../WaitText';
import type { LicenseJobState } from '../../../license-jobs/licenseJob';
import { wordKindOf } from './jobTitle';
import { useUndoPreview } from './useUndoPreview';

/** What is taken back, and who is told of the job that does it. */
interface UndoButtonProps {
  readonly header: LicenseJobState['header'];
  /** Called with the job that takes this one back, once it runs. */
  readonly onUndone: (jobId: string) => void;
}

/** **Undo**: says what it would take back and what it cannot, and does it as a job of its own. */
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
        // Where it can't be deleted it stays planned, and is offered as any other that has not begun.
        await jobs.remove(id).catch(() => undefined);
        throw new AppError('cancelled');
      }
      // What keeps it from starting is told where it is started again.
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
      // A failure shows as the error of the undoing.
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
