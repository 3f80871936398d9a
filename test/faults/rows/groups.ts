import { license as licenseOf, refOf } from '../../licensing/support/samples';
import type { FaultKind } from '../../../src/sandbox/graph/faultKinds';
import type { UserPrincipal } from '../../../src/base/principal';
import { groupIds } from '../../../src/sandbox/tenant/groupSeeds';
import type { Ending, Scenario } from '../scenario';
import { runToRest } from '../waitFor';
import type { LicensePlan } from '../environment/people';
import { leaveSeats, planOf, product } from '../environment/people';
import type { World } from '../environment/openEnvironment';
import { atMost, fault, must, oneOf } from './shorthand';

const patches = 'PATCH /groups/*';

const planGroup =
  (group: { readonly id?: string; readonly name: string }) =>
  (people: readonly UserPrincipal[]): LicensePlan =>
    planOf({ kind: 'through-group', group, disabledPlanIds: [] }, people, () => ({
      add: [licenseOf(refOf(product))],
      remove: [],
    }));

const planNewGroup = planGroup({ name: 'Timesheets for all' });

/** Groups that carry the product and were made for the job. */
const made = ({ tenant }: World) =>
  tenant.groups.filter(
    ({ licenses, deletedDateTime, displayName }) =>
      deletedDateTime === undefined &&
      displayName === 'Timesheets for all' &&
      licenses.some(({ skuId }) => skuId === product),
  );

const oneGroup = ({ world }: Ending): readonly string[] =>
  must(`${made(world).length} groups were made`, made(world).length === 1);

const hitting = (kinds: readonly FaultKind[], paths: readonly string[]): NonNullable<Scenario['arrange']> =>
  oneOf(
    ...kinds.flatMap((kind) => paths.map((pathPattern) => fault(kind, { rate: 0.4, limit: 4, pathPattern }))),
  );

/** Many people through one licensed group. */
export const groupRows: readonly Scenario[] = [
  {
    row: '38a',
    name: 'through a group, and nothing goes wrong',
    people: 90,
    plan: planNewGroup,
    judge: (ending) => [...oneGroup(ending), ...fewWrites(ending)],
  },
  {
    row: '38b',
    name: 'bad ids among twenty in one request: the others are added, they are told',
    people: 90,
    isWhole: false,
    plan: (people) =>
      planNewGroup(
        people.map((person, index) =>
          index % 20 === 7
            ? { ...person, id: `ffffffff-0000-4000-8000-${String(index).padStart(12, '0')}` }
            : person,
        ),
      ),
    judge: (ending) => [
      ...oneGroup(ending),
      ...must(`${ending.state.counts.failed} failed`, ending.state.counts.failed === 5),
      ...must(`${ending.state.counts.done} are done`, ending.state.counts.done === 85),
    ],
  },
  {
    row: '38c',
    name: 'requests that add members are lost, refused or conflict',
    people: 90,
    plan: planNewGroup,
    arrange: hitting(['lost-answer', 'lost-request', 'throttle', 'concurrency'], [patches]),
    judge: oneGroup,
  },
  {
    row: '39a',
    name: 'making and licensing the group is lost on the way: one group all the same',
    people: 60,
    plan: planNewGroup,
    arrange: hitting(
      ['lost-answer', 'lost-request', 'server-error'],
      ['POST /groups', 'POST /groups/*/assignLicense'],
    ),
    judge: oneGroup,
  },
  {
    row: '39b',
    name: 'the group is worked on for minutes: the job follows it to its end',
    people: 90,
    world: { groupProcessingDelayInMs: 90_000 },
    plan: planNewGroup,
    judge: (ending) => [
      ...oneGroup(ending),
      ...atMost('requests', ending.world.network.exchanges.length, 60),
      ...must(
        'it did not wait for the service',
        (ending.state.finishedAt ?? 0) - (ending.state.startedAt ?? 0) >= 180_000,
      ),
    ],
  },
  {
    row: '39c',
    name: 'the seats run out behind the 202: who got none is told',
    people: 60,
    isWhole: false,
    plan: planNewGroup,
    arrange: ({ tenant }) => leaveSeats(tenant, product, 40),
    judge: (ending) => [
      ...oneGroup(ending),
      ...must(
        `counts ${JSON.stringify(ending.state.counts)}`,
        ending.state.counts.done === 40 && ending.state.counts.failed === 20,
      ),
    ],
  },
  ...(
    [
      ['39d', 'dynamic', groupIds.sweden],
      ['39e', 'not a security group', groupIds.newsletter],
    ] as const
  ).map(([row, kind, id]): Scenario => ({
    row,
    name: `a group that is ${kind} is refused before anything is written`,
    people: 40,
    isWhole: false,
    plan: planGroup({ id, name: kind }),
    play: async ({ page, jobId, world }) => {
      await runToRest(page, jobId).catch(() => undefined);
      const writes = world.emulator.writes
        .entries()
        .filter(({ cause }) => cause?.appId !== undefined && cause.userId !== 'another-admin');
      if (writes.length > 0) throw new Error(`${writes.length} writes`);
      await page.jobs.cancel(jobId);
    },
  })),
];

function fewWrites({ world, people }: Ending): readonly string[] {
  const writes = world.network.exchanges.flatMap(({ calls }) =>
    calls.filter(({ method }) => method !== 'GET'),
  );
  return atMost('writes', writes.length, Math.ceil(people.length / 20) + 3);
}
