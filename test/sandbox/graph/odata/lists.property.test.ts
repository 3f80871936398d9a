// Random tenants and queries, all pages followed, against a naive evaluation that shares no code with the emulator.
import fc from 'fast-check';
import type { Tenant } from '../../../../src/sandbox/tenant/tenant';
import type { UserRow } from '../../../../src/sandbox/tenant/rows';
import { openTenant } from '../../../../src/sandbox/tenant/openTenant';
import { eventual, openEmulator, StillClock } from '../openEmulator';

/** A condition as it is written, and what it means. */
interface Condition {
  readonly text: string;
  readonly holds: (user: UserRow) => boolean;
}

const seeds = [1, 2, 3];
const tenants = new Map<number, Tenant>();

function tenantOf(seed: number): Tenant {
  const known = tenants.get(seed);
  if (known) return known;
  const made = openTenant({ users: 200 + seed * 17, seed, folder: undefined, clock: new StillClock() });
  tenants.set(seed, made);
  return made;
}

const texts = [
  'displayName',
  'givenName',
  'surname',
  'jobTitle',
  'department',
  'usageLocation',
  'mail',
] as const;
const quoted = (value: string): string => `'${value.replaceAll("'", "''")}'`;
const same = (left: string | null, right: string): boolean => left?.toLowerCase() === right.toLowerCase();

const conditionsOn = (tenant: Tenant): fc.Arbitrary<Condition> => {
  const property = fc.constantFrom(...texts);
  const value = fc
    .tuple(property, fc.nat(tenant.users.length - 1))
    .map(([name, place]) => ({ name, value: tenant.users[place]?.[name] ?? 'nothing' }));
  const compared = fc
    .tuple(value, fc.constantFrom('eq', 'ne', 'ge', 'le'))
    .map(([{ name, value: wanted }, operator]) => ({
      text: `${name} ${operator} ${quoted(wanted)}`,
      holds: (user: UserRow) => {
        const own = user[name]?.toLowerCase() ?? null;
        const other = wanted.toLowerCase();
        if (operator === 'eq') return own === other;
        if (operator === 'ne') return own !== other;
        return own !== null && (operator === 'ge' ? own >= other : own <= other);
      },
    }));
  const begun = fc.tuple(value, fc.integer({ min: 1, max: 3 })).map(([{ name, value: whole }, length]) => {
    const start = whole.slice(0, length);
    return {
      text: `startsWith(${name},${quoted(start)})`,
      holds: (user: UserRow) => user[name]?.toLowerCase().startsWith(start.toLowerCase()) ?? false,
    };
  });
  const listed = fc.array(value, { minLength: 1, maxLength: 4 }).map((values) => {
    const name = values[0]?.name ?? 'displayName';
    const wanted = values.filter((item) => item.name === name).map((item) => item.value);
    return {
      text: `${name} in (${wanted.map(quoted).join(',')})`,
      holds: (user: UserRow) => wanted.some((item) => same(user[name], item)),
    };
  });
  const flags = fc.boolean().map((flag) => ({
    text: `accountEnabled eq ${flag}`,
    holds: (user: UserRow) => user.accountEnabled === flag,
  }));
  const empty = property.map((name) => ({
    text: `${name} eq null`,
    holds: (user: UserRow) => user[name] === null,
  }));
  return fc.oneof(compared, begun, listed, flags, empty);
};

/** Conditions on licenses stand alone, since the directory refuses others beside them. */
const licensesOn = (tenant: Tenant): fc.Arbitrary<Condition> =>
  fc.constantFrom(...tenant.skus).map(({ skuId }) => ({
    text: `assignedLicenses/any(x:x/skuId eq ${skuId})`,
    holds: (user: UserRow) =>
      user.licenses.some((source) => source.skuId === skuId && source.state === 'Active'),
  }));

const deny = ({ text, holds }: Condition): Condition => ({
  text: `not(${text})`,
  holds: (user) => !holds(user),
});

const joinedOn = (tenant: Tenant): fc.Arbitrary<Condition> =>
  fc.letrec<{ any: Condition; joined: Condition; denied: Condition; one: Condition }>((tie) => ({
    one: conditionsOn(tenant),
    denied: tie('any').map(deny),
    joined: fc.tuple(tie('any'), fc.constantFrom('and', 'or'), tie('any')).map(([left, word, right]) => ({
      text: `(${left.text}) ${word} (${right.text})`,
      holds: (user) =>
        word === 'and' ? left.holds(user) && right.holds(user) : left.holds(user) || right.holds(user),
    })),
    any: fc.oneof({ depthSize: 'small' }, tie('one'), tie('joined'), tie('denied')),
  })).any;

