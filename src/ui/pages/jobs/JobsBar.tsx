import { makeStyles } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { toAppError } from '../../../base/appError';
import type { LicenseJobSummary } from '../../../license-jobs/licenseJob';
import { useMessages } from '../../messages/MessagesContext';
import type { Messages } from '../../messages/types';
import { jobTitle, wordKindOf } from '../../parts/JobPanel/jobTitle';
import { UpdatingLine } from '../../parts/UpdatesNote';
import { useConfirmUnload } from '../../parts/useConfirmUnload';
import { visuallyHidden } from '../../parts/visuallyHidden';
import { keys } from '../../queries/keys';
import { useInvalidateOnJobSettled } from '../../queries/useInvalidateOnJobSettled';
import { useRefetchUntilShown } from '../../queries/useRefetchUntilShown';
import { useUpdates } from '../../queries/useUpdates';
import { useServices } from '../../services';
import { InterruptedJobs } from './InterruptedJobs';

const useStyles = makeStyles({ announcement: visuallyHidden });

/** Badge of the navigation entry, and its label for screen readers. */
interface JobsBadge {
  readonly count: string;
  readonly label: string;
}

interface JobsBarProps {
  readonly list: readonly LicenseJobSummary[];
  /** `jobs` or the id of a job while its page is open. These pages show the state of jobs themselves. */
  readonly open: string | undefined;
  /** True while the list of products is shown. */
  readonly isStart: boolean;
  /** Must be the same function between renders. */
  readonly onBadgeChange: (mark: JobsBadge | undefined) => void;
}

/**
 * Work around jobs on every page: resumes or offers interrupted jobs, refetches lists that a job changed, asks before
 * the page is closed while a job runs, and announces its end.
 */
export function JobsBar({ list, open, isStart, onBadgeChange }: JobsBarProps): ReactNode {
  const styles = useStyles();
  const messages = useMessages();
  const updates = useUpdates();
  useInvalidateOnJobSettled();
  useRefetchUntilShown(updates);
  useConfirmUnload(isRunningHere(list));
  const { announcement, unseen } = useJobEnds(messages, open);
  useJobsBadge(
    list,
    open === 'jobs' ? 0 : unseen.filter((id) => id !== open).length,
    messages,
    onBadgeChange,
  );
  const failed = useFollowing(list);
  const [first, ...others] = list.filter(
    (job) =>
      job.pause?.kind === 'interrupted' &&
      job.header.id !== open &&
      (!isOnlyFollowed(job) || failed.has(job.header.id)),
  );
  const names = updates.flatMap(({ areSeatsUpdating, name }) => (areSeatsUpdating ? [name] : []));
  return (
    <>
      <div className={styles.announcement} role="status">
        {announcement}
      </div>
      {/* A new key for each job, so that a double-click doesn't resume two jobs. */}
      {first && <InterruptedJobs key={first.header.id} jobs={[first, ...others]} />}
      {isStart && (
        <UpdatingLine text={names.length > 0 ? messages.updates.seatsUpdating(names) : undefined} />
      )}
    </>
  );
}

/** True for an interrupted job that has sent everything: resuming it only reads the progress of Entra. */
function isOnlyFollowed({ pause, counts }: LicenseJobSummary): boolean {
  return pause?.kind === 'interrupted' && counts.waiting + counts.started === 0 && counts.pending > 0;
}

/** Resumes interrupted jobs that only wait for Entra. Returns the ids of those that couldn't be resumed. */
function useFollowing(list: readonly LicenseJobSummary[]): ReadonlySet<string> {
  const { jobs } = useServices();
  const tried = useRef(new Set<string>());
  const [failed, setFailed] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    for (const job of list) {
      const { id } = job.header;
      // Another tab ran it in the meantime and may have been closed too.
      if (job.runner === 'elsewhere' && !failed.has(id)) tried.current.delete(id);
      if (!isOnlyFollowed(job) || tried.current.has(id)) continue;
      tried.current.add(id);
      jobs.start(id).catch((cause: unknown) => {
        if (toAppError(cause).code !== 'job-busy') setFailed((ids) => new Set([...ids, id]));
      });
    }
  }, [list, jobs, failed]);
  return failed;
}

