import { AppError } from '../../../src/base/appError';
import { timeout } from '../../../src/http/policies/timeout';
import type { HttpResponse, Send } from '../../../src/http/types';
import { manualClock } from '../../base/manualClock';
import { answer, request } from '../answers';

function setup(changes = {}) {
  const clock = manualClock();
  let respond: (value: HttpResponse) => void = () => undefined;
  const next: Send = ({ signal }) =>
    new Promise((resolve, reject) => {
      respond = resolve;
      signal?.addEventListener('abort', () => reject(signal.reason as Error));
    });
  const sending = timeout(clock).send(request(changes), next);
  sending.catch(() => undefined);
  return { clock, sending, respond: (value: HttpResponse) => respond(value) };
}

test('no answer in 30 seconds is timed out', async () => {
  const { clock, sending, respond } = setup();
  await clock.advance(29_999);
  const late = await Promise.race([sending.catch(() => 'rejected'), Promise.resolve('waiting')]);
  expect(late).toBe('waiting');
  await clock.advance(1);
  respond(answer(200));
  await expect(sending).rejects.toMatchObject({ code: 'timed-out' });
});

test('a request may set its own limit', async () => {
  const { clock, sending } = setup({ timeoutInMs: 5 });
  await clock.advance(5);
  await expect(sending).rejects.toMatchObject({ code: 'timed-out' });
});

test('an answer in time goes through', async () => {
  const { clock, sending, respond } = setup();
  await clock.advance(29_999);
  respond(answer(204));
  await expect(sending).resolves.toMatchObject({ status: 204 });
});

test("the caller's own abort still reaches the sender", async () => {
  const caller = new AbortController();
  const { sending } = setup({ signal: caller.signal });
  const reason = new Error('enough');
  caller.abort(reason);
  await expect(sending).rejects.toBe(reason);
});

test('a sender that calls every abort a cancellation still ends as timed out', async () => {
  const clock = manualClock();
  const sending = timeout(clock).send(
    request(),
    ({ signal }) =>
      new Promise((_resolve, reject) => {
        signal?.addEventListener('abort', () => reject(new AppError('cancelled')));
      }),
  );
  sending.catch(() => undefined);
  await clock.advance(30_000);
  await expect(sending).rejects.toMatchObject({ code: 'timed-out' });
});
