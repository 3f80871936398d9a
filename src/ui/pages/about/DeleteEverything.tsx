import { Button } from '@fluentui/react-components';
import { DeleteRegular } from '@fluentui/react-icons/svg/delete';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/MessagesContext';
import { ConfirmDialog } from '../../parts/ConfirmDialog';
import { ErrorNotice } from '../../parts/ErrorNotice';
import { useJobList } from '../../queries/useJobList';
import type { KeptData } from '../../services';

/** Data to delete, and the callback after it. */
interface DeleteEverythingProps {
  readonly data: Pick<KeptData, 'deleteEverything'>;
  /** Other accounts keep something too. */
  readonly hasOthers: boolean;
  /** Called with the number of jobs that had to stay. */
  readonly onDone: (jobsLeft: number) => void;
}

/** The button **Delete everything kept here**, with its question. Refuses while a job runs. */
export function DeleteEverything({ data, hasOthers, onDone }: DeleteEverythingProps): ReactNode {
  const { about, common } = useMessages();
  const running = useJobList().filter(
    ({ runner, status }) => runner !== 'nobody' && status !== 'finished',
  ).length;
  const [isAsking, setIsAsking] = useState(false);
  const [isDeleting, setIsDeleting] = useState(false);
  const [error, setError] = useState<unknown>();
  const close = (): void => {
    setIsAsking(false);
    setError(undefined);
  };
  const remove = (): void => {
    if (running > 0 || isDeleting) return;
    setIsDeleting(true);
    setError(undefined);
    data
      .deleteEverything()
      .then(({ jobsLeft }) => {
        close();
        onDone(jobsLeft);
      }, setError)
      .finally(() => setIsDeleting(false));
  };
  return (
    <>
      <Button icon={<DeleteRegular />} onClick={() => setIsAsking(true)}>
        {about.deleteEverything}
      </Button>
      {isAsking && (
        <ConfirmDialog
          title={about.deleteTitle}
          confirm={isDeleting ? about.deleting : about.delete}
          dismiss={common.cancel}
          isDisabled={running > 0 || isDeleting}
          onConfirm={remove}
          onDismiss={close}
        >
          <p>{about.deleteText}</p>
          {hasOthers && <p>{about.deleteOthersStay}</p>}
          {running > 0 && <p role="status">{about.pauseFirst(running)}</p>}
          {error !== undefined && <ErrorNotice error={error} />}
        </ConfirmDialog>
      )}
    </>
  );
}
