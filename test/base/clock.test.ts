import { systemClock } from '../../src/base/clock';

test('a wait ends', async () => {
  await expect(systemClock.wait(0)).resolves.toBeUndefined();
});

test('a wait ends with the reason of an abort, before and during it', async () => {
  const reason = new Error('enough');
  await expect(systemClock.wait(60_000, AbortSignal.abort(reason))).rejects.toBe(reason);
  const during = new AbortController();
  const waiting = systemClock.wait(60_000, during.signal);
  during.abort(reason);
  await expect(waiting).rejects.toBe(reason);
});
