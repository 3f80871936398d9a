import type { UndoLimit } from '../../../license-jobs/undoLimits';
import type { JobPeople, LicenseJobSubject } from '../../../license-jobs/licenseJob';
import { jobOutcomes, type WordKind } from './jobs/jobOutcomes';
import { jobReport } from './jobs/jobReport';
import type { Format } from '../format';

/** What names a job. */
export interface JobTitle {
  readonly kind: LicenseJobSubject['kind'];
  /** Names of the products; for `move` first the one that is taken. */
  readonly products: readonly string[];
  /** Number of users and groups. */
  readonly count: number;
  /** For `through-group`. */
  readonly group: string | undefined;
  /** For `usage-location`: the name of the country. */
  readonly country: string | undefined;
  /** Users and groups, where they are known apart. */
  readonly people?: JobPeople | undefined;
}

const titles = (f: Format): Record<LicenseJobSubject['kind'], (job: JobTitle) => string> => {
  const who = ({ count, people }: JobTitle): string => {
    if (!people) return f.plural(count, { one: '# user or group', other: '# users and groups' });
    const { users, groups, name } = people;
    const parts = [
      ...(users > 0 ? [f.plural(users, { one: '# user', other: '# users' })] : []),
      ...(groups > 0 ? [f.plural(groups, { one: '# group', other: '# groups' })] : []),
    ];
    return name ?? f.list(parts);
  };
  return {
    assign: (job) => `Assign ${f.list(job.products)} to ${who(job)}`,
    remove: (job) => `Remove ${f.list(job.products)} from ${who(job)}`,
    move: (job) => `Move ${who(job)} from ${job.products[0] ?? ''} to ${job.products[1] ?? ''}`,
    'replace-plans': (job) => `Change apps of ${f.list(job.products)} for ${who(job)}`,
    'through-group': (job) =>
      `Assign ${f.list(job.products)} to ${who(job)} through ${job.group ?? 'a group'}`,
    'usage-location': (job) => `Set the usage location of ${who(job)} to ${job.country ?? 'a country'}`,
  };
};

