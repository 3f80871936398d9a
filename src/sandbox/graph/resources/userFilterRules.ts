import type { FilterRule } from '../odata/checkFilter';

const text: FilterRule = {
  always: ['eq', 'ge', 'le', 'in', 'startsWith'],
  advanced: ['ne', 'not', 'null'],
};
const address: FilterRule = { ...text, advanced: [...text.advanced, 'endsWith'] };
const advancedText: FilterRule = {
  always: [],
  advanced: ['eq', 'ne', 'ge', 'le', 'in', 'startsWith', 'not', 'null'],
};

/** What can be filtered on users, and when (Graph: advanced query capabilities, user properties). */
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
  // Inferred: mailNickname, city, country and employeeId follow the plain text properties.
  mailNickname: text,
  city: text,
  country: text,
  employeeId: text,
  proxyAddresses: {
    always: ['any'],
    advanced: ['not'],
    items: { '': { abilities: ['eq', 'startsWith', 'endsWith'], type: 'string' } },
  },
  assignedLicenses: {
    always: ['any'],
    advanced: ['not', 'count'],
    isAlone: true,
    items: { skuId: { abilities: ['eq', 'ge', 'le'], type: 'guid' } },
  },
};
