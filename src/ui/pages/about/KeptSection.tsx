import { makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import { useCallback, useId, useState, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import { AppError } from '../../../base/appError';
import { toLocalDay } from '../../../files/writeCsv';
import { useMessages } from '../../messages/MessagesContext';
import { EmptyState } from '../../parts/EmptyState';
import { ErrorNotice } from '../../parts/ErrorNotice';
import { ExportButton } from '../../parts/export/ExportButton';
import type { ExportContent } from '../../parts/export/exportContent';
import { useJobKeeping, useJobList } from '../../queries/useJobList';
import { useServices } from '../../services';
import type { KeptData } from '../../services';
import { DeleteEverything } from './DeleteEverything';
import { ImportFile } from './ImportFile';
import { JobRetentionField } from './JobRetentionField';
import { KeptTable } from './KeptTable';

const useStyles = makeStyles({
  section: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** The section about the data in this browser, with the buttons that export, import and delete it. */
export function KeptSection({ data }: { readonly data: KeptData }): ReactNode {
  const styles = useStyles();
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
      {/* Without their list, no jobs in the table would mean that there are none. */}
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
