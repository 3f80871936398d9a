import { makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, type ReactNode } from 'react';
import type { UnreadableJob } from '../../../jobs/journal/createJobReader';
import type { LicenseJobSummary } from '../../../license-jobs/licenseJob';
import type { KeptItem } from '../../../storage/personalData';
import type { JobRetention } from '../../../storage/settings';
import { useMessages } from '../../messages/MessagesContext';
import type { Messages } from '../../messages/types';
import { VirtualGrid } from '../../parts/VirtualGrid/VirtualGrid';
import type { GridColumn } from '../../parts/VirtualGrid/VirtualGrid.types';

const useStyles = makeStyles({
  below: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

/** Items and jobs that this browser keeps. */
interface KeptTableProps {
  readonly items: readonly KeptItem[];
  readonly jobs: readonly LicenseJobSummary[];
  readonly unreadableJobs: readonly UnreadableJob[];
  /** True if closing the tab loses the jobs. */
  readonly areJobsInMemory: boolean;
  readonly jobRetention: JobRetention;
}

/** Texts of a row. */
interface Line {
  readonly id: string;
  readonly what: string;
  readonly details: string | undefined;
  readonly keptFor: string;
  readonly saved: string;
  readonly lifetime: string;
  readonly size: string;
}

/** The table of the data in this browser: owner, lifetime and size of each item. */
export function KeptTable(props: KeptTableProps): ReactNode {
  const { items, jobs, unreadableJobs, areJobsInMemory, jobRetention } = props;
  const messages = useMessages();
  const { about } = messages;
  const lines = useMemo(
    () => [
      ...items.map((item) => lineOf(item, messages)),
      ...(jobs.length > 0 ? [jobsLine(jobs, areJobsInMemory, jobRetention, messages)] : []),
      ...(unreadableJobs.length > 0 ? [unreadableLine(unreadableJobs.length, messages)] : []),
    ],
    [items, jobs, unreadableJobs, areJobsInMemory, jobRetention, messages],
  );
  const columns = useMemo<readonly GridColumn<Line>[]>(
    () => [
      {
        id: 'what',
        header: about.columnWhat,
        width: 'minmax(0, 2.4fr)',
        isWideWhenNarrow: true,
        render: ({ what, details }) => <What what={what} details={details} />,
      },
      ...(['keptFor', 'saved', 'lifetime', 'size'] as const).map((id) => ({
        id,
        header: {
          keptFor: about.columnKeptFor,
          saved: about.columnSaved,
          lifetime: about.columnLifetime,
          size: about.columnSize,
        }[id],
        width: 'minmax(0, 1fr)',
        isLabelledWhenNarrow: true,
        render: (line: Line) => line[id],
      })),
    ],
    [about],
  );
  return <VirtualGrid label={about.keptTitle} columns={columns} rows={lines} keyOf={keyOf} />;
}

function What({ what, details }: Pick<Line, 'what' | 'details'>): ReactNode {
  const styles = useStyles();
  return (
    <>
      {what}
      {details && <div className={styles.below}>{details}</div>}
    </>
  );
}

function lineOf(item: KeptItem, { about, format }: Messages): Line {
  const { id, kind, keptFor, count, sizeInBytes, savedAt, lifetime } = item;
  return {
    id,
    what: about.what(kind, count),
    details: about.details[kind],
    keptFor: about.keptFor[keptFor],
    saved: savedAt === undefined ? about.notKnown : format.dateTime(new Date(savedAt).toISOString()),
    lifetime:
      lifetime.kind === 'until'
        ? format.dateTime(new Date(lifetime.endsAt).toISOString())
        : lifetime.kind === 'tab'
          ? about.untilTabCloses
          : keptFor === 'others'
            ? about.untilOthersDelete
            : about.untilDeleted,
    size: about.size(sizeInBytes),
  };
}

/**
 * Describes the size of jobs by the users and groups they cover: browsers don't give the size of a database entry.
 */
function jobsLine(
  jobs: readonly LicenseJobSummary[],
  areInMemory: boolean,
  retention: JobRetention,
  { about, format }: Messages,
): Line {
  const latest = Math.max(...jobs.map(({ header }) => header.plannedAt));
  return {
    id: 'jobs',
    what: about.what('jobs', jobs.length),
    details: about.details.jobs,
    keptFor: about.keptFor.account,
    saved: format.dateTime(new Date(latest).toISOString()),
    lifetime: areInMemory
      ? about.untilTabCloses
      : retention === 'forever'
        ? about.untilDeleted
        : about.daysAfterEnd(retention),
    size: about.covers(jobs.reduce((total, { header }) => total + header.size, 0)),
  };
}

function unreadableLine(count: number, { about }: Messages): Line {
  return {
    id: 'unreadable-jobs',
    what: about.what('unreadable-jobs', count),
    details: about.details['unreadable-jobs'],
    keptFor: about.keptFor.account,
    saved: about.notKnown,
    lifetime: about.untilDeleted,
    size: about.notKnown,
  };
}

function keyOf({ id }: Line): string {
  return id;
}
