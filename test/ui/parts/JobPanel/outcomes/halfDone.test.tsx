// cspell:locale en-US,sv
import { screen } from '@testing-library/react';
import type { MadePart } from '../../../../../src/base/outcome';
import type {
  LicenseJobBefore,
  LicenseJobItem,
  LicenseJobState,
} from '../../../../../src/license-jobs/licenseJob';
import type { Change, PoolRef } from '../../../../../src/licensing/types';
import { parsePoolKey } from '../../../../../src/licensing/keys';
import { loadMessages } from '../../../../../src/ui/messages/loadMessages';
import { allowedActions } from '../../../../../src/ui/parts/JobPanel/allowedActions';
import { JobHeader } from '../../../../../src/ui/parts/JobPanel/JobHeader';
import { makeReport } from '../../../../../src/ui/parts/JobPanel/makeReport';
import { explainFailure } from '../../../../../src/ui/parts/JobPanel/outcomes/explainHalfDone';
import { OutcomeText } from '../../../../../src/ui/parts/JobPanel/outcomes/OutcomeText';
import { license, refOf } from '../../../../licensing/support/samples';
import { fakePerson } from '../../../support/fakeHolders';
import { renderWithServices } from '../../../support/renderWithServices';

const [old, wanted, third] = [refOf(901), refOf(902), refOf(903)];
const second: PoolRef = { product: old.product, pool: third.pool };
const principal = fakePerson(1);
const products = [
  { ...old, name: 'Contoso CRM' },
  { ...wanted, name: 'Contoso Planner' },
];

function half(
  { add = [], remove = [] }: Partial<Pick<Change, 'add' | 'remove'>>,
  made: Partial<MadePart>,
  before: LicenseJobBefore = { seats: remove.map((pool) => license(pool)) },
): LicenseJobItem {
  return {
    key: principal.id,
    input: { principal, change: { principal, add, remove } },
    progress: 'settled',
    before,
    outcome: { kind: 'failed', reason: 'no-licenses-available', made: { given: [], taken: [], ...made } },
  };
}

const moved = half({ add: [license(wanted)], remove: [old] }, { taken: [old.pool] });

test('a half-done move names both products, the reason, and what to do', async () => {
  await renderWithServices(
    <OutcomeText item={moved} kind="move" products={products} isAtRest hasRemedyAbove={false} />,
  );
  expect(
    screen.getByText("Contoso CRM was removed, but Contoso Planner couldn't be assigned"),
  ).toBeInTheDocument();
  expect(
    screen.getByText(
      "Reason: No seats left. Contoso CRM couldn't be given back. Retry to make the missing change, or undo what was made.",
    ),
  ).toBeInTheDocument();
});

test.each<readonly [string, LicenseJobItem, string, string]>([
  [
    'the old product stays',
    half({ add: [license(wanted)], remove: [old] }, { given: [wanted.pool] }),
    "Contoso Planner was assigned, but Contoso CRM couldn't be removed",
    'Contoso Planner tilldelades, men det gick inte att ta bort Contoso CRM',
  ],
  [
    'one of two products is given',
    half({ add: [license(old), license(wanted)] }, { given: [old.pool] }),
    "Contoso CRM was assigned, but Contoso Planner couldn't be assigned",
    'Contoso CRM tilldelades, men det gick inte att tilldela Contoso Planner',
  ],
  [
    'one of two licenses of a product is taken',
    half({ remove: [old, second] }, { taken: [old.pool] }),
    "One license of Contoso CRM was removed, but another license of Contoso CRM couldn't be removed",
    'En licens för Contoso CRM togs bort, men det gick inte att ta bort en annan licens för Contoso CRM',
  ],
  [
    'apps of one of two licenses are switched',
    half(
      { add: [license(old), license(second)] },
      { given: [old.pool] },
      { seats: [license(old), license(second)] },
    ),
    "The apps of one license of Contoso CRM were changed, but the apps of another license of Contoso CRM couldn't be changed",
    'Apparna i en licens för Contoso CRM ändrades, men det gick inte att ändra apparna i en annan licens för Contoso CRM',
  ],
])('it is said where %s', async (_what, item, english, swedish) => {
  const { outcome } = item;
  if (outcome?.kind !== 'failed') throw new Error('not failed');
  const titleIn = async (language: string): Promise<string> =>
    explainFailure(item, outcome, { kind: 'move', products }, await loadMessages(language)).title;
  expect(await titleIn('en-GB')).toBe(english);
  expect(await titleIn('sv-SE')).toBe(swedish);
});

