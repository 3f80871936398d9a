import { Link, makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import { useMemo, type ReactNode } from 'react';
import { useMessages } from '../../messages/MessagesContext';
import { AppError } from '../../../base/appError';
import { EmptyState } from '../../parts/EmptyState';
import { ErrorNotice } from '../../parts/ErrorNotice';
import { Loading } from '../../parts/Loading';
import { PageHeader } from '../../parts/PageHeader';
import { useJobKeeping, useJobList } from '../../queries/useJobList';
import { UnreadableJobs } from './UnreadableJobs';
import type { LicenseJobSummary } from '../../../license-jobs/licenseJob';
import { jobTitle, wordKindOf } from '../../parts/JobPanel/jobTitle';
import { countSettled } from '../../parts/JobPanel/countSettled';
import { VirtualGrid } from '../../parts/VirtualGrid/VirtualGrid';
import type { GridColumn } from '../../parts/VirtualGrid/VirtualGrid.types';
import { hrefOf, routes } from '../../routes';
import { DeleteJobButton } from './DeleteJobButton';
import { ProductLinks } from './ProductLinks';
import { isFinishing } from '../../parts/JobPanel/allowedActions';
import type { Messages } from '../../messages/types';

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalL },
});

/** The page **Activity**: all jobs of this browser, newest first. */
export function JobsPage(): ReactNode {
  const styles = useStyles();
  const { jobs: words, shell, common } = useMessages();
  const list = useJobList();
  const keeping = useJobKeeping();
  const isEmpty = list.length === 0 && (keeping === 'device' || keeping === 'memory');
  return (
    <>
      <PageHeader title={shell.jobs} intro={words.intro} />
      <div className={styles.page}>
        {keeping === 'memory' && (
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>{words.onlyWhileOpen}</MessageBarBody>
          </MessageBar>
        )}
        <UnreadableJobs
          otherwise={isEmpty && <EmptyState title={words.emptyTitle} text={words.emptyText} />}
        />
        {keeping === 'newer' ? (
          <ErrorNotice error={new AppError('journal-newer')} />
        ) : list.length > 0 ? (
          <JobGrid list={list} />
        ) : (
          keeping === 'unknown' && <Loading what={common.waits.jobs} />
        )}
      </div>
    </>
  );
}

const useJobGridStyles = makeStyles({
  // High enough for touch.
  link: { display: 'inline-block', lineHeight: '24px' },
  below: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, lineHeight: '24px' },
});

/** The list of jobs: title, products, time, person, state and outcomes. */
function JobGrid({ list }: { readonly list: readonly LicenseJobSummary[] }): ReactNode {
  const messages = useMessages();
  const { jobs } = messages;
  const columns = useMemo<readonly GridColumn<LicenseJobSummary>[]>(
    () => [
      {
        id: 'what',
        header: jobs.columnWhat,
        width: 'minmax(0, 2fr)',
        isWideWhenNarrow: true,
        render: ({ header }) => <What header={header} />,
      },
      {
        id: 'products',
        header: jobs.columnProducts,
        width: 'minmax(0, 1fr)',
        render: ({ header }) => <ProductLinks header={header} />,
      },
      {
        id: 'state',
        header: jobs.columnState,
        width: 'minmax(0, 1fr)',
        render: (job) => jobStatusText(job, messages),
      },
      {
        id: 'outcomes',
        header: jobs.columnOutcomes,
        width: 'minmax(0, 1.2fr)',
        isWideWhenNarrow: true,
        render: ({ header, status, counts }) =>
          status === 'finished'
            ? jobs.summary(wordKindOf(header.subject), counts)
            : jobs.settledOf(countSettled(counts), header.size),
      },
      {
        id: 'forget',
        header: jobs.columnActions,
        width: '64px',
        render: (job) => <DeleteJobButton job={job} />,
      },
    ],
    [jobs, messages],
  );
  return <VirtualGrid label={jobs.history} columns={columns} rows={list} keyOf={keyOf} />;
}

function What({ header }: Pick<LicenseJobSummary, 'header'>): ReactNode {
  const styles = useJobGridStyles();
  const messages = useMessages();
  const plannedAt = new Date(header.plannedAt).toISOString();
  return (
    <>
      <Link className={styles.link} href={hrefOf(routes.job(header.id))}>
        {jobTitle(header, messages)}
      </Link>
      <div className={styles.below}>{messages.jobs.planned(plannedAt, header.owner.name)}</div>
    </>
  );
}

function keyOf({ header }: LicenseJobSummary): string {
  return header.id;
}

/** Returns the state of a job as a short text, with the reason if it stopped. */
function jobStatusText(job: LicenseJobSummary, { jobs, errors }: Messages): string {
  const { status, pause, runner } = job;
  if (runner === 'elsewhere') return jobs.elsewhere;
  if (pause?.kind === 'interrupted') return jobs.interrupted;
  if (pause?.kind === 'stopped') return `${jobs.status.paused}: ${errors[pause.code].title}`;
  return isFinishing(job) ? jobs.stateText.finishing : jobs.status[status];
}