const filtersOn = (tenant: Tenant): fc.Arbitrary<Condition> =>
  fc.oneof(
    { weight: 5, arbitrary: joinedOn(tenant) },
    { weight: 1, arbitrary: licensesOn(tenant) },
    { weight: 1, arbitrary: licensesOn(tenant).map(deny) },
  );

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Only names of plain letters are compared by search: how others are cut is tested word by word elsewhere. */
const isPlain = (user: UserRow): boolean => /^[A-Z][a-z]+( [A-Z][a-z]+)*$/.test(user.displayName);

const queriesOn = (tenant: Tenant) =>
  fc.record({
    filter: fc.option(filtersOn(tenant)),
    order: fc.option(
      fc.constantFrom('displayName', 'displayName desc', 'userPrincipalName', 'userPrincipalName desc'),
    ),
    top: fc.option(fc.integer({ min: 1, max: 150 })),
    hasEmptyPages: fc.boolean(),
  });

const cases = fc
  .constantFrom(...seeds)
  .chain((seed) => fc.record({ seed: fc.constant(seed), query: queriesOn(tenantOf(seed)) }));

/** Follows all pages of a list of ids. */
async function readAll(tenant: Tenant, options: readonly string[], hasEmptyPages = false) {
  const { ask, emulator } = openEmulator({ tenant });
  emulator.settings.hasEmptyPages = hasEmptyPages;
  let line: string | undefined = `/users?${['$select=id', '$count=true', ...options].join('&')}`;
  const ids: unknown[] = [];
  let count: unknown;
  while (line !== undefined) {
    const { status, body } = await ask(line, { headers: eventual });
    if (status !== 200) throw new Error(`${line}: ${body.error?.message}`);
    count ??= body['@odata.count'];
    ids.push(...(body.value ?? []).map(({ id }) => id));
    line = (body['@odata.nextLink'] as string | undefined)?.replace('https://graph.microsoft.com/v1.0', '');
  }
  return { ids, count };
}

test('every filter, order and page size gives what a naive look through the table gives', async () => {
  await fc.assert(
    fc.asyncProperty(cases, async ({ seed, query }) => {
      const tenant = tenantOf(seed);
      const { filter, order, top, hasEmptyPages } = query;
      const { ids, count } = await readAll(
        tenant,
        [
          ...(filter ? [`$filter=${encodeURIComponent(filter.text)}`] : []),
          ...(order ? [`$orderby=${encodeURIComponent(order)}`] : []),
          ...(top === null ? [] : [`$top=${top}`]),
        ],
        hasEmptyPages,
      );
      const wanted = tenant.users.filter((user) => filter?.holds(user) ?? true);
      expect(count).toBe(wanted.length);
      if (!order) expect(ids).toEqual(wanted.map(({ id }) => id));
      else {
        expect([...ids].sort()).toEqual(wanted.map(({ id }) => id).sort());
        const name = order.startsWith('displayName') ? 'displayName' : 'userPrincipalName';
        const latin = ids
          .map((id) => tenant.user(String(id))?.[name] ?? '')
          .map(plain)
          .filter((key) => /^[a-z]/.test(key) && !/[^ -~]/.test(key));
        const sorted = [...latin].sort((left, right) => (left < right ? -1 : left > right ? 1 : 0));
        expect(latin).toEqual(order.endsWith('desc') ? sorted.reverse() : sorted);
      }
    }),
    { numRuns: 150 },
  );
});

test('a search for beginnings of words gives who has such words, in any order', async () => {
  const searches = fc.constantFrom(...seeds).chain((seed) => {
    const named = tenantOf(seed).users.filter(isPlain);
    return fc.record({
      seed: fc.constant(seed),
      words: fc
        .tuple(
          fc.constantFrom(...named),
          fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 2 }),
        )
        .map(([user, lengths]) => {
          const words = user.displayName.split(' ').reverse();
          return lengths.flatMap((length, place) => words[place]?.slice(0, length) ?? []);
        }),
      top: fc.integer({ min: 1, max: 50 }),
    });
  });
  await fc.assert(
    fc.asyncProperty(searches, async ({ seed, words, top }) => {
      const tenant = tenantOf(seed);
      const search = encodeURIComponent(`"displayName:${words.join(' ')}"`);
      const { ids } = await readAll(tenant, [`$search=${search}`, `$top=${top}`]);
      const found = tenant.users.filter((user) => ids.includes(user.id));
      expect(found).toHaveLength(ids.length);
      const wanted = tenant.users.filter(isPlain).filter(({ displayName }) =>
        words.every((word) =>
          displayName
            .toLowerCase()
            .split(' ')
            .some((own) => own.startsWith(word.toLowerCase())),
        ),
      );
      expect(found.filter(isPlain)).toEqual(wanted);
    }),
    { numRuns: 100 },
  );
});
