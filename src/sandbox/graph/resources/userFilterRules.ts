import type { FilterRule } from '../odata/checkFilter';

const text: FilterRule = {
  always: ['eq', 'ge', 'le', 'in', 'startsWith'],
  advanced: ['ne', 'not', 'null'],
};
const address: FilterRule = { ...text, advanced: [...text.advanced, 'endsWith'] };
/** A list of addresses, asked for item by item. */
export const addressList: FilterRule = {
  always: ['any'],
  advanced: ['not', 'count'],
  items: { '': { abilities: ['eq', 'startsWith', 'endsWith'], type: 'string' } },
};
const advancedText: FilterRule = {
  always: [],
  advanced: ['eq', 'ne', 'ge', 'le', 'in', 'startsWith', 'not', 'null'],
};

/** Filters of users (Graph: advanced query capabilities, user properties). */
export const userFilterRules: Readonly<Record<string, FilterRule>> = {
  displayName: text,
  givenName: text,
  surname: text,
  jobTitle: text,
  department: text,
  usageLocation: text,
  mail: address,
  userPrincipalName: { always: text.always, advanced: ['ne', 'not', 'endsWith'] },
  accountEnabled: { always: ['eq', 'in'], advanced: ['ne', 'not'], type: 'boolean' },
  id: { always: ['eq', 'in'], advanced: ['ne', 'not'] },
  userType: { always: ['eq', 'in'], advanced: ['ne', 'not', 'null'] },
  companyName: advancedText,
  mobilePhone: advancedText,
  officeLocation: advancedText,
  employeeType: advancedText,
  // Inferred: mailNickname, city and country follow the plain text properties.
  mailNickname: text,
  city: text,
  country: text,
  // A property that takes `eq` takes `in` as well (Graph: advanced query capabilities).
  employeeId: { always: ['eq', 'in', 'startsWith'], advanced: ['ne', 'not', 'ge', 'le', 'null'] },
  onPremisesSamAccountName: {
    always: [],
    advanced: ['eq', 'ne', 'ge', 'le', 'in', 'startsWith', 'not'],
  },
  proxyAddresses: addressList,
  otherMails: addressList,
  assignedLicenses: {
    always: ['any'],
    advanced: ['not', 'count'],
    isAlone: true,
    items: { skuId: { abilities: ['eq', 'ge', 'le'], type: 'guid' } },
  },
};
