import type { Format } from '../../format';

/** Column headings and values of the exported report of a job. */
export const jobReport = (f: Format) => ({
  report: {
    name: 'Name',
    address: 'Sign-in name',
    objectId: 'Object ID',
    kind: 'Kind',
    change: 'Change',
    product: 'Product',
    pool: 'SKU or pool ID',
    outcome: 'Outcome',
    reason: 'Reason',
    requestId: 'Request ID',
    time: 'Time',
    jobStarted: 'Job started',
    jobEnded: 'Job ended',
    runBy: 'Run by',
    unknownPerson: 'Not known',
    line: 'Line',
    list: 'List',
    notMatched: 'Not matched',
    leftOut: 'Left out',
    duplicate: 'Duplicate: another line has the same user or group.',
    severalMatched: 'Might match one or more users or groups, but none was selected.',
    lookAlike: 'It has look-alike or invisible characters.',
    moreLines: (count: number) =>
      f.plural(count, {
        one: "# more line that this job didn't keep",
        other: "# more lines that this job didn't keep",
      }),
    user: 'User',
    group: 'Group',
    fileWord: 'licenses',
  },
  reportOutcome: {
    waiting: 'Waiting',
    started: 'Not known yet',
    done: 'Done',
    partly: 'Partly done',
    unsure: 'Done but not fully checked',
    pending: 'Accepted',
    skipped: 'No change',
    halfDone: 'Half done',
    failed: 'Failed',
    cancelled: 'Not started',
  },
});
