import { act, screen, waitFor, within } from '@testing-library/react';
import { useState, type ReactNode } from 'react';
import type { Steps } from '../../../../src/base/async/inSlices';
import type { LicenseJobPlan } from '../../../../src/license-jobs/licenseJob';
import { JobDialog } from '../../../../src/ui/parts/JobPanel/JobDialog';
import { AppError } from '../../../../src/base/appError';
import { fakeJobs, fakePlan } from '../../support/fakeJobs';
import { fakeServices } from '../../support/fakeServices';
import { renderWithServices } from '../../support/renderWithServices';

/** A turn of the event loop that the test grants. */
class TestChannel {
  static readonly waiting: (() => void)[] = [];
  readonly port1 = { onmessage: (): void => undefined, close: (): void => undefined };
  readonly port2 = { postMessage: (): void => void TestChannel.waiting.push(() => this.port1.onmessage()) };
}

function* planInSteps(): Steps<LicenseJobPlan> {
  yield;
  return fakePlan(1);
}

function Question(): ReactNode {
  const [isOpen, setIsOpen] = useState(true);
  if (!isOpen) return null;
  return (
    <JobDialog
      title="Remove?"
      confirm="Remove"
      extent="from 2 users"
      plan={planInSteps}
      onBegun={() => undefined}
      onClose={() => setIsOpen(false)}
    >
      Everyone
    </JobDialog>
  );
}

async function setup({
  media = [],
  plan,
}: { readonly media?: readonly string[]; readonly plan?: AppError } = {}) {
  const jobs = fakeJobs();
  const written: (() => void)[] = [];
  let inMs = 0;
  let error = plan;
  const rendered = await renderWithServices(<Question />, {
    media,
    services: {
      clock: { ...fakeServices().clock, monotonic: () => (inMs += 30) },
      jobs: {
        ...jobs,
        async plan(plan) {
          if (error) throw error;
          const id = await jobs.plan(plan);
          await new Promise<void>((resolve) => written.push(resolve));
          return id;
        },
        acceptMemory: () => void (error = undefined),
        remove: (id) => Promise.resolve(void jobs.asked.push(`forget ${id}`)),
      },
    },
  });
  const press = (name: string) => rendered.user.click(screen.getByRole('button', { name }));
  const goOn = (waiting: (() => void)[]) =>
    act(async () => {
      for (const resolve of waiting.splice(0)) resolve();
      await Promise.resolve();
    });
  return { jobs, written, press, goOn };
}

beforeEach(() => Object.assign(globalThis, { MessageChannel: TestChannel }));
afterEach(() => {
  TestChannel.waiting.length = 0;
  Reflect.deleteProperty(globalThis, 'MessageChannel');
});

test('a job that is planned begins', async () => {
  const { jobs, written, press, goOn } = await setup();
  await press('Remove');
  await goOn(TestChannel.waiting);
  await waitFor(() => expect(written).toHaveLength(1));
  await goOn(written);
  await waitFor(() => expect(jobs.asked).toEqual(['start job-1']));
});

test('a job that is canceled while it is planned is neither written down nor begun', async () => {
  const { jobs, press, goOn } = await setup();
  await press('Remove');
  await press('Cancel');
  await goOn(TestChannel.waiting);
  expect(jobs.plans).toEqual([]);
  expect(jobs.asked).toEqual([]);
});

test('a job that is canceled while it is written down is deleted and does not begin', async () => {
  const { jobs, written, press, goOn } = await setup();
  await press('Remove');
  await goOn(TestChannel.waiting);
  await waitFor(() => expect(written).toHaveLength(1));
  await press('Cancel');
  await goOn(written);
  await waitFor(() => expect(jobs.asked).toEqual(['forget job-1']));
});

test('the button says what it does to how many, and that it works', async () => {
  const { press } = await setup();
  expect(screen.getByRole('button', { name: 'Remove' })).toHaveAccessibleDescription('from 2 users');
  await press('Remove');
  const busy = screen.getByRole('button', { name: 'Starting…' });
  expect(busy).toHaveAttribute('aria-disabled', 'true');
  expect(within(busy).getByRole('progressbar')).toBeInTheDocument();
});

test('once the job is shown, closing is no primary action, and the focus is on its title', async () => {
  const { press, written, goOn } = await setup();
  const lookOf = (name: string) => screen.getByRole('button', { name }).className;
  const plain = lookOf('Cancel');
  expect(lookOf('Remove')).not.toBe(plain);
  await press('Remove');
  await goOn(TestChannel.waiting);
  await waitFor(() => expect(written).toHaveLength(1));
  await goOn(written);
  expect(await screen.findByRole('button', { name: 'Close' })).toBeInTheDocument();
  expect(lookOf('Close')).toBe(plain);
  expect(screen.getByRole('heading', { level: 3 })).toHaveFocus();
});

test('a browser that stores nothing is said between the content and the buttons, and the job can go on without', async () => {
  const { jobs, press, written, goOn } = await setup({ plan: new AppError('journal-unavailable') });
  await press('Remove');
  await goOn(TestChannel.waiting);
  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent(/can't save anything here/);
  const remove = screen.getByRole('button', { name: 'Remove' });
  expect(alert.compareDocumentPosition(remove)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  expect(within(alert).getByRole('button', { name: 'Try again' })).toBeInTheDocument();
  await press('Continue without saving');
  await goOn(TestChannel.waiting);
  await waitFor(() => expect(written).toHaveLength(1));
  await goOn(written);
  await waitFor(() => expect(jobs.asked).toEqual(['start job-1']));
});

test('what stops the button is announced, and no description leads nowhere', async () => {
  function Changing(): ReactNode {
    const [reason, setReason] = useState<string>();
    return (
      <JobDialog
        title="Remove?"
        confirm="Remove"
        plan={reason === undefined ? planInSteps : undefined}
        disabledReason={reason}
        onBegun={() => undefined}
        onClose={() => undefined}
      >
        <button onClick={() => setReason('Choose a country.')}>Stop</button>
      </JobDialog>
    );
  }
  const { user } = await renderWithServices(<Changing />);
  const status = screen.getByRole('status');
  expect(status).toBeEmptyDOMElement();
  expect(screen.getByRole('button', { name: 'Remove' })).not.toHaveAttribute('aria-describedby');
  await user.click(screen.getByRole('button', { name: 'Stop' }));
  expect(status).toHaveTextContent('Choose a country.');
  expect(screen.getByRole('button', { name: 'Remove' })).toHaveAccessibleDescription('Choose a country.');
});

test('on a phone it fills the screen, with the primary button before the other one', async () => {
  await setup({ media: ['max-width'] });
  const pane = screen.getByRole('dialog', { name: 'Remove?' });
  expect(pane).toHaveClass('fui-OverlayDrawer');
  expect(
    within(pane)
      .getAllByRole('button')
      .map(({ textContent }) => textContent),
  ).toEqual(['Remove', 'Cancel']);
});
