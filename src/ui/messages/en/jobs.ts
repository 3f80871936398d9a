import type { UndoLimit } from '../../../license-jobs/undoLimits';
import type { JobPeople, LicenseJobSubject } from '../../../license-jobs/licenseJob';
import { jobOutcomes, type WordKind } from './jobs/jobOutcomes';
import { jobReport } from './jobs/jobReport';
import type { Format } from '../format';

/** Details that the title of a job consists of. */
export interface JobTitle {
  readonly kind: LicenseJobSubject['kind'];
  /** Names of the products; for `move`, the removed one comes first. */
  readonly products: readonly string[];
  /** Number of users and groups. */
  readonly count: number;
  /** For `through-group`. */
  readonly group: string | undefined;
  /** For `usage-location`: the name of the country. */
  readonly country: string | undefined;
  /** Users and groups, if their numbers are known separately. */
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
    'free-seat': (job) => `Free a second seat of ${f.list(job.products)} for ${who(job)}`,
    move: (job) => `Move ${who(job)} from ${job.products[0] ?? ''} to ${job.products[1] ?? ''}`,
    'replace-plans': (job) => `Change apps of ${f.list(job.products)} for ${who(job)}`,
    'through-group': (job) =>
      `Assign ${f.list(job.products)} to ${who(job)} through ${job.group ?? 'a group'}`,
    'leave-groups': (job) => `Remove ${f.list(job.products)} from ${who(job)}, with group memberships`,
    'migrate-to-group': (job) =>
      `Migrate ${f.list(job.products)} of ${who(job)} to ${job.group ?? 'a group'}`,
    'usage-location': (job) => `Set the usage location of ${who(job)} to ${job.country ?? 'a country'}`,
    reprocess: (job) => `Reprocess ${f.list(job.products)} for ${who(job)}`,
  };
};

