import type { Format } from '../format';

/** The apps that a person holds a license for. */
export const myApps = (f: Format) => ({
  manageLicenses: 'Do you manage licenses?',
  title: 'My apps',
  intro: 'Apps that you hold a license for, and how you got them.',
  direct: 'Assigned to you',
  viaGroups: (groups: readonly string[]) => `Through ${f.list(groups)}`,
  viaUnnamedGroup: 'a group',
  states: {
    active: 'Ready to use',
    problem: 'Has a problem',
    off: 'Switched off',
  },
  problemText: "There's an issue with your license. An administrator can see why.",
  count: (count: number) => f.plural(count, { one: '# app', other: '# apps' }),
  unseenTitle: 'Your apps cannot be listed here',
  unseenText:
    'Your account may not see the products of this organization, as is usual for guests. An administrator there can tell you which apps you have.',
  emptyTitle: 'You hold no license for an ISV app',
  emptyText: 'When an administrator assigns you one, the app shows up here.',
  otherTitle: 'Other apps of your organization',
  otherText: 'Your organization owns these apps. You hold no license for them.',
  ask: 'Ask an administrator',
  askFor: (product: string) => `Ask an administrator for ${product}`,
  askTitle: (product: string) => `Ask for ${product}`,
  askText: 'Copy this text and send it to an administrator, in a chat or by mail.',
  request: (person: string, address: string, product: string) =>
    `Hello,
I would like a license for ${product}.
My account: ${person} (${address}).
A License Administrator can assign it in the app ISV Licenses, or in the Microsoft 365 admin center.`,
  requestLabel: 'Text to send',
  copyRequest: 'Copy text',
});