/** True if closing the page would pause a job that runs in it. */
function isRunningHere(list: readonly LicenseJobSummary[]): boolean {
  return list.some(
    ({ runner, status, pause }) =>
      runner === 'here' &&
      (status === 'running' ||
        status === 'cancelling' ||
        (status === 'paused' && pause?.kind === 'stopped' && pause.goesOnByItself === true)),
  );
}

/** Shows the number of running jobs, and of ended jobs not viewed yet, in the navigation. */
function useJobsBadge(
  list: readonly LicenseJobSummary[],
  ended: number,
  { shell, updates, format }: Messages,
  onBadgeChange: JobsBarProps['onBadgeChange'],
): void {
  const underWay = list.filter(({ status }) => status !== 'planned' && status !== 'finished').length;
  const count = underWay + ended;
  const labels = [
    ...(underWay > 0 ? [shell.jobsUnderWay(underWay)] : []),
    ...(ended > 0 ? [updates.jobsEnded(ended)] : []),
  ];
  const label = labels.join(', ');
  useEffect(() => {
    onBadgeChange(count > 0 ? { count: format.number(count), label } : undefined);
  }, [count, label, format, onBadgeChange]);
  useEffect(() => () => onBadgeChange(undefined), [onBadgeChange]);
}

/** Announces jobs of any tab that end, or resume after a person's decision, while the app is open, and keeps those not viewed yet. */
function useJobEnds(messages: Messages, open: string | undefined) {
  const { jobs } = useServices();
  const client = useQueryClient();
  const [announcement, setAnnouncement] = useState('');
  const [unseen, setUnseen] = useState<readonly string[]>([]);
  if (open !== undefined && unseen.length > 0) {
    const left = open === 'jobs' ? [] : unseen.filter((id) => id !== open);
    if (left.length < unseen.length) setUnseen(left);
  }
  useEffect(() => {
    let before = new Map(jobs.list().map((job) => [job.header.id, job]));
    return jobs.subscribe(() => {
      for (const job of jobs.list()) {
        const { id } = job.header;
        const was = before.get(id);
        const isResumed = was?.status === 'paused' && isEnd(was) && job.status === 'running';
        if (was?.status === job.status || !(isEnd(job) || isResumed)) continue;
        const isShown =
          client
            .getQueryCache()
            .find({ queryKey: keys.job(id) })
            ?.isActive() === true;
        // Its own panel shows the end, unless the browser tab is hidden.
        if (isShown && !document.hidden) continue;
        if (isResumed) {
          setAnnouncement(messages.updates.jobResumed(jobTitle(job.header, messages)));
          continue;
        }
        const text = endText(job, messages);
        setAnnouncement(text);
        setUnseen((ids) => [...ids.filter((other) => other !== id), id]);
        showInTitle(text);
      }
      before = new Map(jobs.list().map((job) => [job.header.id, job]));
    });
  }, [jobs, client, messages]);
  return { announcement, unseen };
}

/** True for a job that has ended or waits for a person. */
function isEnd({ status, pause }: LicenseJobSummary): boolean {
  if (status === 'finished') return true;
  return (
    status === 'paused' && (pause?.kind === 'halted' || (pause?.kind === 'stopped' && !pause.goesOnByItself))
  );
}

function endText({ header, status, counts }: LicenseJobSummary, messages: Messages): string {
  const { updates, jobs } = messages;
  const title = jobTitle(header, messages);
  return status === 'finished'
    ? updates.jobDone(title, jobs.summary(wordKindOf(header.subject), counts))
    : updates.jobPaused(title);
}

/** Text about a job that replaces the page's title now, and the title to restore. */
let inTitle: { readonly text: string; readonly own: string } | undefined;

/** Replaces the title of a hidden page until the page is visible. */
function showInTitle(text: string): void {
  if (!document.hidden) return;
  const before = inTitle;
  inTitle = { text, own: before?.text === document.title ? before.own : document.title };
  document.title = text;
  if (before) return;
  document.addEventListener(
    'visibilitychange',
    () => {
      if (inTitle?.text === document.title) document.title = inTitle.own;
      inTitle = undefined;
    },
    { once: true },
  );
}
