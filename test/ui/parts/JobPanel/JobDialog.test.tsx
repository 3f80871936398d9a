import { act, screen, waitFor } from '@testing-library/react';
import { useState, type ReactNode } from 'react';
import type { Steps } from '../../../../src/base/async/inSlices';
import type { LicenseJobPlan } from '../../../../src/license-jobs/licenseJob';
import { JobDialog } from '../../../../src/ui/parts/JobPanel/JobDialog';
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
      plan={planInSteps}
      onBegun={() => undefined}
      onClose={() => setIsOpen(false)}
    >
      Everyone
    </JobDialog>
  );
}

async function setup() {
  const jobs = fakeJobs();
  const written: (() => void)[] = [];
  let inMs = 0;
  const rendered = await renderWithServices(<Question />, {
    services: {
      clock: { ...fakeServices().clock, monotonic: () => (inMs += 30) },
      jobs: {
        ...jobs,
        async plan(plan) {
          const id = await jobs.plan(plan);
          await new Promise<void>((resolve) => written.push(resolve));
          return id;
        },
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
