import type { ImportProblem } from '../../../storage/exportFile';
import type { KeptItem } from '../../../storage/personalData';
import type { Explained } from '../explained';
import type { Format } from '../format';

/** Words of the page About this app: the version, and the data kept in this browser. */
export const about = (f: Format) => ({
  title: 'About this app',
  intro: 'The version you use, and the data it keeps in this browser.',
  back: 'Back to My apps',
  app: 'App',
  version: 'Version',
  unknownSettings: (names: readonly string[]) =>
    `The app's config.json has ${names.length === 1 ? 'a setting' : 'settings'} that this version doesn't know or use: ${f.list(names)}. Ask the person who set up this app to check the spelling.`,

  keptTitle: 'Kept in this browser',
  keptText: "This data stays on this device. Other browsers and other accounts don't see it.",
  blocked: "This browser can't save data for this app. Your choices last until you close this tab.",
  full: "This browser is out of storage space for this app. New choices last only until you close this tab. Delete data that you don't need.",
  emptyTitle: 'No data yet',
  emptyText: 'When you classify a product or run a job, you see it here.',
  columnWhat: 'Data',
  columnKeptFor: 'For',
  columnSaved: 'Saved',
  columnLifetime: 'Kept until',
  columnSize: 'Size',
  what: (kind: KeptItem['kind'] | 'jobs' | 'unreadable-jobs', count: number): string =>
    ({
      decisions: f.plural(count, { one: '# choice about a product', other: '# choices about products' }),
      drafts: f.plural(count, { one: '# draft of a list', other: '# drafts of lists' }),
      settings: f.plural(count, { one: '# setting', other: '# settings' }),
      columns: f.plural(count, { one: 'Columns of # list', other: 'Columns of # lists' }),
      jobs: f.plural(count, { one: '# job', other: '# jobs' }),
      'unreadable-jobs': f.plural(count, {
        one: "# job that can't be read",
        other: "# jobs that can't be read",
      }),
      quota: 'Request limit in use',
      doors: 'Where licenses are kept',
      'earlier-decisions': 'Choices from an earlier version',
      session: 'Your sign-in',
      damaged: "Data that can't be read",
      newer: 'Data from another version of this app',
      others: f.plural(count, { one: '# entry of other accounts', other: '# entries of other accounts' }),
    })[kind],
  details: {
    decisions: 'Treat as ISV app, Hide, and names that you gave',
    drafts: 'People and groups that you were about to assign licenses to',
    settings: 'How long finished jobs are kept',
    columns: 'The columns that you chose to show',
    jobs: 'Names, sign-in names and IDs of who got or lost which license, and how to undo it',
    'unreadable-jobs': 'Export or delete them in Jobs.',
    doors: 'Shows the licenses of cloud licensing together with the others when the app opens',
    quota: "Keeps this browser's tabs from sending too many requests",
    'earlier-decisions': 'Each account in this browser gets a copy.',
    session: undefined,
    damaged: 'Kept separately. An export includes it.',
    newer: 'Reload the app to get the latest version. An export includes this data.',
    others: 'Only those accounts can see or delete them.',
  } satisfies Record<KeptItem['kind'] | 'jobs' | 'unreadable-jobs', string | undefined>,
  keptFor: { account: 'Your account', tenant: 'Your organization', others: 'Other accounts' },
  untilDeleted: 'You delete it',
  daysAfterEnd: (days: number) =>
    f.plural(days, { one: '# day after the job finishes', other: '# days after the job finishes' }),
  untilOthersDelete: 'They delete it',
  untilTabCloses: 'You close this tab',
  notKnown: 'Not known',
  size: (bytes: number) =>
    bytes < 1_000
      ? f.plural(bytes, { one: '# byte', other: '# bytes' })
      : `${f.number(Math.round(bytes / 100) / 10)} kB`,
  covers: (items: number) => f.plural(items, { one: '# user or group', other: '# users and groups' }),

  retention: 'Keep finished jobs for',
  retentionChoice: (days: number | 'forever') =>
    days === 'forever'
      ? 'Until I delete them'
      : days === 365
        ? '1 year'
        : f.plural(days, { one: '# day', other: '# days' }),
  retentionNote: "Jobs that are paused, not started, or can't be read stay until you delete them.",
  retentionTitle: (count: number) =>
    f.plural(count, { one: 'Delete # job now?', other: 'Delete # jobs now?' }),
  retentionText: (count: number) =>
    f.plural(count, {
      one: "# finished job is older than that. Its report is deleted from this browser, and you can't undo it anymore. Licenses stay as they are.",
      other:
        "# finished jobs are older than that. Their reports are deleted from this browser, and you can't undo them anymore. Licenses stay as they are.",
    }),

  export: 'Export',
  exportNote: "An export includes your choices and drafts. To export a job's report, open the job.",
  fileName: (day: string) => `isv-licenses-${day}.json`,

  import: 'Import',
  importTitle: 'Import this file?',
  importChoices: (added: number) =>
    f.plural(added, { one: 'Adds # choice about a product.', other: 'Adds # choices about products.' }),
  importDrafts: (added: number) =>
    f.plural(added, { one: 'Adds # draft of a list.', other: 'Adds # drafts of lists.' }),
  importReplaces: 'Replaces:',
  decision: { isv: 'Treat as ISV app', hidden: 'Hide', none: 'No choice' },
  named: (name: string) => `the name ${name}`,
  replacedChoice: (product: string, before: string, after: string) =>
    `${product}: ${after} instead of ${before}`,
  replacedDraft: (product: string) => `Draft for ${product}`,
  importUnchanged: (count: number) =>
    f.plural(count, { one: '# entry is the same already.', other: '# entries are the same already.' }),
  importNothing: 'Everything in this file is already in this browser.',
  imported: 'Imported.',
  importProblems: {
    'too-large': {
      title: 'This file is too large',
      action: 'Select a file that you exported here. It can be up to 5 MB.',
    },
    unreadable: { title: "This file can't be opened", action: 'Check that it still exists, and try again.' },
    'not-json': {
      title: "This file isn't a complete export",
      action: 'Select the .json file that you exported, or export it again.',
    },
    'other-file': {
      title: "This file isn't from this app",
      action: 'Select a file that you exported on this page.',
    },
    'newer-version': {
      title: 'This file is from a newer version of this app',
      action: 'Reload the app to get the latest version, and import the file again.',
    },
    'other-tenant': {
      title: 'This file is from another organization',
      action: 'Its products and people are different from yours. Select a file from your organization.',
    },
    invalid: {
      title: "This file was changed and isn't valid",
      action: 'Fix these entries, or export the file again:',
    },
  } satisfies Record<ImportProblem['code'] | 'unreadable', Explained>,

  deleteEverything: 'Delete everything kept here',
  deleteTitle: 'Delete everything kept here?',
  deleteText:
    "Your choices, drafts, and jobs with their reports are deleted from this browser. Paused jobs end. You may have to sign in again. Licenses stay as they are. This can't be undone.",
  deleteOthersStay: "Data of other accounts isn't deleted.",
  pauseFirst: (jobs: number) =>
    f.plural(jobs, {
      one: '# job is running. Pause it first, in Jobs.',
      other: '# jobs are running. Pause them first, in Jobs.',
    }),
  delete: 'Delete',
  deleting: 'Deleting…',
  deleted: 'Everything kept here was deleted.',
  deletedExcept: (jobs: number) =>
    f.plural(jobs, {
      one: "Deleted, except # job that is running or can't be checked now. Try again later.",
      other: "Deleted, except # jobs that are running or can't be checked now. Try again later.",
    }),
});
