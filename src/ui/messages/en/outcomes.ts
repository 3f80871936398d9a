import type { LicensingCode } from '../../../licensing/types';
import type { Format } from '../format';
import type { Explained } from '../explained';

/** Words for each reason why a change of one person or group was skipped or failed. */
export const outcomes = (_f: Format): Record<LicensingCode, Explained> => ({
  'already-so': { title: 'Nothing to do, it was so already', action: '' },
  'not-held': { title: "Doesn't hold the product any more", action: 'Nothing was sent.' },
  'no-seats': { title: 'No seats left', action: 'Free a seat or buy more licenses, then try again.' },
  'usage-location': {
    title: 'Usage location missing or not allowed',
    action: 'Set a usage location in which the product may be used, then try again.',
  },
  'product-not-owned': {
    title: 'No valid subscription of this product',
    action: 'It may have ended or been suspended. Reload the list of products.',
  },
  'product-suspended': {
    title: "Licenses of this product can't be assigned now",
    action: 'Its subscription is suspended, deleted, or locked. Renew the subscription, then try again.',
  },
  inherited: {
    title: 'The license comes from a group',
    action:
      "Remove the person from the group, or the license from the group. The product's page says which group it is.",
  },
  'missing-plans': {
    title: 'Another app or service is needed first, or still needs this one',
    action: 'Assign or remove the product that it depends on as well.',
  },
  'conflicting-plans': {
    title: 'In conflict with another license of this person',
    action: 'Switch off the app that both contain, or remove the other license.',
  },
  'duplicate-proxy-address': {
    title: 'Another account uses the same mail address',
    action: 'Change the address of one of the two accounts, then try again.',
  },
  'group-not-licensable': {
    title: 'This group cannot carry licenses',
    action: 'Choose a security group or a security-enabled Microsoft 365 group.',
  },
  'concurrent-change': {
    title: 'Someone else is changing the same account',
    action: 'Wait a moment and try again.',
  },
  forbidden: {
    title: "Microsoft 365 doesn't let your account change this person or group",
    action:
      "Ask a Global Administrator. People with admin roles, and people outside the part of the organization that your role covers, can't be changed by every admin.",
  },
  'consent-needed': {
    title: 'Your organization has not agreed that this app changes licenses',
    action: 'An administrator must grant the permission.',
  },
  'signed-out': {
    title: 'You are not signed in any more, or with another account',
    action: 'Nothing was sent. Reload the app, sign in, and try again.',
  },
  'principal-not-found': { title: 'The account no longer exists', action: '' },
  throttled: {
    title: 'Microsoft 365 was too busy',
    action: 'Nothing was changed. Try again in a few minutes.',
  },
  'service-unavailable': {
    title: 'Microsoft 365 was not available',
    action: 'Nothing was changed. Try again.',
  },
  offline: { title: 'You were offline', action: 'Nothing was sent. Try again.' },
  'outcome-unknown': {
    title: 'Outcome unknown',
    action:
      'No answer said whether it was done, and the license does not show yet. Look again in a few minutes, or try again: doing it twice does no harm.',
  },
  unreadable: {
    title: "What this person or group holds couldn't be read",
    action: 'Nothing was sent. Try again in a few minutes.',
  },
  refused: { title: 'Microsoft 365 refused', action: 'Report it with the request ID.' },
  'through-group': {
    title: 'The person has it through a group already',
    action: 'Nothing was sent.',
  },
  'not-permitted': {
    title: 'Your role does not cover this account',
    action: 'Nothing was sent. Ask a License, User or Global Administrator.',
  },
});
