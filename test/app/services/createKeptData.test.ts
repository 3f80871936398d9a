import { createKeptData } from '../../../src/app/services/createKeptData';
import { AppError } from '../../../src/base/appError';
import type { UnreadableJobs } from '../../../src/jobs/createUnreadableJobs';
import type { LicenseJobs } from '../../../src/ui/services';
import { manualClock } from '../../base/manualClock';
import { setup as setupStorage } from '../../storage/support/setup';
import { fakeJobs, fakePlan } from '../../ui/support/fakeJobs';
import { fakeKeptData, fakeUnreadableJobs } from '../../ui/support/fakeServices';

async function setup(over: Partial<LicenseJobs> = {}, unreadable: Partial<UnreadableJobs> = {}) {
  const jobs = fakeJobs({ outcomeOf: () => undefined });
  for (let count = 0; count < 4; count += 1) await jobs.plan(fakePlan(1));
  const { browser, open } = setupStorage();
  const { data, decisions, drafts } = open();
  decisions.write('a', 'isv');
  browser.session.set('token', 'x');
  const clock = manualClock();
  const { jobRetention, columns } = fakeKeptData();
  const unreadableJobs = fakeUnreadableJobs({
    removeAll: () => {
      jobs.asked.push('forget all unreadable');
      return Promise.resolve(0);
    },
    ...unreadable,
  });
  const kept = createKeptData(
    data,
    { drafts, columns, jobs: { ...jobs, ...over }, unreadableJobs, jobRetention },
    clock,
  );
  return { kept, jobs, browser, decisions, clock };
}

describe('deleting everything', () => {
  test('takes jobs that are over as they are, ends paused ones first, and leaves those that run', async () => {
    const { kept, jobs, browser, decisions } = await setup();
    jobs.change('job-2', { status: 'finished' });
    jobs.change('job-3', { status: 'paused', pause: { kind: 'interrupted' } });
    await jobs.start('job-4');
    expect(await kept.deleteEverything()).toEqual({ jobsLeft: 1 });
    expect(jobs.asked).toEqual([
      'start job-4',
      'cancel job-3',
      'forget job-3',
      'forget job-2',
      'forget job-1',
      'forget all unreadable',
    ]);
    expect(jobs.list().map(({ header }) => header.id)).toEqual(['job-4']);
    expect(decisions.read()).toEqual({});
    expect([...browser.local.keys(), ...browser.session.keys()]).toEqual([]);
  });

  test('counts a job that cannot be deleted now, and deletes the rest', async () => {
    const remove = () => Promise.reject(new AppError('job-busy'));
    const { kept, decisions } = await setup({ remove });
    expect(await kept.deleteEverything()).toEqual({ jobsLeft: 4 });
    expect(decisions.read()).toEqual({});
  });

  test('deletes the rest where the browser keeps no jobs', async () => {
    const removeAll = () => Promise.reject(new AppError('journal-unavailable'));
    const { kept, decisions, browser } = await setup({}, { removeAll });
    expect(await kept.deleteEverything()).toEqual({ jobsLeft: 0 });
    expect(decisions.read()).toEqual({});
    expect(browser.session.size).toBe(0);
  });

  test('counts jobs that cannot be read and that another tab has', async () => {
    const { kept } = await setup({}, { removeAll: () => Promise.resolve(2) });
    expect(await kept.deleteEverything()).toEqual({ jobsLeft: 2 });
  });

  test('deletes a paused job that cannot be read', async () => {
    const { kept, jobs } = await setup({ cancel: () => Promise.reject(new AppError('job-unreadable')) });
    jobs.change('job-1', { status: 'paused', pause: { kind: 'asked' } });
    expect(await kept.deleteEverything()).toEqual({ jobsLeft: 0 });
    expect(jobs.list()).toEqual([]);
  });

  test('keeps the tokens until the jobs are gone, which may need them', async () => {
    const { kept, jobs, browser } = await setup({
      cancel: async (id) => {
        expect(browser.session.size).toBe(1);
        await jobs.cancel(id);
      },
    });
    jobs.change('job-1', { status: 'paused', pause: { kind: 'asked' } });
    await kept.deleteEverything();
    expect(browser.session.size).toBe(0);
  });

  test('waits until the jobs are listed', async () => {
    let keeping: ReturnType<LicenseJobs['storage']> = 'unknown';
    const { kept, jobs } = await setup({ storage: () => keeping });
    const deleting = kept.deleteEverything();
    await Promise.resolve();
    expect(jobs.asked).toEqual([]);
    keeping = 'device';
    jobs.change('job-1', {});
    expect(await deleting).toEqual({ jobsLeft: 0 });
  });

  test('deletes nothing where a newer version of the app keeps the jobs', async () => {
    const { kept, decisions, jobs } = await setup({ storage: () => 'newer' });
    await expect(kept.deleteEverything()).rejects.toMatchObject({ code: 'journal-newer' });
    expect(jobs.asked).toEqual([]);
    expect(decisions.read()).toEqual({ a: 'isv' });
  });

  test('deletes nothing where the jobs are never listed', async () => {
    const { kept, decisions, clock } = await setup({ storage: () => 'unknown' });
    const deleting = kept.deleteEverything();
    const ended = expect(deleting).rejects.toMatchObject({ code: 'journal-unavailable' });
    await clock.advance(10_000);
    await ended;
    expect(decisions.read()).toEqual({ a: 'isv' });
  });
});
