import type { Random } from '../../base/random';
import { choose } from './choose';
import { daysFrom } from './daysFrom';
import type { MadeName } from './makeName';
import { makeName } from './makeName';
import type { Persona } from './personas';
import { personas } from './personas';
import { administrativeUnit } from './roles';
import type { LicenseSource, UserRow } from './rows';
import { seededGuid } from './seededGuid';
import { tenantFacts } from './tenantFacts';
import { countries, departments, guestDomains, subsidiaries } from './workplaces';

const departmentNames = Object.keys(departments);
const oldDomain = 'vantholm.onmicrosoft.example';
const privateDomain = 'mailbox.example';
const noLicenses: readonly LicenseSource[] = [];
const noPhones: readonly string[] = [];

/**
 * Makes the people of the tenant: the personas first, then others by chance. Accounts with a role that shows nowhere take the
 * places of ordinary people at the end, so that all others stay as they are without them.
 */
export function makeUsers(count: number, seedDay: number, random: Random): UserRow[] {
  const timesTaken = new Map<string, number>();
  const first = personas.filter(({ unlistedRole }) => !unlistedRole);
  const users = first.map((persona, index) => makePersona(persona, index, seedDay, random));
  for (const persona of personas) timesTaken.set(persona.userPrincipalName.split('@')[0] ?? '', 1);
  for (let index = users.length; index < count; index += 1) {
    const name = makeName(random);
    const times = timesTaken.get(name.alias) ?? 0;
    timesTaken.set(name.alias, times + 1);
    const alias = times === 0 ? name.alias : `${name.alias}${times + 1}`;
    users.push(
      random() < 0.06
        ? makeGuest(index, name, alias, seedDay, random)
        : makeMember(index, name, alias, seedDay, random),
    );
  }
  for (const persona of personas) if (persona.unlistedRole) takePlace(users, persona);
  return users;
}

/**
 * Puts a persona in the place of the last ordinary employee, of whom all but the name stays; an administrator of the
 * unit takes the place of one of its members.
 */
function takePlace(users: UserRow[], persona: Persona): void {
  const isOverUnit = persona.unlistedRole?.kind === 'over-unit';
  const place = users.findLastIndex(
    ({ id, userType, accountEnabled, usageLocation, department }) =>
      !personas.some(({ userId }) => userId === id) &&
      userType === 'Member' &&
      accountEnabled &&
      usageLocation !== null &&
      (department === administrativeUnit.department) === isOverUnit,
  );
  const row = users[place];
  if (!row) return;
  const [givenName = '', surname = ''] = persona.displayName.split(' ');
  const { userId, displayName, userPrincipalName } = persona;
  const [alias = ''] = userPrincipalName.split('@');
  users[place] = {
    ...row,
    ...{ id: userId, displayName, givenName, surname, userPrincipalName },
    ...addressesOf(row.index, alias, row.mail && userPrincipalName),
    mailNickname: alias,
    onPremisesSamAccountName: row.onPremisesSamAccountName && alias.slice(0, 20),
    jobTitle: personaTitles[persona.key],
  };
}

function makeMember(index: number, name: MadeName, alias: string, seedDay: number, random: Random): UserRow {
  const department = choose(departmentNames, random);
  const country = countries[name.country];
  const office = choose(country?.offices ?? [tenantFacts.city], random);
  const userPrincipalName = `${alias}@${tenantFacts.defaultDomain}`;
  return {
    index,
    id: seededGuid(random),
    displayName: name.displayName,
    givenName: name.givenName,
    surname: name.surname,
    userPrincipalName,
    ...addressesOf(index, alias, random() < 0.03 ? null : userPrincipalName),
    mailNickname: alias,
    onPremisesSamAccountName: index % 10 < 7 ? alias.slice(0, 20) : null,
    jobTitle: choose(departments[department] ?? ['Specialist'], random),
    department,
    companyName: subsidiaries[name.country] ?? tenantFacts.displayName,
    officeLocation: `${office} ${1 + Math.floor(random() * 9)}`,
    city: office,
    country: country?.name ?? null,
    usageLocation: random() < 0.05 ? null : name.country,
    preferredLanguage: name.language,
    businessPhones: random() < 0.4 ? [phone(random)] : noPhones,
    mobilePhone: random() < 0.3 ? phone(random) : null,
    employeeId: `V${String(100_000 + index)}`,
    employeeType: random() < 0.1 ? 'Contractor' : 'Employee',
    accountEnabled: random() >= 0.04,
    userType: 'Member',
    createdDateTime: daysFrom(seedDay, -1 - Math.floor(random() * 2_000)),
    hasPhoto: random() < 0.34,
    licenses: noLicenses,
  };
}

