// Whatever happens between rounds, who follows the links of delta queries ends with a true copy.
import fc from 'fast-check';
import type { GroupRow, UserRow } from '../../../../src/sandbox/tenant/rows';
import type { Tenant } from '../../../../src/sandbox/tenant/tenant';
import { openTenant } from '../../../../src/sandbox/tenant/openTenant';
import { openEmulator, StillClock } from '../openEmulator';

type Item = Record<string, unknown> & { id: string };

const scopes = ['User.Read.All', 'Group.Read.All'];
const deleted = '2026-05-11T09:30:00Z';

/** Something that happens in the tenant; the numbers choose whom it strikes. */
const happenings = fc.oneof(
  fc.record({
    what: fc.constant('move' as const),
    at: fc.nat(30),
    country: fc.constantFrom('NZ', 'FJ', 'SE'),
  }),
  fc.record({ what: fc.constant('delete' as const), at: fc.nat(30) }),
  fc.record({ what: fc.constant('join' as const), at: fc.nat(30), group: fc.nat(3) }),
  fc.record({ what: fc.constant('leave' as const), at: fc.nat(30), group: fc.nat(3) }),
  fc.record({ what: fc.constant('sync' as const) }),
  fc.record({ what: fc.constant('wait' as const), forInMs: fc.nat(5_000) }),
);
type Happening = typeof happenings extends fc.Arbitrary<infer One> ? One : never;

function happen(tenant: Tenant, one: Happening): void {
  if (!('at' in one)) return;
  const user = tenant.users[10 + one.at] as UserRow;
  if (user.deletedDateTime !== undefined) return;
  if (one.what === 'move') tenant.save({ users: [{ ...user, usageLocation: one.country }] });
  if (one.what === 'delete') tenant.save({ users: [{ ...user, deletedDateTime: deleted }] });
  if (one.what !== 'join' && one.what !== 'leave') return;
  const group = tenant.groups[one.group] as GroupRow;
  const others = group.memberIds.filter((id) => id !== user.id);
  const memberIds = one.what === 'join' ? [...others, user.id] : others;
  if (memberIds.length !== group.memberIds.length) tenant.save({ groups: [{ ...group, memberIds }] });
}

/** Keeps a copy of what a delta query tells. */
class Copy {
  readonly locations = new Map<string, unknown>();
  readonly members = new Map<string, Set<string>>();

  takeUser(item: Item): void {
    if ('@removed' in item) this.locations.delete(item.id);
    else this.locations.set(item.id, item['usageLocation'] ?? null);
  }

  takeGroup(item: Item): void {
    const known = this.members.get(item.id) ?? new Set<string>();
    for (const member of (item['members@delta'] ?? []) as Item[])
      if ('@removed' in member) known.delete(member.id);
      else known.add(member.id);
    this.members.set(item.id, known);
  }
}

test('a client that follows the links has what the tenant has', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(happenings, { maxLength: 25 }),
      fc.record({ deltaInMs: fc.nat(4_000), deltaReplays: fc.nat(3), hasEmptyPages: fc.boolean() }),
      async (story, { deltaInMs, ...settings }) => {
        const clock = new StillClock();
        const tenant = openTenant({ users: 200, folder: undefined, clock });
        const environment = openEmulator({ tenant });
        environment.emulator.lag.deltaInMs = deltaInMs;
        Object.assign(environment.emulator.settings, settings);
        const copy = new Copy();
        const links = ['/users/delta?$select=usageLocation', '/groups/delta?$select=members'];
        const sync = async (): Promise<void> => {
          for (const [place, start] of links.entries()) {
            let next: string | undefined = start;
            while (next !== undefined) {
              const { body } = await environment.ask(next.replace('https://graph.microsoft.com/v1.0', ''), {
                scopes,
              });
              for (const item of body.value ?? [])
                if (place === 0) copy.takeUser(item as Item);
                else copy.takeGroup(item as Item);
              next = body['@odata.nextLink'] as string | undefined;
              links[place] = String(body['@odata.deltaLink']);
            }
          }
        };
        const pass = (ms: number): void => {
          clock.time += ms;
          environment.clock.time += ms;
        };
        for (const one of story)
          if (one.what === 'sync') await sync();
          else if (one.what === 'wait') pass(one.forInMs);
          else happen(tenant, one);
        pass(deltaInMs);
        await sync();
        const alive = tenant.users.filter((user) => user.deletedDateTime === undefined);
        expect(copy.locations).toEqual(new Map(alive.map((user) => [user.id, user.usageLocation])));
        const isAlive = (id: string): boolean =>
          tenant.user(id) !== undefined || tenant.group(id) !== undefined;
        for (const group of tenant.groups.slice(0, 4))
          expect([...(copy.members.get(group.id) ?? [])].filter(isAlive).sort()).toEqual(
            group.memberIds.filter(isAlive).sort(),
          );
      },
    ),
    { numRuns: 40 },
  );
});
