import type { Sandbox } from '../../src/sandbox/startSandbox';
import { productIds } from '../../src/sandbox/tenant/products';
import type { UserRow } from '../../src/sandbox/tenant/rows';
import { peopleWithout } from '../support/bulkJourney';
import { expect, test, type Journey, type OpenJourney } from '../support/journey';
import { openKeyboard, type Keyboard } from '../support/keyboard';
import { english } from '../support/languages';
import { noteAnnouncements, startTranscript, type Transcript } from '../support/transcript';

// Each reads as a screen reader speaks. After a change of texts or structure, look at the difference, and
// write the new ones by `npm run journey -- transcript --update-snapshots`.

const { assign, common, jobs, product, unassign } = english;

interface Reading extends Journey {
  readonly keyboard: Keyboard;
  readonly transcript: Transcript;
}

async function openReading(openJourney: OpenJourney, sub: string, expected?: RegExp[]): Promise<Reading> {
  const journey = await openJourney({ query: { sub }, prepare: noteAnnouncements, expected });
  await journey.tab.getByText(/have a license/).waitFor({ state: 'attached' });
  await journey.page.waitForLoadState('networkidle');
  const keyboard = await openKeyboard(journey);
  const transcript = startTranscript(journey);
  return { ...journey, keyboard, transcript };
}

const button = ({ tab }: Journey, name: string) => tab.getByRole('button', { name, exact: true });

/** Chooses a person in the open pane by the keyboard. */
async function choosePerson({ keyboard, tab, transcript }: Reading, person: UserRow): Promise<void> {
  await transcript.step(`types the address of ${person.displayName}`, async () => {
    await keyboard.type(person.userPrincipalName);
    await tab.getByRole('option').first().waitFor();
  });
  await transcript.step('ArrowDown', () => keyboard.press('ArrowDown'));
  await transcript.step('Enter', () => keyboard.press('Enter'));
}

test('assigning a license, as a screen reader reads it', async ({ sandbox, openJourney }) => {
  const reading = await openReading(openJourney, `products/${productIds.expenses}`);
  const { tab, keyboard, transcript } = reading;
  const [person] = peopleWithout(sandbox, productIds.expenses)(1);
  await tab.getByRole('grid').waitFor();
  await transcript.step('Tab to Assign licenses', () => keyboard.moveTo(button(reading, product.assign)));
  await transcript.step('Enter', async () => {
    await keyboard.press('Enter');
    await keyboard.waitForFocus(tab.getByRole('dialog').getByRole('combobox'));
  });
  await transcript.read('the pane', tab.getByRole('dialog'));
  if (person) await choosePerson(reading, person);
  await transcript.read('the pane with one person', tab.getByRole('dialog'));
  await transcript.step('Tab to Assign', () => keyboard.moveTo(button(reading, assign.assign)));
  await transcript.step('Enter', async () => {
    await keyboard.press('Enter');
    await button(reading, jobs.undo).waitFor();
  });
  await transcript.read('the result', tab.getByRole('dialog'));
  await transcript.step('Escape', async () => {
    await keyboard.press('Escape');
    await tab.getByRole('dialog').waitFor({ state: 'detached' });
  });
  expect(transcript.text()).toMatchSnapshot('assign.txt');
});

test('removing licenses, as a screen reader reads it', async ({ openJourney }) => {
  const reading = await openReading(openJourney, `products/${productIds.timesheets}`);
  const { tab, keyboard, transcript } = reading;
  await tab.getByRole('grid').waitFor();
  await transcript.step('Tab to the list', () =>
    keyboard.moveTo(tab.getByRole('grid').locator('[tabindex="0"]')),
  );
  await transcript.step('ArrowDown, Space', () => keyboard.press('ArrowDown', ' '));
  await transcript.step('Shift+ArrowDown', () => keyboard.press('Shift+ArrowDown'));
  await transcript.step('Shift+Tab to Unassign licenses', () =>
    keyboard.moveTo(button(reading, product.unassign), { key: 'Shift+Tab' }),
  );
  await transcript.step('Enter', async () => {
    await keyboard.press('Enter');
    await tab.getByRole('dialog').getByText(unassign.freesSeat).first().waitFor();
  });
  await transcript.read('the question', tab.getByRole('dialog'));
  await transcript.step('Tab to Remove', () => keyboard.moveTo(button(reading, unassign.remove)));
  await transcript.step('Enter', async () => {
    await keyboard.press('Enter');
    await button(reading, jobs.undo).waitFor();
  });
  await transcript.read('the result', tab.getByRole('dialog'));
  await transcript.step('Tab to Close', () => keyboard.moveTo(button(reading, common.close)));
  await transcript.step('Enter', async () => {
    await keyboard.press('Enter');
    await tab.getByRole('dialog').waitFor({ state: 'detached' });
  });
  expect(transcript.text()).toMatchSnapshot('unassign.txt');
});

/** Makes the service refuse the license to the first of the people. */
function refuseFirst({ emulator }: Sandbox, [first]: readonly UserRow[]): void {
  if (first) {
    emulator.faults.set([
      { kind: 'forbidden', rate: 1, person: first.id, pathPattern: 'POST *assignLicense' },
    ]);
  }
}

test('a job with a failure, as a screen reader reads it', async ({ sandbox, openJourney }) => {
  const reading = await openReading(openJourney, `products/${productIds.learn}/assign`, [/status of 403/]);
  const { tab, keyboard, transcript } = reading;
  const people = peopleWithout(sandbox, productIds.learn)(2);
  await keyboard.moveTo(tab.getByRole('dialog').getByRole('combobox'));
  for (const person of people) await choosePerson(reading, person);
  refuseFirst(sandbox, people);
  await keyboard.moveTo(button(reading, assign.assign));
  await transcript.step('Enter on Assign', async () => {
    await keyboard.press('Enter');
    await button(reading, jobs.retryFailed).waitFor();
  });
  await transcript.read('the result', tab.getByRole('dialog'));
  sandbox.emulator.faults.set([]);
  await transcript.step('Tab to Retry failed', () => keyboard.moveTo(button(reading, jobs.retryFailed)));
  await transcript.step('Enter', async () => {
    await keyboard.press('Enter');
    await button(reading, jobs.retryFailed).waitFor({ state: 'detached' });
  });
  await transcript.read('the result of the second try', tab.getByRole('dialog'));
  expect(transcript.text()).toMatchSnapshot('job.txt');
});
