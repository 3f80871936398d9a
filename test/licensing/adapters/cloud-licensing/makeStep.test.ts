import { AppError, type ErrorCode } from '../../../../src/base/appError';
import type { HttpRequest, HttpResponse } from '../../../../src/http/types';
import { makeStep, type Step } from '../../../../src/licensing/adapters/cloud-licensing/makeStep';
import type { ApplyOptions } from '../../../../src/licensing/licensingAdapter';
import { toPoolKey } from '../../../../src/licensing/keys';
import { answer } from '../../../http/answers';
import { setup as setupGraph } from '../../../graph/setup';
import { guid, productKeyOf, skuId } from '../../support/samples';

const pool = { product: productKeyOf(skuId), pool: toPoolKey('allotment', 'a1') };
const give: Step = { kind: 'give', license: { ...pool, disabledPlanIds: [] } };
const take: Step = { kind: 'take', license: pool };
const held = { ...pool, id: 'old', disabledPlanIds: [] };

const fails = (code: ErrorCode) => (): HttpResponse => {
  throw new AppError(code, { requestId: 'request-1' });
};
const lost = fails('timed-out');

/** The principal's assignments, as they are read. */
function holding(...ids: string[]): HttpResponse {
  const value = ids.map((id) => ({ id, disabledServicePlanIds: [], allotment: { id: 'a1', skuId } }));
  return answer(200, { value });
}

const full = answer(400, {
  error: { code: 'badRequest', message: 'None left.', innerError: { code: 'noAvailableLicenses' } },
});
const gone = answer(404, { error: { code: 'notFound', message: 'Gone.' } });

type Answer = HttpResponse | (() => HttpResponse);

/** Makes a step over a wire that answers by method, the last answer again and again. */
function make(
  step: Step,
  answers: Readonly<Record<string, readonly Answer[]>>,
  options: ApplyOptions & { readonly before?: typeof held } = {},
) {
  const counts = new Map<string, number>();
  const { graph, sent, clock } = setupGraph(({ method }: HttpRequest) => {
    const count = counts.get(method) ?? 0;
    counts.set(method, count + 1);
    const next = answers[method]?.[count] ?? answers[method]?.at(-1);
    if (!next) throw new Error(`no answer to ${method}`);
    return typeof next === 'function' ? next() : next;
  });
  const principal = { kind: 'user', id: guid(1) } as const;
  const result = makeStep({ graph, clock, random: () => 0.5 }, principal, step, options.before, options);
  return { result, methods: () => sent.map(({ method }) => method) };
}

describe('an answer is lost, and the reading that would settle it fails', () => {
  test.each<ErrorCode>(['sign-in-needed', 'throttled', 'token-refused', 'account-changed'])(
    'for the whole session, as with %s: that the answer was lost is what it ends with',
    async (code) => {
      const given = make(give, { POST: [lost], GET: [fails(code)] });
      await expect(given.result).rejects.toMatchObject({ code: 'timed-out' });
      const taken = make(take, { DELETE: [lost], GET: [fails(code)] }, { before: held });
      await expect(taken.result).rejects.toMatchObject({ code: 'timed-out' });
    },
  );

  test('after a refusal as well', async () => {
    const { result } = make(give, {
      POST: [lost, full],
      GET: [...Array.from({ length: 5 }, () => holding()), fails('sign-in-needed')],
    });
    await expect(result).rejects.toMatchObject({ code: 'timed-out' });
  });
});

describe('an answer is lost, and the license is refused when it is given again', () => {
  const unseen = Array.from({ length: 5 }, () => holding());

  test('a reading that shows it proves that it was given', async () => {
    const { result } = make(give, { POST: [lost, full], GET: [...unseen, holding('new')] });
    await expect(result).resolves.toEqual({ kind: 'made', assignmentId: 'new' });
  });

  test('a reading that does not show it lets the refusal stand', async () => {
    const { result } = make(give, { POST: [lost, full], GET: unseen });
    await expect(result).resolves.toMatchObject({ kind: 'failed', code: 'no-licenses-available' });
  });

  test('without a reading it is not known', async () => {
    const forbidden = answer(403, { error: { code: 'forbidden', message: 'No.' } });
    const { result } = make(give, { POST: [lost, full], GET: [...unseen, forbidden] });
    await expect(result).resolves.toMatchObject({ kind: 'failed', code: 'outcome-unknown' });
  });

  test('it is not known where readings may be old', async () => {
    const { result } = make(give, { POST: [lost, full], GET: unseen }, { ignoreStaleReads: true });
    await expect(result).resolves.toMatchObject({ kind: 'failed', code: 'outcome-unknown' });
  });
});

test('where old readings show a license that is gone, it is given again only once none shows another', async () => {
  const { result, methods } = make(
    give,
    { POST: [lost, answer(201, { id: 'new' })], PATCH: [gone], GET: [holding('old')] },
    { ignoreStaleReads: true },
  );
  await expect(result).resolves.toEqual({ kind: 'made', assignmentId: 'new' });
  expect(methods()).toEqual(['POST', 'GET', 'PATCH', ...Array.from({ length: 5 }, () => 'GET'), 'POST']);
});

test('where old readings show a license that is gone, one that was given shows after all', async () => {
  const { result, methods } = make(
    give,
    { POST: [lost], PATCH: [gone, answer(200, { id: 'new' })], GET: [holding('old'), holding('old', 'new')] },
    { ignoreStaleReads: true },
  );
  await expect(result).resolves.toEqual({ kind: 'made', assignmentId: 'new' });
  expect(methods()).toEqual(['POST', 'GET', 'PATCH', 'GET', 'PATCH']);
});
