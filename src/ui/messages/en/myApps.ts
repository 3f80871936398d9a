import type { Format } from '../format';

/** Words of the page with a person's own apps. */
export const myApps = (f: Format) => ({
  manageLicenses: 'Do you manage licenses?',
  title: 'My apps',
  intro: 'Apps that you have a license for, and how you got them.',
  direct: 'Assigned to you',
  viaGroups: (groups: readonly string[]) => `Via ${f.list(groups)}`,
  viaUnnamedGroup: 'a group',
  states: {
    active: 'Ready to use',
    problem: 'Has a problem',
    off: 'Turned off',
  },
  problemText: "There's an issue with your license. An admin can see why.",
  count: (count: number) => f.plural(count, { one: '# app', other: '# apps' }),
  unseenTitle: "We can't show your apps here",
  unseenText:
    "Your account can't see the products of this organization. This is usual for guests. Ask an admin which apps you have.",
  emptyTitle: "You don't have any ISV apps yet",
  emptyText: 'When an admin assigns you a license, you see the app here.',
  unnamed: (count: number) =>
    f.plural(count, {
      one: "You also have a license for # product whose name this app can't see. An admin can tell you which it is.",
      other:
        "You also have licenses for # products whose names this app can't see. An admin can tell you which they are.",
    }),
  otherTitle: 'Other apps of your organization',
  otherText: "Your organization owns these apps. You don't have a license for them.",
  ask: 'Request',
  askFor: (product: string) => `Request ${product}`,
  /** For a person who can't see which products there are. */
  requestAccess: 'Request access',
  askText: 'Send this text to an admin. Nothing is sent until you do.',
  request: (person: string, address: string, product: string | undefined) =>
    `Hello,
${product === undefined ? "I'd like to use the apps of your organization. Which of them can I get a license for?" : `I'd like a license for ${product}.`}
My account: ${person} (${address}).
A License Administrator can assign it in the ISV Licenses app or the Microsoft 365 admin center.`,
  requestLabel: 'Text to send',
  copyRequest: 'Copy text',
  sendMail: 'Send mail',
  sendInTeams: 'Send in Teams',
});
