import { readFile } from 'node:fs/promises';
import { parse } from 'papaparse';
import type { Frame, FrameLocator, Page } from '@playwright/test';
import type { Sandbox } from '../../src/sandbox/startSandbox';
import type { UserRow } from '../../src/sandbox/tenant/rows';
import { english } from './languages';

const { common, exporting, jobs } = english;

/** One line of the report that a person can save. */
interface ReportRow {
  readonly id: string;
  /** As the report words it, such as `Done`. */
  readonly outcome: string;
  readonly reason: string;
}

/** Hands out people who can be given a license of the SKU, each once, so that journeys do not meet. */
export function peopleWithout({ tenant }: Sandbox, skuId: string): (count: number) => readonly UserRow[] {
  const { holders } = tenant.groundTruth();
  const free = tenant.users.filter(
    (user) =>
      user.userType === 'Member' &&
      user.accountEnabled &&
      user.usageLocation !== null &&
      !holders[user.id]?.some((holder) => holder.skuId === skuId),
  );
  return (count) => {
    const taken = free.splice(0, count);
    if (taken.length < count) throw new Error('The tenant has too few people without a license.');
    return taken;
  };
}

/** Waits until the job on the screen has one outcome for everyone. */
export async function waitUntilFinished(tab: Frame | FrameLocator, timeout = 90_000): Promise<void> {
  const summary = tab.getByRole('status').filter({ hasText: /\d (assigned|undone|failed|not started)/ });
  await summary.first().waitFor({ timeout });
}

/** Counts the writes to these users. */
export function countWrites({ emulator }: Sandbox, people: readonly UserRow[]): number {
  const ids = new Set(people.map(({ id }) => id));
  return emulator.writes.entries().filter(({ id }) => ids.has(id)).length;
}

/** Waits until so many writes were made to the people. */
export async function waitForWrites(
  sandbox: Sandbox,
  people: readonly UserRow[],
  count: number,
): Promise<void> {
  // A tab that takes a job up waits for half a minute first.
  for (let turn = 0; turn < 3_600; turn += 1) {
    if (countWrites(sandbox, people) >= count) return;
    await new Promise((passed) => setTimeout(passed, 25));
  }
  throw new Error('Nothing was written.');
}

/** Saves the report of the job on the screen and reads it. */
export async function readReport(page: Page, tab: Frame | FrameLocator): Promise<readonly ReportRow[]> {
  const saving = page.waitForEvent('download');
  await tab.getByRole('button', { name: jobs.exportReport }).click();
  await tab.getByRole('button', { name: exporting.download }).click();
  const file = await (await saving).path();
  await tab
    .getByRole('dialog', { name: exporting.title })
    .getByRole('button', { name: common.close, exact: true })
    .click();
  const { data } = parse<Record<string, string>>((await readFile(file, 'utf8')).replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: true,
  });
  const { report } = jobs;
  return data.map((row) => ({
    id: row[report.objectId] ?? '',
    outcome: row[report.outcome] ?? '',
    reason: row[report.reason] ?? '',
  }));
}

/** Everything in which a report of an assignment differs from what the service really did, one line each. */
export function findMismatches(
  { tenant, emulator }: Sandbox,
  report: readonly ReportRow[],
  people: readonly UserRow[],
  skuId: string,
): readonly string[] {
  const { holders } = tenant.groundTruth();
  const outcomes = new Map(report.map((row) => [row.id, row]));
  const lines = people.flatMap(({ id, userPrincipalName }) => {
    const row = outcomes.get(id);
    if (!row) return [`${userPrincipalName} is not in the report`];
    const holds = holders[id]?.some((held) => held.skuId === skuId) ?? false;
    const isSaid = row.outcome === jobs.reportOutcome.done;
    return holds === isSaid
      ? []
      : [`${userPrincipalName}: said ${row.outcome} ${row.reason}, holds ${holds}`];
  });
  if (report.length !== people.length) lines.push(`${report.length} lines for ${people.length} people`);
  const ids = new Set(people.map(({ id }) => id));
  const twice = emulator.writes.doubleEffects().filter((entry) => ids.has(entry.id));
  return [
    ...lines,
    ...twice.map(({ id }) => `${id} was written twice`),
    ...emulator.writes.seatViolations().map(() => 'a seat was given that was not there'),
  ];
}