/**
 * Returns the addresses of a user with this mail address: also the one of the tenant's first domain, and for one in
 * five an old name. One in ten also has a private address, which the next user in the table shares.
 */
function addressesOf(
  index: number,
  alias: string,
  mail: string | null,
): Pick<UserRow, 'mail' | 'proxyAddresses' | 'otherMails'> {
  const more = [alias, ...(index % 5 === 0 ? [`former.${alias}`] : [])];
  return {
    mail,
    proxyAddresses: mail === null ? [] : [`SMTP:${mail}`, ...more.map((name) => `smtp:${name}@${oldDomain}`)],
    otherMails: index % 20 < 2 ? [`home${Math.floor(index / 20)}@${privateDomain}`] : [],
  };
}

/** Numbers that no exchange will ever connect: the 555-01xx range is kept for fiction. */
function phone(random: Random): string {
  return `+1 202 555 01${String(Math.floor(random() * 100)).padStart(2, '0')}`;
}

function makeGuest(index: number, name: MadeName, alias: string, seedDay: number, random: Random): UserRow {
  const domain = choose(guestDomains, random);
  return {
    ...makeMember(index, name, alias, seedDay, random),
    userPrincipalName: `${alias}_${domain}#EXT#@${tenantFacts.defaultDomain}`,
    mail: `${alias}@${domain}`,
    proxyAddresses: [`SMTP:${alias}@${domain}`],
    otherMails: [`${alias}@${domain}`],
    onPremisesSamAccountName: null,
    mailNickname: `${alias}_${domain}#EXT#`,
    jobTitle: null,
    department: null,
    companyName: domain.split('.')[0] ?? domain,
    officeLocation: null,
    city: null,
    country: null,
    usageLocation: random() < 0.5 ? name.country : null,
    businessPhones: noPhones,
    mobilePhone: null,
    employeeId: null,
    employeeType: null,
    userType: 'Guest',
  };
}

const personaTitles: Readonly<Record<Persona['key'], string>> = {
  'global-admin': 'Head of IT',
  'license-admin': 'License Manager',
  'user-admin': 'Service Desk Lead',
  'groups-admin': 'Collaboration Manager',
  'global-reader': 'Internal Auditor',
  member: 'Software Engineer',
  guest: 'Consultant',
  'unit-admin': 'Sales Office Coordinator',
  'custom-admin': 'Service Desk Agent',
  'eligible-admin': 'Identity Architect',
};

function makePersona(persona: Persona, index: number, seedDay: number, random: Random): UserRow {
  const [givenName = '', surname = ''] = persona.displayName.split(' ');
  const [alias = ''] = persona.userPrincipalName.split('@');
  const name: MadeName = {
    givenName,
    surname,
    displayName: persona.displayName,
    alias,
    country: 'SE',
    language: 'sv-SE',
  };
  const isGuest = persona.key === 'guest';
  const [guestAlias = ''] = alias.split('_');
  const made = isGuest
    ? makeGuest(index, name, guestAlias, seedDay, random)
    : makeMember(index, name, alias, seedDay, random);
  const guestMail = `${guestAlias}@${guestDomains[0]}`;
  return {
    ...made,
    id: persona.userId,
    userPrincipalName: persona.userPrincipalName,
    ...(isGuest
      ? { mail: guestMail, proxyAddresses: [`SMTP:${guestMail}`], otherMails: [guestMail] }
      : addressesOf(index, alias, persona.userPrincipalName)),
    companyName: isGuest ? 'lumbervane' : made.companyName,
    department: isGuest ? null : persona.key === 'member' ? 'Engineering' : 'IT',
    jobTitle: personaTitles[persona.key],
    usageLocation: 'SE',
    accountEnabled: true,
    hasPhoto: index % 2 === 0,
  };
}