/** Words of jobs: the panel of one, the page of all, and the bar that offers an interrupted one again. */
export const jobs = (f: Format) => ({
  ...jobOutcomes(f),
  ...jobReport(f),
  intro: 'What was assigned, moved and removed with this browser, newest first.',
  backToJobs: 'Back to Jobs',
  emptyTitle: 'No jobs yet',
  emptyText:
    'Whatever you assign or remove is kept here: who got what, with which outcome, and the way to take it back.',
  onlyWhileOpen:
    'This browser stores nothing, so this list ends when the app is closed. Export what you need.',
  notFoundTitle: 'This job is not in this browser',
  notFoundText: 'It may have been deleted from the list, or it ran in another browser.',

  title: (job: JobTitle) => titles(f)[job.kind](job),
  undoTitle: (title: string) => `Undo: ${title}`,
  loading: 'Reading the job…',
  history: 'Jobs of this browser',
  columnWhat: 'Job',
  columnProducts: 'Product',
  columnState: 'State',
  columnOutcomes: 'Outcomes',
  columnActions: 'Delete',
  planned: (iso: string, name: string | undefined) =>
    name === undefined ? f.dateTime(iso) : `${f.dateTime(iso)} by ${name}`,
  forget: 'Delete',
  forgetJob: (title: string) => `Delete from the list: ${title}`,
  forgetTitle: 'Delete this job from the list?',
  forgetText: 'Its report is lost, and it cannot be undone from here any more. Licenses stay as they are.',

  status: {
    planned: 'Not started',
    running: 'Running',
    paused: 'Paused',
    cancelling: 'Stopping',
    following: 'Entra is working',
    finished: 'Finished',
  },
  interrupted: 'Interrupted',
  elsewhere: 'Running in another tab',
  settledOf: (settled: number, all: number) => `${f.number(settled)} of ${f.number(all)} finished`,
  accepted: (count: number) => f.plural(count, { other: '# accepted' }),
  rate: (itemsAMinute: number) => `about ${f.number(itemsAMinute)} a minute`,
  timeLeft: (inMs: number, error: number) => {
    if (!Number.isFinite(error)) return `at least ${f.duration(inMs)} left`;
    const [least, most] = [f.duration(inMs * (1 - error)), f.duration(inMs * (1 + error))];
    return least === most ? `about ${most} left` : `${least} to ${most} left`;
  },

  stateText: {
    planned: 'Nothing has been sent yet.',
    running: 'Keep this tab open. If you leave, the job pauses, and you can resume it later.',
    finishing: 'Finishing…',
    cancelling: 'Stopping. What was sent already is waited for.',
    arriving:
      'What was on its way when the job was interrupted may still take effect. After half a minute at most it is checked, and the job goes on.',
    elsewhere: 'Another tab runs this job. You can watch it here.',
  },
  following: (count: number) =>
    f.plural(count, {
      one: 'Everything is sent. Entra still works on #.',
      other: 'Everything is sent. Entra still works on #.',
    }),
  pause: {
    asked: 'Paused. Nothing is sent until you resume.',
    interrupted:
      'Interrupted, because the tab was closed or the computer stopped. Whatever was on its way is checked first when you resume, so nobody is done twice.',
    offline: 'You are offline. The job goes on by itself when the connection is back.',
    goesOnByItself: 'The job goes on by itself in a moment.',
    resume: 'Nothing more is sent until you resume; nobody is lost.',
    roleMissing: (isThroughGroup: boolean) =>
      `Your account doesn't have the role that this job needs: ${isThroughGroup ? 'User Administrator or Groups Administrator' : 'License Administrator'}. If you activate your roles, activate yours. Otherwise, ask a Global Administrator for the role.`,
  },
  goesOnAt: (iso: string) => `The job goes on by itself on ${f.dateTime(iso)}.`,
  halted: (reason: string) => `Paused, because of this: ${reason}. The rest waits until you resume.`,
  undoneAlready: 'A later job took this one back.',

  start: 'Start',
  pauseJob: 'Pause',
  pausing: 'Pausing…',
  resume: 'Resume',
  stop: 'Stop',
  stopping: 'Stopping…',
  retryFailed: 'Retry failed',
  undo: 'Undo',
  exportReport: 'Export',

  stopTitle: 'Stop this job?',
  stopText: (count: number) =>
    f.plural(count, {
      one: '# user or group has not been started and stays as it is. What was done stays done.',
      other: '# users and groups have not been started and stay as they are. What was done stays done.',
    }),
  stopAnyway: 'Stop the job',
  keepGoing: 'Keep going',

  undoQuestion: 'Undo this job?',
  undoing: {
    assign: 'Everyone who got a license from this job loses it again.',
    remove: 'Everyone who lost a license gets it back, with the same apps switched off as before.',
    move: 'Everyone who was moved gets the former product back, with the same apps switched off as before, and loses the new one.',
    'replace-plans': 'Apps and services are switched as they were before this job.',
    'through-group': 'Everyone whom this job added leaves the group again.',
    'usage-location': 'Everyone who had another usage location before gets it back.',
    undo: 'What was taken back is done again.',
  } satisfies Record<WordKind, string>,
  undoCount: (undone: number) =>
    f.plural(undone, { one: '# will be taken back.', other: '# will be taken back.' }),
  undoLeft: (left: number) =>
    f.plural(left, {
      one: '# cannot be taken back, or needs not, and stays as it is.',
      other: '# cannot be taken back, or need not, and stay as they are.',
    }),
  /** `count` is of those who stay without; undefined where that is everyone. */
  undoRefused: (products: readonly string[], count: number | undefined) =>
    `Licenses of ${f.list(products)} can't be assigned now, because the subscription is suspended or has ended. ` +
    (count === undefined
      ? 'You can undo this job once the subscription is renewed.'
      : f.plural(count, {
          one: '# user or group gets nothing back.',
          other: '# users and groups get nothing back.',
        })),
  undoLimit: {
    'needs-free-seats': 'Each needs a free seat again. Where none is left, that person stays without.',
    'app-data': "What the vendor's app deletes when a license ends does not come back.",
    'group-stays': 'The group and its license stay.',
    'first-location-stays':
      'People who had no usage location keep the new one: it can be changed, but never be empty again.',
    'usage-location-stays': 'A usage location that Entra set meanwhile stays.',
  } satisfies Record<UndoLimit, string>,
  undoNothing: 'Nothing of this job can be taken back.',
  /** Follows "waiting for". */
  undoWait: 'the list of what can be undone',
  undoReading: 'Looking at what can be taken back…',

  notKeptHere:
    "This browser can't keep jobs here: a job ends with this tab, and can't be resumed or undone later.",
  withoutKeeping: 'Go on without keeping it',
  withoutKeepingText:
    'You can go on all the same. The job then ends with this tab, and cannot be resumed or undone later: export its report before you close the app.',

  interruptedTitle: (count: number) =>
    f.plural(count, { one: 'A job was interrupted', other: '# jobs were interrupted' }),
  moreInterrupted: 'All jobs',
  interruptedText: (title: string, settled: number, all: number) =>
    `${title}: ${f.number(settled)} of ${f.number(all)} finished.`,
  lookAtIt: 'Look at it',
  discard: 'Discard',
  discardTitle: 'Discard the rest of this job?',
  discardText: (count: number) =>
    f.plural(count, {
      one: '# user or group is not finished and is left alone. Whatever was on its way is checked first; what was done stays done.',
      other:
        '# users and groups are not finished and are left alone. Whatever was on its way is checked first; what was done stays done.',
    }),

  unreadableTitle: (count: number) =>
    f.plural(count, { one: "# job can't be read", other: "# jobs can't be read" }),
  unreadableText: (count: number) =>
    f.plural(count, {
      one: "Another version of this app saved it, or it's damaged. Reload the app to get the latest version. You can export what's stored, to look into it later.",
      other:
        "Another version of this app saved them, or they're damaged. Reload the app to get the latest version. You can export what's stored, to look into it later.",
    }),
  unreadableList: "Jobs that can't be read",
  unreadablePlanned: (iso: string | undefined) =>
    iso === undefined ? 'Date not known' : `Planned ${f.dateTime(iso)}`,
  unreadableExport: (when: string) => `Export what's stored: ${when}`,
  unreadableDelete: (when: string) => `Delete the job: ${when}`,
  unreadableFile: (day: string) => `isv-licenses-job-${day}.json`,
  unreadableDeleteTitle: "Delete the job that can't be read?",
  unreadableDeleteText:
    "Whatever it did isn't recorded here anymore, and you can't undo it. Licenses stay as they are. This can't be undone.",

  unresolvedNote: (count: number) =>
    f.plural(count, {
      one: "# line of your lists didn't match anyone. You'll find it in the exported report.",
      other: "# lines of your lists didn't match anyone. You'll find them in the exported report.",
    }),
});
