import type { ErrorCode } from '../../../base/appError';
import type { Format } from '../format';
import type { Explained } from '../explained';

/** Words for each code of an AppError. */
export const errors = (_f: Format): Record<ErrorCode, Explained> => ({
  'config-unreachable': {
    title: 'The settings of this app could not be read',
    action:
      'Check the connection and try again. If it stays so, tell whoever set the app up that config.json is missing.',
  },
  'config-invalid': {
    title: 'The settings of this app have faults',
    action: 'Whoever set the app up must mend config.json:',
  },
  'host-silent': {
    title: 'The surrounding page did not answer',
    action:
      'Open the app in Microsoft Teams, Outlook or the Microsoft 365 app, or on its own in a browser tab.',
  },
  'host-unsupported': {
    title: 'This cannot be done here',
    action: 'The program around this app does not offer it. Try Microsoft Teams on a computer.',
  },
  'sign-in-needed': { title: 'Sign in to go on', action: 'Use your work or school account.' },
  'sign-in-cancelled': {
    title: 'Sign-in was cancelled',
    action: 'Nothing was changed. Sign in when you are ready.',
  },
  'popup-blocked': {
    title: 'The browser blocked the sign-in window',
    action: 'Allow pop-up windows for this site and try again.',
  },
  'consent-needed': {
    title: 'Your organization has not agreed to this yet',
    action: 'This app needs a permission that is still missing.',
  },
  'sign-in-failed': { title: 'Sign-in did not work', action: 'Try again. If it stays so, reload the app.' },
  'account-changed': {
    title: 'You are signed in with another account now',
    action: 'Reload the app to go on with that account.',
  },
  offline: { title: 'You are offline', action: 'Check the connection and try again.' },
  'timed-out': { title: 'No answer came in time', action: 'Try again in a moment.' },
  'service-unavailable': {
    title: 'Microsoft 365 is not available right now',
    action: 'It usually passes within minutes. Try again in a moment.',
  },
  throttled: { title: 'Microsoft 365 asks us to slow down', action: 'Wait a little and try again.' },
  forbidden: {
    title: 'Your account may not do this',
    action: 'A role is missing. A Global Administrator can give you the role License Administrator.',
  },
  'not-found': {
    title: 'This was not found',
    action: 'It may have been deleted or renamed. Go back and look again.',
  },
  'bad-request': {
    title: 'Microsoft 365 refused the request',
    action: 'Try again. If it stays so, report it with the request ID.',
  },
  conflict: {
    title: 'Someone else changed this at the same time',
    action: 'Look at it again, then repeat what is missing.',
  },
  'token-refused': { title: 'Your sign-in is no longer accepted', action: 'Sign in again.' },
  'unexpected-answer': {
    title: 'Microsoft 365 gave an answer that this app does not understand',
    action: 'Try again. If it stays so, report it with the request ID.',
  },
  'catalogue-unreachable': {
    title: "The product catalog couldn't be read",
    action: 'Products are shown without the names and links in it. Reload the app to try again.',
  },
  'catalogue-invalid': {
    title: "Some entries of the product catalog couldn't be read",
    action: 'The app works without them. Ask the person who set it up to fix these:',
  },
  'link-refused': {
    title: 'This link is not opened',
    action: 'Only secure links to sites that the product catalogue names are opened.',
  },
  cancelled: { title: 'Stopped', action: 'Nothing more is sent.' },
  internal: {
    title: 'Something went wrong in this app',
    action: 'Reload the app. Licenses are not affected by it.',
  },
  'chunk-load-failed': {
    title: 'A part of this app could not be loaded',
    action: 'Check the connection and try again, or reload the app, which may have been updated meanwhile.',
  },
  'app-outdated': {
    title: 'A newer version of this app is available',
    action:
      'Reload to go on with it. Lists that you prepared are kept, and a job that runs pauses until you resume it.',
  },
  'journal-unavailable': {
    title: 'Nothing can be stored in this browser',
    action:
      'Jobs cannot be kept here, so a closed tab would lose their record. Allow storage for this app, or leave the private window.',
  },
  'journal-full': {
    title: 'The browser has no room left',
    action: 'Delete finished jobs from the list of jobs, or free space on this device. Nothing was sent.',
  },
  'journal-newer': {
    title: "Jobs can't be used in this version of the app",
    action: 'A newer version was used in this browser. Reload the app to get it. Your jobs are kept.',
  },
  'job-busy': {
    title: 'Another tab runs this job',
    action: 'You can watch it here. To steer it, go to the other tab or close it.',
  },
  'job-unreadable': {
    title: "This job can't be read",
    action:
      "It was saved by another version of this app, or it's damaged. It's kept as it is. Reload the app to make sure that you have the latest version.",
  },
  'file-too-large': {
    title: 'The file is too large',
    action:
      'Files of up to 20 MB, or 200 MB unpacked, are read. Split the file and add its parts one after the other.',
  },
  'file-too-long': {
    title: 'The list has too many lines',
    action: 'Up to 200,000 lines are read. Split the list and add its parts one after the other.',
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
