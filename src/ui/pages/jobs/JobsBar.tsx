import { makeStyles } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { toAppError } from '../../../base/appError';
import type { LicenseJobSummary } from '../../../license-jobs/licenseJob';
import { useMessages } from '../../messages/MessagesContext';
import type { Messages } from '../../messages/types';
import { jobTitle, wordKindOf } from '../../parts/JobPanel/jobTitle';
import { UpdatingLine } from '../../parts/UpdatesNote';
import { visuallyHidden } from '../../parts/visuallyHidden';
import { keys } from '../../queries/keys';
import { useInvalidateOnJobSettled } from '../../queries/useInvalidateOnJobSettled';
import { useRefetchUntilShown } from '../../queries/useRefetchUntilShown';
import { useUpdates } from '../../queries/useUpdates';
import { useServices } from '../../services';
import { InterruptedJobs } from './InterruptedJobs';

const useStyles = makeStyles({ announcement: visuallyHidden });

/** A number beside the entry of the navigation, and what it counts, for screen readers. */
interface JobsMark {
  readonly count: string;
  readonly label: string;
}

/** The jobs, where the person is, and what is to be said in the navigation. */
interface JobsBarProps {
  readonly list: readonly LicenseJobSummary[];
  /** `jobs` or the id of a job while its page is open; both say themselves where jobs stand. */
  readonly open: string | undefined;
  /** The list of products is on screen. */
  readonly isStart: boolean;
  /** Must stay the same function. */
  readonly onMark: (mark: JobsMark | undefined) => void;
}

/**
 * Everything that jobs do around every page: interrupted ones go on or are offered again, the lists that one touched are read again,
 * leaving while one runs is asked about, and its end is announced.
 */
export function JobsBar({ list, open, isStart, onMark }: JobsBarProps): ReactNode {
  const styles = useStyles();
  const messages = useMessages();
  const updates = useUpdates();
  useInvalidateOnJobSettled();
  useRefetchUntilShown(updates);
  useLeaveQuestion(list);
  const { announcement, unseen } = useJobEnds(messages, open);
  useMark(list, open === 'jobs' ? 0 : unseen.filter((id) => id !== open).length, messages, onMark);
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
      {/* The buttons for another job are others: a double click must not resume two. */}
      {first && <InterruptedJobs key={first.header.id} jobs={[first, ...others]} />}
      {isStart && (
        <UpdatingLine text={names.length > 0 ? messages.updates.seatsUpdating(names) : undefined} />
      )}
    </>
  );
}

/** True for an interrupted job that has sent everything: to go on with it only asks how far Entra is. */
function isOnlyFollowed({ pause, counts }: LicenseJobSummary): boolean {
  return pause?.kind === 'interrupted' && counts.waiting + counts.started === 0 && counts.pending > 0;
}

/** Goes on with interrupted jobs that only wait for Entra; returns the ids of those with which that failed. */
function useFollowing(list: readonly LicenseJobSummary[]): ReadonlySet<string> {
  const { jobs } = useServices();
  const tried = useRef(new Set<string>());
  const [failed, setFailed] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    for (const job of list) {
      const { id } = job.header;
      // Another tab had it in the meantime, and may be closed as well.
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

/** Has the browser ask before the page is left while a job runs in it, which would pause it. */
function useLeaveQuestion(list: readonly LicenseJobSummary[]): void {
  const isAtWork = list.some(
    ({ runner, status, pause }) =>
      runner === 'here' &&
      (status === 'running' ||
        status === 'cancelling' ||
        (status === 'paused' && pause?.kind === 'stopped' && pause.goesOnByItself)),
  );
  useEffect(() => {
    if (!isAtWork) return undefined;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [isAtWork]);
}

/** Shows in the navigation how many jobs run, and how many have ended that were not looked at. */
function useMark(
  list: readonly LicenseJobSummary[],
  ended: number,
  { shell, updates, format }: Messages,
  onMark: JobsBarProps['onMark'],
): void {
  const underWay = list.filter(({ status }) => status !== 'planned' && status !== 'finished').length;
  const count = underWay + ended;
  const labels = [
    ...(underWay > 0 ? [shell.jobsUnderWay(underWay)] : []),
    ...(ended > 0 ? [updates.jobsEnded(ended)] : []),
  ];
  const label = labels.join(', ');
  useEffect(() => {
    onMark(count > 0 ? { count: format.number(count), label } : undefined);
  }, [count, label, format, onMark]);
  useEffect(() => () => onMark(undefined), [onMark]);
}

/** Follows jobs that end while the app is open, of this tab or another one. */
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
    let before = new Map(jobs.list().map((job) => [job.header.id, job.status]));
    return jobs.subscribe(() => {
      for (const job of jobs.list()) {
        const { id } = job.header;
        if (before.get(id) === job.status || !isEnd(job)) continue;
        const isShown =
          client
            .getQueryCache()
            .find({ queryKey: keys.job(id) })
            ?.isActive() === true;
        // Its own panel says so; a page in another tab of the browser is not looked at.
        if (isShown && !document.hidden) continue;
        const text = endText(job, messages);
        setAnnouncement(text);
        setUnseen((ids) => [...ids.filter((other) => other !== id), id]);
        showInTitle(text);
      }
      before = new Map(jobs.list().map((job) => [job.header.id, job.status]));
    });
  }, [jobs, client, messages]);
  return { announcement, unseen };
}

/** True for a job that is done, or that waits for a person. */
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

/** A text about a job in place of the page's own title; undefined where none stands there. */
let inTitle: { readonly text: string; readonly own: string } | undefined;

/** Puts a text in the title of a page that is out of view, until it is looked at. */
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
