import { productIds } from '../../src/sandbox/tenant/products';
import type { UserRow } from '../../src/sandbox/tenant/rows';
import {
  peopleWithout,
  readReport,
  untruths,
  waitForWrites,
  waitUntilFinished,
} from '../support/bulkJourney';
import { openJourney, sandboxOfFile } from '../support/journey';
import { english } from '../support/languages';
import { pasteAndAssign } from '../support/pasteAndAssign';

const { jobs } = english;
const skuId = productIds.learn;

let take: (count: number) => readonly UserRow[];

beforeAll(async () => {
  await sandboxOfFile({ users: 3_000 });
  take = await peopleWithout(skuId);
});

test('another app takes half of the quota in the middle: few are refused, nobody is lost, and the time left is told', async () => {
  const people = take(600);
  const journey = await openJourney({ query: { sub: `products/${skuId}/assign` } });
  const { quota } = journey.sandbox.emulator;
  const charges = jest.spyOn(quota, 'charge');
  const frame = await journey.tabFrame();
  await pasteAndAssign(frame, people, () => {
    quota.reset();
    quota.settings.share = 0.3;
    charges.mockClear();
  });
  await waitForWrites(journey.sandbox, people, 200);
  quota.settings.share = 0.15;
  // What may come at once is used up, so the rest has to wait for the rate.
  await waitForWrites(journey.sandbox, people, 440);
  await frame.getByText(/ left$/).waitFor();
  await waitUntilFinished(frame, 110_000);
  const report = await readReport(journey.page, frame);
  expect(untruths(journey.sandbox, report, people, skuId)).toEqual([]);
  expect(report.every(({ outcome }) => outcome === jobs.reportOutcome.done)).toBe(true);
  const refused = charges.mock.calls.filter(
    ([{ kind }], index) => kind === 'write' && charges.mock.results[index]?.type === 'throw',
  );
  expect(refused.length).toBeLessThanOrEqual(0.03 * people.length);
}, 240_000);
