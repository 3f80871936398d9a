import type { LicensingCode } from '../../../licensing/types';
import type { Format } from '../format';
import type { Explained } from '../explained';

/** Words for each reason why a change of one person or group was skipped or failed. */
export const outcomes = (_f: Format): Record<LicensingCode, Explained> => ({
  'no-change': { title: 'Nothing to change', action: '' },
  'not-held': { title: "Doesn't have the product anymore", action: 'Nothing was sent.' },
  'no-licenses-available': {
    title: 'No seats left',
    action: 'Free up a seat or buy more licenses, then try again.',
  },
  'usage-location': {
    title: 'Usage location missing or not allowed',
    action: 'Set a usage location where the product is available, then try again.',
  },
  'product-not-owned': {
    title: 'No valid subscription to this product',
    action: 'It might have ended or been suspended. Refresh the list of products.',
  },
  'product-suspended': {
    title: "Licenses of this product can't be assigned now",
    action: 'Its subscription is suspended, deleted, or locked. Renew the subscription, then try again.',
  },
  'assignee-not-supported': {
    title: "Licenses of this subscription can't be assigned this way",
    action:
      "They're only for people, only for groups, or for neither. Select another subscription of the product.",
  },
  inherited: {
    title: 'The license comes from a group',
    action:
      "Remove the person from the group, or the license from the group. See the product page for the group's name.",
  },
  'missing-plans': {
    title: 'This app needs another app or service, or another one needs it',
    action: 'Also assign or remove the product that depends on it or that it depends on.',
  },
  'conflicting-plans': {
    title: 'Conflicts with another license of this person',
    action: 'Turn off the app that both contain, or remove the other license.',
  },
  'duplicate-proxy-address': {
    title: 'Another account uses the same email address',
    action: 'Change the address of one of the two accounts, then try again.',
  },
  'group-not-licensable': {
    title: "Licenses can't be assigned to this group",
    action: 'Select a security group or a security-enabled Microsoft 365 group.',
  },
  'concurrent-change': {
    title: 'Someone else is changing the same account',
    action: 'Wait a moment and try again.',
  },
  forbidden: {
    title: "Microsoft 365 doesn't let your account change this person or group",
    action:
      'Ask a Global Administrator. Not every admin can change people with admin roles, or people outside the part of the organization that a role covers.',
  },
  'only-buyer-assigns': {
    title: 'Only the person who bought this subscription can assign or remove its licenses',
    action: 'Ask that person, or use another subscription of the product.',
  },
  stopped: { title: 'The job was stopped', action: 'Retry to do the rest.' },
  'consent-needed': {
    title: "Your organization hasn't given this app permission to change licenses",
    action: 'Ask an admin to grant the permission.',
  },
  'signed-out': {
    title: "You're signed out, or signed in with a different account",
    action: 'Nothing was sent. Reload the app, sign in, and try again.',
  },
  'principal-not-found': { title: 'This account no longer exists', action: '' },
  throttled: {
    title: 'Microsoft 365 was too busy',
    action: 'Nothing was changed. Try again in a few minutes.',
  },
  'service-unavailable': {
    title: "Microsoft 365 wasn't available",
    action: 'Nothing was changed. Try again.',
  },
  offline: { title: 'You were offline', action: 'Nothing was sent. Try again.' },
  'outcome-unknown': {
    title: 'Outcome unknown',
    action:
      "Microsoft 365 didn't confirm the change, and the license doesn't show yet. Check in a few minutes, or try again. Trying twice does no harm.",
  },
  unreadable: {
    title: "What this person or group holds couldn't be read",
    action: 'Nothing was sent. Try again in a few minutes.',
  },
  refused: { title: 'Microsoft 365 refused the change', action: 'Report it with the request ID.' },
  'inherited-from-group': {
    title: 'The person already has it through a group',
    action: 'Nothing was sent.',
  },
  'not-permitted': {
    title: "Your role doesn't cover this account",
    action: 'Nothing was sent. Ask a License, User, or Global Administrator.',
  },
});
