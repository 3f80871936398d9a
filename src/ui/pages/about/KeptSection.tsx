import { Button, Field, makeStyles, MessageBar, MessageBarBody, Select } from '@fluentui/react-components';
import { useCallback, useId, useState, useSyncExternalStore, type ReactNode } from 'react';
import { AppError } from '../../../base/appError';
import { toLocalDay } from '../../../files/writeCsv';
import { useMessages } from '../../messages/MessagesContext';
import { EmptyState } from '../../parts/EmptyState';
import { ErrorNotice } from '../../parts/ErrorNotice';
import { ExportButton } from '../../parts/export/ExportButton';
import type { ExportContent } from '../../parts/export/exportContent';
import { useJobKeeping, useJobList } from '../../queries/useJobList';
import { useServices, type JobRetentionControl, type KeptData } from '../../services';
import { ImportFile } from './ImportFile';
import { KeptTable } from './KeptTable';
import { useSectionStyles } from './sectionStyles';
import { DeleteRegular } from '@fluentui/react-icons/svg/delete';
import { ConfirmDialog } from '../../parts/ConfirmDialog';
import { useMutation } from '@tanstack/react-query';
import { retentionChoices, type JobRetention } from '../../../storage/settings';

/** The section about the data in this browser, with the buttons that export, import and delete it. */
export function KeptSection({ data }: { readonly data: KeptData }): ReactNode {
  const styles = useSectionStyles();
  const id = useId();
  const { about } = useMessages();
  const { clock } = useServices();
  const [said, setSaid] = useState('');
  const subscribe = useCallback((listener: () => void) => data.subscribe(listener), [data]);
  const items = useSyncExternalStore(subscribe, () => data.list());
  const list = useJobList();
  const keeping = useJobKeeping();
  const { unreadableJobs } = data;
  const subscribeToJobs = useCallback(
    (listener: () => void) => unreadableJobs.subscribe(listener),
    [unreadableJobs],
  );
  const unreadable = useSyncExternalStore(subscribeToJobs, () => unreadableJobs.list());
  const retention = data.jobRetention.read();
  const state = data.state();
  const collect = (): ExportContent => ({
    kind: 'text',
    fileName: about.fileName(toLocalDay(clock.now())),
    text: data.exportText(),
    mediaType: 'application/json',
  });
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id} className={styles.title}>
        {about.keptTitle}
      </h2>
      <p className={styles.text}>{about.keptText}</p>
      {state !== 'available' && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{about[state]}</MessageBarBody>
        </MessageBar>
      )}
      {/* Without the list of jobs, the table would wrongly say that there are none. */}
      {keeping === 'newer' && <ErrorNotice error={new AppError('journal-newer')} />}
      {items.length + list.length + unreadable.length > 0 ? (
        <KeptTable
          items={items}
          jobs={list}
          unreadableJobs={unreadable}
          areJobsInMemory={keeping === 'memory'}
          jobRetention={retention}
        />
      ) : (
        (keeping === 'device' || keeping === 'memory') && (
          <EmptyState title={about.emptyTitle} text={about.emptyText} />
        )
      )}
      <JobRetentionField retention={data.jobRetention} />
      <p className={styles.text}>{about.exportNote}</p>
      <div className={styles.actions}>
        <ExportButton label={about.export} collect={collect} />
        <ImportFile data={data} onDone={() => setSaid(about.imported)} onStart={() => setSaid('')} />
        <DeleteEverything
          data={data}
          hasOthers={items.some(({ kind }) => kind === 'others')}
          onDone={(jobsLeft) => setSaid(jobsLeft > 0 ? about.deletedExcept(jobsLeft) : about.deleted)}
        />
      </div>
      <p className={styles.text} role="status">
        {said}
      </p>
    </section>
  );
}

interface DeleteEverythingProps {
  readonly data: Pick<KeptData, 'deleteEverything'>;
  /** True if other accounts keep data in this browser too. */
  readonly hasOthers: boolean;
  /** Called with the number of jobs that couldn't be deleted. */
  readonly onDone: (jobsLeft: number) => void;
}

/** The button **Delete everything kept here** and its confirmation. Deletes nothing while a job runs. */
function DeleteEverything({ data, hasOthers, onDone }: DeleteEverythingProps): ReactNode {
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

const useJobRetentionFieldStyles = makeStyles({ field: { maxWidth: '360px' } });

/** The setting for how long finished jobs are kept. Asks first if a shorter time deletes some of them. */
function JobRetentionField({ retention }: { readonly retention: JobRetentionControl }): ReactNode {
  const styles = useJobRetentionFieldStyles();
  const { about, common } = useMessages();
  const [asked, setAsked] = useState<JobRetention>();
  const subscribe = useCallback((listener: () => void) => retention.subscribe(listener), [retention]);
  const current = useSyncExternalStore(subscribe, () => retention.read());
  const choose = useMutation({
    mutationFn: (choice: JobRetention) => retention.choose(choice),
    onSuccess: () => setAsked(undefined),
  });
  const expired = asked === undefined ? 0 : retention.countExpired(asked);
  return (
    <>
      <Field className={styles.field} label={about.retention} hint={about.retentionNote}>
        <Select
          value={String(current)}
          onChange={(_event, { value }) => {
            const choice = retentionChoices.find((each) => String(each) === value);
            if (choice === undefined) return;
            if (retention.countExpired(choice) > 0) setAsked(choice);
            else choose.mutate(choice);
          }}
        >
          {retentionChoices.map((choice) => (
            <option key={choice} value={String(choice)}>
              {about.retentionChoice(choice)}
            </option>
          ))}
        </Select>
      </Field>
      {asked === undefined && choose.error && <ErrorNotice error={choose.error} />}
      {asked !== undefined && (
        <ConfirmDialog
          title={about.retentionTitle(expired)}
          confirm={choose.isPending ? about.deleting : about.delete}
          dismiss={common.cancel}
          isDisabled={choose.isPending}
          onConfirm={() => choose.mutate(asked)}
          onDismiss={() => setAsked(undefined)}
        >
          <p>{about.retentionText(expired)}</p>
          {choose.error && <ErrorNotice error={choose.error} />}
        </ConfirmDialog>
      )}
    </>
  );
}
