import { license as licenseOf, refOf } from '../../licensing/support/samples';
import type { FaultKind } from '../../../src/sandbox/graph/faultKinds';
import type { UserPrincipal } from '../../../src/base/principal';
import { groupIds } from '../../../src/sandbox/tenant/groupSeeds';
import type { Result, Scenario } from '../scenario';
import { runUntilIdle } from '../waitFor';
import type { LicensePlan } from '../environment/people';
import { leaveSeats, planOf, product } from '../environment/people';
import type { Environment } from '../environment/openEnvironment';
import { atMost, fault, check, oneOf } from './shorthand';

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
const made = ({ tenant }: Environment) =>
  tenant.groups.filter(
    ({ licenses, deletedDateTime, displayName }) =>
      deletedDateTime === undefined &&
      displayName === 'Timesheets for all' &&
      licenses.some(({ skuId }) => skuId === product),
  );

const oneGroup = ({ environment }: Result): readonly string[] =>
  check(`${made(environment).length} groups were made`, made(environment).length === 1);

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
    assert: (result) => [...oneGroup(result), ...fewWrites(result)],
  },
  {
    row: '38b',
    name: 'bad ids among twenty in one request: the others are added, they are told',
    people: 90,
    shouldAllSucceed: false,
    plan: (people) =>
      planNewGroup(
        people.map((person, index) =>
          index % 20 === 7
            ? { ...person, id: `ffffffff-0000-4000-8000-${String(index).padStart(12, '0')}` }
            : person,
        ),
      ),
    assert: (result) => [
      ...oneGroup(result),
      ...check(`${result.state.counts.failed} failed`, result.state.counts.failed === 5),
      ...check(`${result.state.counts.done} are done`, result.state.counts.done === 85),
    ],
  },
  {
    row: '38c',
    name: 'requests that add members are lost, refused or conflict',
    people: 90,
    plan: planNewGroup,
    arrange: hitting(['lost-answer', 'lost-request', 'throttle', 'concurrency'], [patches]),
    assert: oneGroup,
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
    assert: oneGroup,
  },
  {
    row: '39b',
    name: 'the group is worked on for minutes: the job follows it to its end',
    people: 90,
    environment: { groupProcessingDelayInMs: 90_000 },
    plan: planNewGroup,
    assert: (result) => [
      ...oneGroup(result),
      ...atMost('requests', result.environment.network.exchanges.length, 60),
      ...check(
        'it did not wait for the service',
        (result.state.finishedAt ?? 0) - (result.state.startedAt ?? 0) >= 180_000,
      ),
    ],
  },
  {
    row: '39c',
    name: 'the seats run out behind the 202: who got none is told',
    people: 60,
    shouldAllSucceed: false,
    plan: planNewGroup,
    arrange: ({ tenant }) => leaveSeats(tenant, product, 40),
    assert: (result) => [
      ...oneGroup(result),
      ...check(
        `counts ${JSON.stringify(result.state.counts)}`,
        result.state.counts.done === 40 && result.state.counts.failed === 20,
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
    shouldAllSucceed: false,
    plan: planGroup({ id, name: kind }),
    act: async ({ page, jobId, environment }) => {
      await runUntilIdle(page, jobId).catch(() => undefined);
      const writes = environment.emulator.writes
        .entries()
        .filter(({ cause }) => cause?.appId !== undefined && cause.userId !== 'another-admin');
      if (writes.length > 0) throw new Error(`${writes.length} writes`);
      await page.jobs.cancel(jobId);
    },
  })),
];

function fewWrites({ environment, people }: Result): readonly string[] {
  const writes = environment.network.exchanges.flatMap(({ calls }) =>
    calls.filter(({ method }) => method !== 'GET'),
  );
  return atMost('writes', writes.length, Math.ceil(people.length / 20) + 3);
}
