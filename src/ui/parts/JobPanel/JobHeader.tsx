import { makeStyles, mergeClasses, Spinner, tokens } from '@fluentui/react-components';
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle';
import { ClockRegular } from '@fluentui/react-icons/svg/clock';
import { ErrorCircleFilled } from '@fluentui/react-icons/svg/error-circle';
import { PauseCircleRegular } from '@fluentui/react-icons/svg/pause-circle';
import { SubtractCircleRegular } from '@fluentui/react-icons/svg/subtract-circle';
import { WarningFilled } from '@fluentui/react-icons/svg/warning';
import type { ReactNode, Ref } from 'react';
import type { LicenseJobState } from '../../../license-jobs/licenseJob';
import { useMessages } from '../../messages/MessagesContext';
import type { Messages } from '../../messages/types';
import { stillWhenReduced } from '../stillWhenReduced';
import { isFinishing, isUnderWay } from './allowedActions';
import { isThroughCloudLicensing, jobTitle, wordKindOf } from './jobTitle';

const useStyles = makeStyles({
  header: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  main: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    flex: '1 1 240px',
    minWidth: 0,
  },
  words: { minWidth: 0 },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
    // Gets the focus so that screen readers read it; it's no control.
    ':focus': { outline: 'none' },
  },
  pageTitle: { fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  what: { margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
});

/** Job without its items. */
type JobDigest = Pick<LicenseJobState, 'header' | 'status' | 'pause' | 'counts'>;

interface JobHeaderProps {
  /** Undefined while it's loading. */
  readonly job: JobDigest | undefined;
  readonly headingLevel: 1 | 2 | 3;
  readonly titleRef: Ref<HTMLHeadingElement>;
  /** Buttons. */
  readonly children: ReactNode;
}

/** The state of a job as its title, what the job does, and its buttons. */
export function JobHeader({ job, headingLevel, titleRef, children }: JobHeaderProps): ReactNode {
  const styles = useStyles();
  const messages = useMessages();
  const Heading = `h${headingLevel}` as const;
  return (
    <header className={styles.header}>
      <div className={styles.main}>
        {job && <JobIcon job={job} isLarge />}
        <div className={styles.words}>
          <Heading
            className={mergeClasses(styles.title, headingLevel === 1 && styles.pageTitle)}
            tabIndex={-1}
            ref={titleRef}
          >
            {job ? statusTitle(job, messages) : messages.jobs.loading}
          </Heading>
          {job && <p className={styles.what}>{jobTitle(job.header, messages)}</p>}
          {job && isThroughCloudLicensing(job.header.subject) && (
            <p className={styles.what}>{messages.jobs.throughCloudLicensing}</p>
          )}
        </div>
      </div>
      {children}
    </header>
  );
}

/** Returns the state of a job as a title: what it's doing, or what it did. */
function statusTitle(job: JobDigest, { jobs }: Messages): string {
  const { status, pause, header, counts } = job;
  const kind = wordKindOf(header.subject);
  if (status === 'finished') return jobs.resultTitle(kind, header.size, counts);
  if (pause?.kind === 'interrupted') return jobs.interrupted;
  return status === 'running' || (status === 'paused' && isUnderWay(job))
    ? jobs.runningTitle[kind]
    : jobs.status[status];
}

const useIconStyles = makeStyles({
  icon: { flexShrink: 0, display: 'inline-flex', justifyContent: 'center', width: '20px', fontSize: '20px' },
  large: { width: '32px', height: '32px', fontSize: '32px' },
  good: { color: tokens.colorStatusSuccessForeground3 },
  bad: { color: tokens.colorStatusDangerForeground1 },
  warning: { color: tokens.colorStatusWarningForeground3 },
  quiet: { color: tokens.colorNeutralForeground3 },
  still: stillWhenReduced,
});

/** State of a job as a sign. */
type JobSign = 'good' | 'bad' | 'warning' | 'quiet' | 'paused' | 'planned' | 'running';

const icons = {
  good: CheckmarkCircleFilled,
  bad: ErrorCircleFilled,
  warning: WarningFilled,
  quiet: SubtractCircleRegular,
  paused: PauseCircleRegular,
  planned: ClockRegular,
} as const;

const tones = {
  good: 'good',
  bad: 'bad',
  warning: 'warning',
  quiet: 'quiet',
  paused: 'warning',
  planned: 'quiet',
} as const;

interface JobIconProps {
  readonly job: JobDigest;
  /** Default is the size of text. */
  readonly isLarge?: boolean;
}

/** The state of a job as an icon. Decorative: a text beside it says the same. */
export function JobIcon({ job, isLarge = false }: JobIconProps): ReactNode {
  const styles = useIconStyles();
  const sign = jobSign(job);
  if (sign === 'running') {
    return (
      <span className={mergeClasses(styles.icon, isLarge && styles.large, styles.still)} aria-hidden>
        <Spinner size={isLarge ? 'small' : 'extra-tiny'} />
      </span>
    );
  }
  const Icon = icons[sign];
  return (
    <span className={mergeClasses(styles.icon, isLarge && styles.large, styles[tones[sign]])} aria-hidden>
      <Icon />
    </span>
  );
}

function jobSign(job: JobDigest): JobSign {
  const { status, counts, header } = job;
  const { done, partly = 0, unsure = 0, pending, skipped, failed, cancelled } = counts;
  if (status === 'planned') return 'planned';
  if (status !== 'finished') return isUnderWay(job) || isFinishing(job) ? 'running' : 'paused';
  if (failed > 0) return 'bad';
  if (partly + unsure + pending + cancelled > 0) return 'warning';
  return done === 0 && skipped === header.size ? 'quiet' : 'good';
}
