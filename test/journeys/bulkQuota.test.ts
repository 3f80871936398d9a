import type { Charge, QuotaMeter } from '../../src/sandbox/graph/quota/quotaMeter';
import { productIds } from '../../src/sandbox/tenant/products';
import type { UserRow } from '../../src/sandbox/tenant/rows';
import {
  peopleWithout,
  readReport,
  findMismatches,
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

/** Records each charge of the quota from now on, rejected ones too. */
function recordCharges(quota: QuotaMeter) {
  const charges: { kind: Charge['kind']; isRejected: boolean }[] = [];
  const charge = quota.charge.bind(quota);
  quota.charge = (asked) => {
    const record = { kind: asked.kind, isRejected: true };
    charges.push(record);
    const headers = charge(asked);
    record.isRejected = false;
    return headers;
  };
  return charges;
}

test('another app takes half of the quota in the middle: few requests are throttled, everyone gets the license, and the time left is shown', async ({
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
  // The burst is soon used up, so the rest waits for the rate, and the time left is known. Where the machine is busy, the job may be
  // over when its writes have been counted.
  const timeLeft = frame.getByText(/ left · about \d+ a minute$/);
  await Promise.all([timeLeft.waitFor({ timeout: 110_000 }), waitUntilFinished(frame, 110_000)]);
  const report = await readReport(journey.page, frame);
  expect(findMismatches(sandbox, report, people, skuId)).toEqual([]);
  expect(report.every(({ outcome }) => outcome === jobs.reportOutcome.done)).toBe(true);
  const rejected = charges.filter(({ kind, isRejected }) => kind === 'write' && isRejected);
  expect(rejected.length).toBeLessThanOrEqual(0.03 * people.length);
});
