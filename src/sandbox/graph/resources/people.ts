import type { Person } from '@microsoft/microsoft-graph-types';
import type { GroupRow, UserRow } from '../../tenant/rows';
import type { Answer, Call } from '../call';
import { contextOf } from '../collection';
import { malformedQuery } from '../graphRefusal';
import { checkFilter } from '../odata/checkFilter';
import { filterTest } from '../odata/evaluateFilter';
import { parseFilter } from '../odata/parseFilter';
import { searchWords } from '../odata/searchWords';
import type { Route } from '../route';
import { scopeRules } from '../scopes';
import { resemblesName } from './fuzzyName';
import { pick } from './pick';
import { readPath } from './plainList';
import { userOf } from './users';
import type { Tenant } from '../../tenant/tenant';

const defaultSize = 10;

function personOfUser(user: UserRow, score: number): Person {
  return {
    id: user.id,
    displayName: user.displayName,
    givenName: user.givenName,
    surname: user.surname,
    birthday: '',
    personNotes: '',
    isFavorite: false,
    jobTitle: user.jobTitle,
    companyName: user.companyName,
    yomiCompany: '',
    department: user.department,
    officeLocation: user.officeLocation,
    profession: '',
    userPrincipalName: user.userPrincipalName,
    imAddress: null,
    scoredEmailAddresses: user.mail === null ? [] : [{ address: user.mail, relevanceScore: score }],
    phones: user.businessPhones.map((number) => ({ type: 'business', number })),
    postalAddresses: [],
    websites: [],
    personType: {
      class: user.userType === 'Guest' ? 'Other' : 'Person',
      subclass: user.userType === 'Guest' ? 'PersonalContact' : 'OrganizationUser',
    },
  };
}

function personOfGroup(group: GroupRow, score: number): Person {
  return {
    id: group.id,
    displayName: group.displayName,
    givenName: null,
    surname: null,
    isFavorite: false,
    jobTitle: null,
    companyName: null,
    department: null,
    officeLocation: null,
    userPrincipalName: '',
    scoredEmailAddresses: group.mail === null ? [] : [{ address: group.mail, relevanceScore: score }],
    phones: [],
    personType: { class: 'Group', subclass: 'UnifiedGroup' },
  };
}

/** Graph, list people: what matters to a person comes first; ten at a time; `$skip` pages, but not a search. */
function listPeople(call: Call): Answer {
  const { top = defaultSize, skip = 0, search, select } = call.query;
  if (search !== undefined && call.query.skip !== undefined)
    throw malformedQuery('The query parameter $skip is not supported together with $search.');
  const people = relevantTo(userOf(call), call.tenant)
    .map((object, place) => {
      const score = Math.round(Math.max(1, 30 - place / 4));
      return object.kind === 'user' ? personOfUser(object.row, score) : personOfGroup(object.row, score);
    })
    .filter(matcherOf(call));
  const end = skip + top;
  return {
    status: 200,
    json: {
      '@odata.context': contextOf(call, `users('${userOf(call).id}')/people`),
      ...(end < people.length && search === undefined ? { '@odata.nextLink': nextLink(call, end) } : {}),
      value: people.slice(skip, end).map((person) => pick(person, select, 'person')),
    },
  };
}

const typePaths = ['personType/class', 'personType/subclass', 'displayName'];

function matcherOf({ query: { filter, search } }: Call): (person: Person) => boolean {
  const wanted = search === undefined ? [] : searchWords(search.replace(/^"|"$/g, ''));
  const isFound = (person: Person): boolean =>
    wanted.length === 0 || resemblesName(wanted, searchWords(person.displayName ?? ''));
  if (filter === undefined) return isFound;
  const node = parseFilter(filter);
  const rule = { always: ['eq', 'ne'], advanced: [] } as const;
  checkFilter(
    node,
    {
      resource: 'Person',
      typeName: 'microsoft.graph.person',
      rules: Object.fromEntries(typePaths.map((path) => [path, rule])),
      isProperty: (name) => typePaths.includes(name),
    },
    false,
  );
  const test = filterTest<Person>(node, readPath);
  return (person) => test(person) && isFound(person);
}

function nextLink(call: Call, skip: number): string {
  const kept = call.query.raw.filter((piece) => !/^(?:\$|%24)skip=/i.test(piece));
  return `${call.root}${call.path}?${[...kept, `$skip=${skip}`].join('&')}`;
}

/** Graph: list people. */
export const peopleRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/users/{user}/people',
    scopes: scopeRules.readPeople,
    cost: 1,
    query: { extra: ['$skip'], maxTop: 1_000 },
    handle: listPeople,
  },
];

/** Someone or a group that may matter to a person. */
type RelevantObject =
  { readonly kind: 'user'; readonly row: UserRow } | { readonly kind: 'group'; readonly row: GroupRow };

/** Groups larger than this say nothing about who works with whom. */
const largestTeam = 60;
const most = 200;

/**
 * Returns the people who are relevant to a user, most relevant first: members of the same small groups, Microsoft 365
 * groups, then the department. Inferred: the service does not document its ranking; this one is stable and mixes
 * kinds.
 */
function relevantTo(user: UserRow, tenant: Tenant): readonly RelevantObject[] {
  const shared = tenant.groupsOf(user.id);
  const teams = shared.filter(({ memberIds }) => memberIds.length <= largestTeam);
  const timesMet = new Map<string, number>();
  for (const { memberIds } of teams)
    for (const id of memberIds) timesMet.set(id, (timesMet.get(id) ?? 0) + 1);
  const met = [...timesMet].sort(([, left], [, right]) => right - left).map(([id]) => id);
  const near = department(user, tenant).map(({ id }) => id);
  const people = [...new Set([...met, ...near])].flatMap((id) => {
    const row = id === user.id ? undefined : tenant.user(id);
    return row ? [{ kind: 'user', row } as const] : [];
  });
  const groups = shared
    .filter(({ groupTypes }) => groupTypes.includes('Unified'))
    .map((row) => ({ kind: 'group', row }) as const);
  return [...people.slice(0, 3), ...groups, ...people.slice(3)].slice(0, most);
}

function department(user: UserRow, tenant: Tenant): UserRow[] {
  const near: UserRow[] = [];
  for (const other of tenant.users) {
    if (near.length >= most) break;
    if (other.department === user.department && other.accountEnabled) near.push(other);
  }
  return near;
}
