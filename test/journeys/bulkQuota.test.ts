import type { Charge, QuotaMeter } from '../../src/sandbox/graph/quota/quotaMeter';
import { productIds } from '../../src/sandbox/tenant/products';
import type { UserRow } from '../../src/sandbox/tenant/rows';
import {
  peopleWithout,
  readReport,
  untruths,
  waitForWrites,
  waitUntilFinished,
} from '../support/bulkJourney';
import { expect, test } from '../support/journey';
import { english } from '../support/languages';
import { pasteAndAssign } from '../support/pasteAndAssign';

const { jobs } = english;
const skuId = productIds.learn;

let take: (count: number) => readonly UserRow[];

test.use({ sandboxOptions: { users: 3_000 } });

test.beforeAll(({ sandbox }) => {
  take = peopleWithout(sandbox, skuId);
});

/** Records each charge of the quota from now on, and whether it was refused. */
function recordCharges(quota: QuotaMeter) {
  const charges: { kind: Charge['kind']; isRefused: boolean }[] = [];
  const charge = quota.charge.bind(quota);
  quota.charge = (asked) => {
    const record = { kind: asked.kind, isRefused: true };
    charges.push(record);
    const headers = charge(asked);
    record.isRefused = false;
    return headers;
  };
  return charges;
}

test('another app takes half of the quota in the middle: few are refused, nobody is lost, and the time left is told', async ({
  sandbox,
  openJourney,
}) => {
  test.setTimeout(240_000);
  const people = take(600);
  const journey = await openJourney({ query: { sub: `products/${skuId}/assign` } });
  const { quota } = sandbox.emulator;
  const charges = recordCharges(quota);
  const frame = await journey.tabFrame();
  await pasteAndAssign(frame, people, () => {
    quota.reset();
    quota.settings.share = 0.3;
    charges.length = 0;
  });
  await waitForWrites(sandbox, people, 200);
  quota.settings.share = 0.15;
  // What may come at once is used up, so the rest has to wait for the rate.
  await waitForWrites(sandbox, people, 440);
  await frame.getByText(/ left$/).waitFor();
  await waitUntilFinished(frame, 110_000);
  const report = await readReport(journey.page, frame);
  expect(untruths(sandbox, report, people, skuId)).toEqual([]);
  expect(report.every(({ outcome }) => outcome === jobs.reportOutcome.done)).toBe(true);
  const refused = charges.filter(({ kind, isRefused }) => kind === 'write' && isRefused);
  expect(refused.length).toBeLessThanOrEqual(0.03 * people.length);
});
