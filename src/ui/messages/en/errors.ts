import type { ErrorCode } from '../../../base/appError';
import type { Format } from '../format';
import type { Explained } from '../explained';

/** Words for each code of an AppError. */
export const errors = (_f: Format): Record<ErrorCode, Explained> => ({
  'config-unreachable': {
    title: "The app's configuration couldn't be loaded",
    action:
      "Check your connection and try again. If that doesn't help, tell the person who set up this app that config.json can't be loaded.",
  },
  'config-invalid': {
    title: "The app's configuration has errors",
    action: 'Ask the person who set up this app to fix config.json:',
  },
  'host-silent': {
    title: "Teams or Outlook didn't respond",
    action: 'Open the app in Microsoft Teams, Outlook, or the Microsoft 365 app, or in its own browser tab.',
  },
  'host-unsupported': {
    title: "You can't do this here",
    action: "The program around this app doesn't support it. Try Microsoft Teams on a computer.",
  },
  'sign-in-needed': { title: 'Sign in to continue', action: 'Use your work or school account.' },
  'sign-in-cancelled': {
    title: 'Sign-in was canceled',
    action: "Nothing was changed. Sign in when you're ready.",
  },
  'popup-blocked': {
    title: 'Your browser blocked the sign-in window',
    action: 'Allow pop-up windows for this site and try again.',
  },
  'consent-needed': {
    title: 'Permission needed',
    action: "Your organization hasn't given this app a permission that it needs.",
  },
  'sign-in-failed': {
    title: "We couldn't sign you in",
    action: "Try again. If that doesn't help, reload the app.",
  },
  'account-changed': {
    title: "You're signed in with a different account now",
    action: 'Reload the app to continue with that account.',
  },
  offline: { title: "You're offline", action: 'Check your connection and try again.' },
  'timed-out': { title: 'The request timed out', action: 'Try again in a moment.' },
  'service-unavailable': {
    title: "Microsoft 365 isn't available right now",
    action: 'This usually takes only a few minutes. Try again in a moment.',
  },
  throttled: {
    title: 'Microsoft 365 is limiting requests right now',
    action: 'Wait a moment and try again.',
  },
  forbidden: {
    title: "Your account can't do this",
    action: 'A role is missing. A Global Administrator can give you the License Administrator role.',
  },
  'not-found': {
    title: "This wasn't found",
    action: 'It might have been deleted or renamed. Go back and try again.',
  },
  'bad-request': {
    title: "Microsoft 365 didn't accept the request",
    action: "Try again. If that doesn't help, report it with the request ID.",
  },
  conflict: {
    title: 'Someone else changed this at the same time',
    action: 'Check the current state, then redo what is missing.',
  },
  'token-refused': { title: 'Sign in again', action: 'Microsoft 365 no longer accepts your sign-in.' },
  'unexpected-answer': {
    title: "Microsoft 365 sent a response that this app doesn't understand",
    action: "Try again. If that doesn't help, report it with the request ID.",
  },
  'catalogue-unreachable': {
    title: "The product catalog couldn't be loaded",
    action: 'Products are shown without its names and links. Reload the app to try again.',
  },
  'catalogue-invalid': {
    title: "Some entries of the product catalog couldn't be read",
    action: 'The app works without them. Ask the person who set up this app to fix these:',
  },
  'link-refused': {
    title: "This link can't be opened",
    action: 'You can open only secure links to sites in the product catalog.',
  },
  cancelled: { title: 'Stopped', action: 'Nothing more is sent.' },
  internal: {
    title: 'Something went wrong in this app',
    action: "Reload the app. Licenses aren't affected.",
  },
  'chunk-load-failed': {
    title: "Part of this app couldn't be loaded",
    action: 'Check your connection and try again, or reload the app. It might have been updated.',
  },
  'app-outdated': {
    title: 'A newer version of this app is available',
    action:
      'Reload the app to use it. Lists that you prepared are kept, and a running job pauses until you resume it.',
  },
  'journal-unavailable': {
    title: "This browser can't save anything here",
    action:
      'If you close the tab, the record of your jobs is lost. Allow storage for this app, or leave the private window.',
  },
  'journal-full': {
    title: 'This browser is out of storage space',
    action: 'Delete finished jobs, or free up space on this device. Nothing was sent.',
  },
  'journal-newer': {
    title: "Jobs can't be used in this version of the app",
    action: 'A newer version was used in this browser. Reload the app to get it. Your jobs are kept.',
  },
  'job-busy': {
    title: 'This job runs in another tab',
    action: 'You can watch it here. To pause or stop it, go to the other tab. You can also close that tab.',
  },
  'job-unreadable': {
    title: "This job can't be read",
    action:
      "Another version of this app saved it, or it's damaged. It's kept as it is. Reload the app to get the latest version.",
  },
  'file-too-large': {
    title: 'This file is too large',
    action:
      'A file can have up to 20 MB, or 200 MB unpacked. Split the file and add its parts one at a time.',
  },
  'file-too-long': {
    title: 'This list has too many lines',
    action: 'Up to 200,000 lines can be read. Split the list and add its parts one at a time.',
  },
  'file-unreadable': {
    title: "This file can't be read",
    action: 'Save the list as .xlsx, CSV, or plain text, and try again.',
  },
  'file-encrypted': {
    title: 'This file is protected',
    action: 'Remove its password or sensitivity label, or copy the cells and paste them here.',
  },
  'file-format-unsupported': {
    title: "This type of file can't be read",
    action: 'Save the list as .xlsx or CSV and try again.',
  },
});
