import { expect, test } from '../support/journey';
import { initialScripts, noteList, scriptsUntilList } from '../support/startWeight';
import type { ScriptWeight } from '../support/startWeight';

/**
 * What the scripts may weigh, compressed; kB of 1,000 bytes. Two over what they do weigh: whoever adds to the start
 * finds another place for it, or has a reason to raise this.
 */
const limits = { initial: 139, untilList: 266.5 };

const inKilobytes = (scripts: readonly ScriptWeight[]): number =>
  scripts.reduce((total, { bytes }) => total + bytes, 0) / 1_000;

function print(what: string, scripts: readonly ScriptWeight[]): void {
  const lines = scripts.map(({ name, bytes }) => `${(bytes / 1_000).toFixed(1).padStart(7)}  ${name}`);
  process.stdout.write(`${what}: ${inKilobytes(scripts).toFixed(1)} kB\n${lines.join('\n')}\n`);
}

test('the page names no more scripts than it needs to draw anything at all', () => {
  const scripts = initialScripts();
  print('initial', scripts);
  expect(scripts.length).toBeGreaterThan(0);
  expect(inKilobytes(scripts)).toBeLessThan(limits.initial);
});

test('until the list of products is there, nothing is fetched that could wait', async ({ openJourney }) => {
  const { tab, tabFrame } = await openJourney({ query: { person: 'license-admin' }, prepare: noteList });
  await tab.getByRole('row').filter({ hasText: 'Snorrifax Timesheets' }).waitFor();
  const scripts = await scriptsUntilList(await tabFrame());
  print('until the list is there', scripts);
  expect(scripts.map(({ name }) => name)).toEqual(
    expect.arrayContaining(initialScripts().map(({ name }) => name)),
  );
  expect(inKilobytes(scripts)).toBeLessThan(limits.untilList);
});