/** Words of jobs: the panel of one, the page of all, and the bar that offers an interrupted one again. */
export const jobs = (f: Format) => ({
  ...jobOutcomes(f),
  ...jobReport(f),
  intro: 'Licenses that you assigned, moved, and removed in this browser, newest first.',
  backToJobs: 'Back to Activity',
  emptyTitle: 'No activity yet',
  goToLicenses: 'Go to licenses',
  emptyText:
    'When you assign or remove licenses, you see here who got what and how it went, and you can undo it.',
  onlyWhileOpen:
    "This browser can't save jobs, so this list is lost when you close the app. Export what you need.",
  notFoundTitle: "We couldn't find this job",
  notFoundText: 'It might have been deleted from the list, or it ran in another browser.',

  title: (job: JobTitle) => titles(f)[job.kind](job),
  /** Numbers of users and groups; those that are zero are left out. */
  people: (users: number, groups: number) =>
    f.list([
      ...(users > 0 ? [f.plural(users, { one: '# user', other: '# users' })] : []),
      ...(groups > 0 ? [f.plural(groups, { one: '# group', other: '# groups' })] : []),
    ]),
  undoTitle: (title: string) => `Undo: ${title}`,
  /** Follows the title of a job whose licenses aren't in the directory. */
  throughCloudLicensing: 'Through cloud licensing',
  loading: 'Loading the job…',
  history: 'Jobs in this browser',
  columnWhat: 'Job',
  columnState: 'State',
  columnOutcomes: 'Outcomes',
  columnMore: 'More',
  /** Name of the button of a job's menu. */
  moreOf: (title: string) => `More: ${title}`,
  planned: (iso: string, name: string | undefined) =>
    name === undefined ? f.dateTime(iso) : `${f.dateTime(iso)} by ${name}`,
  forget: 'Delete',
  deleteJob: (title: string) => `Delete from the list: ${title}`,
  deleteTitle: 'Delete this job from the list?',
  deleteText: "Its report is deleted, and you can't undo the job anymore. Licenses stay as they are.",

  status: {
    planned: 'Not started',
    running: 'Running',
    paused: 'Paused',
    cancelling: 'Stopping',
    following: 'Waiting for Microsoft 365',
    finished: 'Finished',
  },
  interrupted: 'Interrupted',
  elsewhere: 'Running in another tab',
  settledOf: (settled: number, all: number) => `${f.number(settled)} of ${f.number(all)} finished`,
  /** State of a job that is over; `failed` is without those that are half done. */
  finishedWithFailures: (failed: number, halfDone: number) =>
    [
      'Finished',
      ...(halfDone > 0 ? [`${f.number(halfDone)} half done`] : []),
      ...(failed > 0 ? [`${f.number(failed)} failed`] : []),
    ].join(', '),
  /** With the time alone if that says it. */
  endedAt: (inMs: number, isRecent: boolean) =>
    `Finished ${isRecent ? f.time(inMs) : f.dateTime(new Date(inMs).toISOString())}`,
  accepted: (count: number) => f.plural(count, { other: '# accepted' }),
  rate: (itemsAMinute: number) => `about ${f.number(itemsAMinute)} a minute`,
  timeLeft: (inMs: number, error: number) => {
    if (!Number.isFinite(error)) return `at least ${f.duration(inMs)} left`;
    const [least, most] = [f.duration(inMs * (1 - error)), f.duration(inMs * (1 + error))];
    return least === most ? `about ${most} left` : `${least} to ${most} left`;
  },

  stateText: {
    planned: 'Nothing has been sent yet.',
    running: 'Keep this tab open, or the job pauses.',
    resumed: 'Resumed. Keep this tab open, or the job pauses.',
    finishing: 'Finishing…',
    cancelling: 'Stopping. Requests that were already sent are still finishing.',
    arriving:
      "Some requests were on their way when the job was interrupted, and might still take effect. They're checked within half a minute. Then the job continues.",
    elsewhere: 'This job runs in another tab. You can watch it here.',
  },
  following: (count: number) =>
    f.plural(count, {
      one: 'Everything was sent. Microsoft 365 is still working on #.',
      other: 'Everything was sent. Microsoft 365 is still working on #.',
    }),
  pause: {
    asked: 'Paused. Nothing is sent until you resume.',
    interrupted:
      'Interrupted because the tab was closed or the computer stopped. When you resume, requests that were on their way are checked first, so nothing is done twice.',
    offline: "You're offline. The job continues when the connection is back.",
    goesOnByItself: 'The job continues in a moment.',
    resume: 'Nothing more is sent until you resume. Nothing is lost.',
    roleMissing: (isThroughGroup: boolean) =>
      `Your account doesn't have the role that this job needs: ${isThroughGroup ? 'User Administrator or Groups Administrator' : 'License Administrator'}. If your role must be activated, activate it. Otherwise, ask a Global Administrator for the role.`,
  },
  goesOnAt: (iso: string) => `The job continues on ${f.dateTime(iso)}.`,
  halted: (reason: string) => `Paused for this reason: ${reason}. The rest waits until you resume.`,
  undoneAlready: 'A later job undid this one.',

  start: 'Start',
  /** On the button that starts a job, while the job is planned. */
  starting: 'Starting…',
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
      one: "# user or group that wasn't started stays as it is. Finished changes aren't undone.",
      other: "# users and groups that weren't started stay as they are. Finished changes aren't undone.",
    }),
  stopAnyway: 'Stop the job',
  keepGoing: 'Keep going',

  undoQuestion: 'Undo this job?',
  undoing: {
    assign: 'Everyone who got a license from this job loses it.',
    remove: 'Everyone who lost a license gets it back, with the same apps turned off as before.',
    'free-seat':
      'Everyone whose second seat was freed gets it back, with the same apps turned off as before.',
    move: 'Everyone who was moved gets the previous product back, with the same apps turned off as before, and loses the new one.',
    'replace-plans': 'Apps and services are turned on and off as they were before this job.',
    'through-group': 'Everyone that this job added is removed from the group.',
    'leave-groups':
      'Everyone who lost a license gets it back, with the same apps turned off as before, and everyone who was removed from a group is added to it again.',
    'migrate-to-group':
      'Everyone who was migrated gets the direct license back, with the same apps turned off as before. People that this job added to the group are then removed from it.',
    'usage-location': 'Everyone who had a different usage location before gets it back.',
    reprocess: "Reprocessing can't be undone.",
    undo: 'The changes that were undone are made again.',
  } satisfies Record<WordKind, string>,
  undoCount: (undone: number) => f.plural(undone, { one: '# will be undone.', other: '# will be undone.' }),
  undoLeft: (left: number) =>
    f.plural(left, {
      one: "# stays as it is, because it can't be undone or doesn't need to be.",
      other: "# stay as they are, because they can't be undone or don't need to be.",
    }),
  /** `count`: users and groups that get nothing back; undefined if that's all of them. */
  undoRefused: (products: readonly string[], count: number | undefined) =>
    `Licenses of ${f.list(products)} can't be assigned now, because the subscription is suspended or has ended. ` +
    (count === undefined
      ? 'You can undo this job once the subscription is renewed.'
      : f.plural(count, {
          one: '# user or group gets nothing back.',
          other: '# users and groups get nothing back.',
        })),
  undoLimit: {
    'needs-free-seats':
      "Each person needs a free seat. If no seats are left, they don't get the license back.",
    'app-data': "Data that the vendor's app deletes when a license ends isn't restored.",
    'group-stays': 'The group and its license stay.',
    'first-location-stays':
      'People who had no usage location keep the new one. You can change it, but not clear it.',
    'usage-location-stays': 'If Microsoft Entra set a usage location in the meantime, it stays.',
  } satisfies Record<UndoLimit, string>,
  undoNothing: 'Nothing in this job can be undone.',
  /** Follows "waiting for". */
  undoWait: 'the list of what can be undone',
  undoReading: 'Checking what can be undone…',

  notKeptHere:
    "This browser can't save jobs here. A job ends when you close this tab, and you can't resume or undo it later.",
  withoutKeeping: 'Continue without saving',
  withoutKeepingText:
    "The job then ends when you close this tab, and you can't resume or undo it later. Export its report before you close the app.",

  interruptedTitle: (count: number) =>
    f.plural(count, { one: 'A job was interrupted', other: '# jobs were interrupted' }),
  moreInterrupted: 'All jobs',
  interruptedText: (title: string, settled: number, all: number) =>
    `${title}: ${f.number(settled)} of ${f.number(all)} finished.`,
  viewJob: 'View job',
  discard: 'Discard',
  discardTitle: 'Discard the rest of this job?',
  discardText: (count: number) =>
    f.plural(count, {
      one: "# user or group that isn't finished stays as it is. Requests that were on their way are checked first. Finished changes aren't undone.",
      other:
        "# users and groups that aren't finished stay as they are. Requests that were on their way are checked first. Finished changes aren't undone.",
    }),

  unreadableTitle: (count: number) =>
    f.plural(count, { one: "# job can't be read", other: "# jobs can't be read" }),
  unreadableText: (count: number) =>
    f.plural(count, {
      one: "Another version of this app saved it, or it's damaged. Reload the app to get the latest version. You can export the saved data to check it later.",
      other:
        "Another version of this app saved them, or they're damaged. Reload the app to get the latest version. You can export the saved data to check it later.",
    }),
  unreadableList: "Jobs that can't be read",
  unreadablePlanned: (iso: string | undefined) =>
    iso === undefined ? 'Date not known' : `Planned ${f.dateTime(iso)}`,
  unreadableExport: (when: string) => `Export the saved data: ${when}`,
  unreadableDelete: (when: string) => `Delete the job: ${when}`,
  unreadableFile: (day: string) => `isv-licenses-job-${day}.json`,
  unreadableDeleteTitle: "Delete the job that can't be read?",
  unreadableDeleteText:
    "The record of its changes is deleted, and you can't undo them. Licenses stay as they are. You can't undo deleting the job.",

  unresolvedNote: (count: number) =>
    f.plural(count, {
      one: "# line of your lists was left out. You'll find it in the exported report.",
      other: "# lines of your lists were left out. You'll find them in the exported report.",
    }),
});
