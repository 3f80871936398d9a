import { act } from '@testing-library/react';
import { DeferredLoader } from '../../../src/app/deferred/DeferredLoader';
import { systemClock } from '../../../src/base/clock';
import { fakeHost } from '../support/fakeParts';
import { renderWithServices } from '../../ui/support/renderWithServices';

async function setup(props: { readonly isPageShown: boolean; readonly needsDeferred: boolean }) {
  let loads = 0;
  const waits: { readonly delayInMs: number; readonly end: () => void }[] = [];
  const wait = (delayInMs: number) => new Promise<void>((end) => void waits.push({ delayInMs, end }));
  const loadDeferred = (): void => void (loads += 1);
  const services = { clock: { ...systemClock, wait } };
  await renderWithServices(<DeferredLoader host={fakeHost()} {...props} loadDeferred={loadDeferred} />, {
    services,
  });
  return {
    loads: () => loads,
    waits: () => waits.map(({ delayInMs }) => delayInMs),
    passTime: () => act(async () => Promise.resolve(waits.forEach(({ end }) => end()))),
  };
}

test('the rest is fetched a moment after the page is there', async () => {
  const { loads, waits, passTime } = await setup({ isPageShown: true, needsDeferred: false });
  expect(loads()).toBe(0);
  expect(waits()).toEqual([50]);
  await passTime();
  expect(loads()).toBe(1);
});

test('the rest is fetched at once for a page that needs it', async () => {
  const { loads } = await setup({ isPageShown: false, needsDeferred: true });
  expect(loads()).toBe(1);
});

test('a page that is long in coming holds the rest back for four seconds alone', async () => {
  const { loads, waits, passTime } = await setup({ isPageShown: false, needsDeferred: false });
  expect(waits()).toEqual([4_000]);
  await passTime();
  expect(loads()).toBe(1);
});
