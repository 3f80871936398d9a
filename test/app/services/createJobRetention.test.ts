import { createJobRetention } from '../../../src/app/services/createJobRetention';
import { AppError } from '../../../src/base/appError';
import type { LicenseJobs } from '../../../src/ui/services';
import { manualClock } from '../../base/manualClock';
import { setup as setupStorage } from '../../storage/support/setup';
import { fakeJobs, fakePlan } from '../../ui/support/fakeJobs';

const dayInMs = 86_400_000;

async function setup(over: Partial<LicenseJobs> = {}) {
  const jobs = fakeJobs();
  const clock = manualClock();
  const ended = { old: 181, recent: 179, paused: 999 };
  for (const days of Object.values(ended)) {
    const id = await jobs.plan(fakePlan(1));
    await jobs.start(id);
    jobs.change(id, { finishedAt: clock.now() - days * dayInMs });
  }
  jobs.change('job-3', { status: 'paused', pause: { kind: 'asked' } });
  const { settings } = setupStorage().open();
  const retention = createJobRetention(settings, { ...jobs, ...over }, clock);
  const ids = () => jobs.list().map(({ header }) => header.id);
  return { jobs, clock, settings, retention, ids };
}

test('finished jobs are deleted after 180 days, a while after the start and once a day', async () => {
  const { clock, retention, ids } = await setup();
  void retention.run();
  await clock.advance(29_000);
  expect(ids()).toEqual(['job-3', 'job-2', 'job-1']);
  await clock.advance(1_000);
  expect(ids()).toEqual(['job-3', 'job-2']);
  await clock.advance(dayInMs);
  await clock.advance(dayInMs);
  expect(ids()).toEqual(['job-3']);
});

test('jobs that are kept for ever stay, and a shorter time deletes at once', async () => {
  const { clock, retention, ids, settings } = await setup();
  settings.writeJobRetention('forever');
  void retention.run();
  await clock.advance(30_000);
  expect(ids()).toHaveLength(3);
  expect(retention.countExpired(90)).toBe(2);
  await retention.choose(90);
  expect(ids()).toEqual(['job-3']);
});

test('a job that turns out to be unreadable stays for a person to decide', async () => {
  const { clock, retention, ids } = await setup({
    open: () => Promise.reject(new AppError('job-unreadable')),
  });
  void retention.run();
  await clock.advance(30_000);
  expect(ids()).toHaveLength(3);
});
