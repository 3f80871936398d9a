import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import { HistoryRegular } from '@fluentui/react-icons/svg/history';
import { useMemo, type ReactNode } from 'react';
import { useMessages } from '../../messages/MessagesContext';
import { AppError } from '../../../base/appError';
import { EmptyState } from '../../parts/EmptyState';
import { ErrorNotice } from '../../parts/ErrorNotice';
import { ExportButton } from '../../parts/export/ExportButton';
import { exportTable } from '../../parts/export/exportTable';
import { Loading } from '../../parts/Loading';
import { Notice } from '../../parts/Notice';
import { PageHeader } from '../../parts/PageHeader';
import { useKeptData } from '../../queries/useKeptData';
import { useJobKeeping, useJobList } from '../../queries/useJobList';
import { UnreadableJobs } from './UnreadableJobs';
import type { LicenseJobSummary } from '../../../license-jobs/licenseJob';
import { jobTitle, wordKindOf } from '../../parts/JobPanel/jobTitle';
import { countSettled } from '../../parts/JobPanel/countSettled';
import { VirtualGrid } from '../../parts/VirtualGrid/VirtualGrid';
import type { GridColumn } from '../../parts/VirtualGrid/VirtualGrid.types';
import { hrefOf, routes } from '../../routes';
import { useServices } from '../../services';
import { toLocalTime } from '../../../files/writeCsv';
import type { Messages } from '../../messages/types';
import { JobMenu } from './JobMenu';
import { JobStateCell, jobStatusText } from './JobStateCell';

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
      <PageHeader
        title={shell.jobs}
        intro={words.intro}
        actions={list.length > 0 && <JobExport list={list} />}
      />
      <div className={styles.page}>
        {keeping === 'memory' && <Notice intent="warning">{words.onlyWhileOpen}</Notice>}
        <UnreadableJobs
          otherwise={
            isEmpty && (
              <EmptyState title={words.emptyTitle} text={words.emptyText} icon={<HistoryRegular />}>
                <Button as="a" appearance="primary" href={hrefOf(routes.licenses)}>
                  {words.goToLicenses}
                </Button>
              </EmptyState>
            )
          }
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

/** The button that exports the list of jobs. */
function JobExport({ list }: { readonly list: readonly LicenseJobSummary[] }): ReactNode {
  const messages = useMessages();
  const { clock } = useServices();
  const { jobs, lists } = messages;
  const { data: kept } = useKeptData();
  const collect = () => {
    const unread = kept?.unreadableJobs.list().length ?? 0;
    return exportTable<LicenseJobSummary>({
      name: [lists.fileWords.jobs],
      columns: [
        { header: jobs.columnWhat, valueOf: ({ header }) => jobTitle(header, messages) },
        { header: jobs.columnState, valueOf: (job) => jobStatusText(job, messages) },
        { header: jobs.columnOutcomes, valueOf: (job) => outcomeText(job, jobs) },
        { header: lists.heads.started, valueOf: ({ header }) => toLocalTime(header.plannedAt) },
        {
          header: lists.heads.runBy,
          valueOf: ({ header }) => header.owner.name ?? jobs.report.unknownPerson,
        },
        {
          header: jobs.report.product,
          valueOf: ({ header }) => header.subject.products.map(({ name }) => name).join('; '),
        },
        {
          header: jobs.report.pool,
          valueOf: ({ header }) => header.subject.products.map(({ pool }) => pool).join('; '),
        },
        { header: lists.heads.jobId, valueOf: ({ header }) => header.id },
      ],
      rows: list,
      ...(unread > 0 && { missing: lists.missing(unread) }),
      now: clock.now(),
    });
  };
  return <ExportButton label={lists.export} collect={collect} />;
}

function outcomeText({ header, status, counts }: LicenseJobSummary, jobs: Messages['jobs']): string {
  return status === 'finished'
    ? jobs.summary(wordKindOf(header.subject), counts)
    : jobs.settledOf(countSettled(counts), header.size);
}

const useJobGridStyles = makeStyles({
  // High enough for touch.
  link: { display: 'inline-block', lineHeight: '24px' },
  below: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, lineHeight: '24px' },
});

/** The list of jobs: title, time, person, state and outcomes. */
function JobGrid({ list }: { readonly list: readonly LicenseJobSummary[] }): ReactNode {
  const { jobs } = useMessages();
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
        id: 'state',
        header: jobs.columnState,
        width: 'minmax(0, 1fr)',
        isWideWhenNarrow: true,
        render: (job) => <JobStateCell job={job} />,
      },
      {
        id: 'outcomes',
        header: jobs.columnOutcomes,
        width: 'minmax(0, 1.2fr)',
        isWideWhenNarrow: true,
        render: (job) => outcomeText(job, jobs),
      },
      {
        id: 'more',
        header: jobs.columnMore,
        width: '48px',
        render: (job) => <JobMenu job={job} />,
      },
    ],
    [jobs],
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