test('a job with someone half done can be retried and undone, and its report says what was made', async () => {
  const items = [moved];
  const state: LicenseJobState = {
    header: {
      id: 'a',
      operation: 'change-licenses',
      subject: { kind: 'move', products },
      owner: { tenantId: 't', accountId: 'a', name: undefined },
      plannedAt: 0,
      size: 1,
      undoOf: undefined,
    },
    status: 'finished',
    pause: undefined,
    items: { length: 1, at: (index) => items[index], [Symbol.iterator]: () => items.values() },
    counts: { waiting: 0, started: 0, done: 0, pending: 0, skipped: 0, failed: 1, halfDone: 1, cancelled: 0 },
    context: undefined,
    inFlightUntil: undefined,
    startedAt: 0,
    finishedAt: 0,
  };
  expect(allowedActions({ state, runner: 'nobody' }, false)).toMatchObject({ canRetry: true, canUndo: true });
  // What was made is gone after an undo, so nothing is missing.
  expect(allowedActions({ state, runner: 'nobody' }, true)).toMatchObject({ canRetry: false });
  const messages = await loadMessages('en-GB');
  const report = makeReport(state, messages, 0);
  const [, row] = report.kind === 'table' ? [...report.rows] : [];
  expect(row).toContain('Half done');
  expect(row?.join('\n')).toContain(
    "Contoso CRM was removed, but Contoso Planner couldn't be assigned. Reason: No seats left.",
  );
  expect(messages.jobs.summary('move', state.counts)).toBe('0 moved and 1 half done.');
});

test.each([
  ['allotment:abc', 'en-GB', 'Through cloud licensing'],
  ['allotment:abc', 'sv-SE', 'Via molnlicensieringen'],
  [old.pool, 'en-GB', undefined],
])(
  'the header of a job with the pool %s says in %s that it goes through cloud licensing',
  async (pool, locale, words) => {
    const subject = {
      kind: 'assign',
      products: [{ product: old.product, pool: parsePoolKey(pool), name: 'Contoso CRM' }],
    } as const;
    const header = {
      id: 'a',
      operation: 'change-licenses',
      subject,
      owner: { tenantId: 't', accountId: 'a', name: undefined },
      plannedAt: 0,
      size: 1,
      undoOf: undefined,
    };
    const counts = { waiting: 0, started: 0, done: 1, pending: 0, skipped: 0, failed: 0, cancelled: 0 };
    const job = { header, counts, status: 'finished', pause: undefined } as const;
    await renderWithServices(
      <JobHeader job={job} headingLevel={2} titleRef={null}>
        {null}
      </JobHeader>,
      { locale },
    );
    const found = screen.queryByText(words ?? 'Through cloud licensing');
    if (words === undefined) expect(found).toBeNull();
    else expect(found).toBeInTheDocument();
  },
);

test('a member for whom no license is left waits for one in cloud licensing, and is told so', async () => {
  const messages = await loadMessages('en');
  const none = { kind: 'failed', reason: 'no-licenses-available' } as const;
  const titleOf = (pool: string): string => {
    const product = { ...wanted, pool: parsePoolKey(pool), name: 'Contoso Planner' };
    return explainFailure(moved, none, { kind: 'through-group', products: [product] }, messages).title;
  };
  expect(titleOf('allotment:7f')).toBe('Waits for a license');
  expect(titleOf(wanted.pool)).toBe('No seats left');
});
