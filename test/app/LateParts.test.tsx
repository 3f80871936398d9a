import { act } from '@testing-library/react';
import { LateParts } from '../../src/app/LateParts';
import { systemClock } from '../../src/base/clock';
import { renderWithServices } from '../ui/support/renderWithServices';

async function setup(props: { readonly isPageThere: boolean; readonly needsRest: boolean }) {
  let loads = 0;
  let passTime = (): void => undefined;
  const wait = () => new Promise<void>((resolve) => (passTime = resolve));
  const loadRest = (): void => void (loads += 1);
  const services = { clock: { ...systemClock, wait } };
  await renderWithServices(<LateParts {...props} loadRest={loadRest} />, { services });
  return { loads: () => loads, passTime: () => act(async () => Promise.resolve(passTime())) };
}

test('the rest is fetched once the page is there', async () => {
  const { loads } = await setup({ isPageThere: true, needsRest: false });
  expect(loads()).toBe(1);
});

test('the rest is fetched at once for a page that needs it', async () => {
  const { loads } = await setup({ isPageThere: false, needsRest: true });
  expect(loads()).toBe(1);
});

test('a page that is long in coming holds the rest back for a while alone', async () => {
  const { loads, passTime } = await setup({ isPageThere: false, needsRest: false });
  expect(loads()).toBe(0);
  await passTime();
  expect(loads()).toBe(1);
});
