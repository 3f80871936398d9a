import { AppError } from '../../../src/base/appError';
import { authorize } from '../../../src/http/policies/authorize';
import type { GetToken, HttpRequest, HttpResponse } from '../../../src/http/types';
import { answer, challenge, request } from '../answers';

const claims = { access_token: { nbf: { essential: true, value: '1' } } };
const scopes = ['User.Read'];

type Respond = (token: string, sent: HttpRequest) => HttpResponse | Promise<HttpResponse>;

function setup(respond: Respond, getToken?: GetToken) {
  const asked: { claims: string | undefined; isFresh: boolean | undefined }[] = [];
  const seen: string[] = [];
  let kept = 0;
  const countingTokens: GetToken = (_scopes, wanted, isFresh) => {
    asked.push({ claims: wanted, isFresh });
    if (wanted || isFresh) kept += 1;
    return Promise.resolve(`token-${kept}`);
  };
  const policy = authorize(getToken ?? countingTokens);
  const send = (changes: Partial<HttpRequest> = {}) =>
    policy.send(request({ scopes, ...changes }), async (sent) => {
      const token = sent.headers['authorization'] ?? '';
      seen.push(token);
      await Promise.resolve();
      return respond(token.replace('Bearer ', ''), sent);
    });
  return { send, asked, seen };
}

test('a request with scopes carries a token, one without goes out bare', async () => {
  const { send, seen, asked } = setup(() => answer(200));
  await send();
  await send({ scopes: [] });
  expect(seen).toEqual(['Bearer token-0', '']);
  expect(asked).toHaveLength(1);
});

test('a refused token is replaced once by a fresh one', async () => {
  const { send, asked, seen } = setup((token) => answer(token === 'token-1' ? 200 : 401));
  await expect(send()).resolves.toMatchObject({ status: 200 });
  expect(asked).toEqual([
    { claims: undefined, isFresh: undefined },
    { claims: undefined, isFresh: true },
  ]);
  expect(seen).toEqual(['Bearer token-0', 'Bearer token-1']);
});

test('a service that refuses every token gets two tries, not an endless row', async () => {
  const { send, seen } = setup(() => answer(401));
  await expect(send()).resolves.toMatchObject({ status: 401 });
  expect(seen).toHaveLength(2);
});

test.each([401, 403])('the claims of a challenge with %d are passed on', async (status) => {
  const refusal = answer(status, {}, { 'www-authenticate': challenge(claims) });
  const { send, asked } = setup((token) => (token === 'token-0' ? refusal : answer(200)));
  await expect(send()).resolves.toMatchObject({ status: 200 });
  expect(JSON.parse(asked[1]?.claims ?? '')).toEqual(claims);
});

test('a plain 403 is an answer, not a refused token', async () => {
  const { send, asked } = setup(() => answer(403));
  await expect(send()).resolves.toMatchObject({ status: 403 });
  expect(asked).toHaveLength(1);
});

test('callers who are refused together, and those who hear of it later, share one fresh token', async () => {
  let answerLate: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (answerLate = resolve));
  const { send, asked, seen } = setup(async (token, { url }) => {
    if (url === 'late' && token === 'token-0') await held;
    return answer(token === 'token-0' ? 401 : 200);
  });
  const late = send({ url: 'late' });
  await Promise.all([send(), send(), send()]);
  answerLate();
  await expect(late).resolves.toMatchObject({ status: 200 });
  expect(asked.filter(({ isFresh }) => isFresh)).toHaveLength(1);
  expect(seen.at(-1)).toBe('Bearer token-1');
});

test('tokens asked for at the same time are asked for once', async () => {
  const { send, asked } = setup(() => answer(200));
  await Promise.all([send(), send(), send()]);
  expect(asked).toHaveLength(1);
  await send();
  expect(asked).toHaveLength(2);
});

test('no token is no request, and the reason comes through', async () => {
  const { send, seen } = setup(
    () => answer(200),
    () => Promise.reject(new AppError('consent-needed')),
  );
  await expect(send()).rejects.toMatchObject({ code: 'consent-needed' });
  expect(seen).toEqual([]);
});

test('a replacement that failed is tried again for the next request', async () => {
  let failures = 1;
  const getToken: GetToken = (_scopes, _claims, isFresh) => {
    if (!isFresh) return Promise.resolve('old');
    if (failures === 0) return Promise.resolve('new');
    failures -= 1;
    return Promise.reject(new AppError('offline'));
  };
  const { send } = setup((token) => answer(token === 'new' ? 200 : 401), getToken);
  await expect(send()).rejects.toMatchObject({ code: 'offline' });
  await expect(send()).resolves.toMatchObject({ status: 200 });
});

test('a token that was refused inside of an answer is replaced once for all who name it', async () => {
  const { send, asked, seen } = setup(() => answer(200));
  const { tokenId } = await send();
  expect(tokenId).toBeDefined();
  const refusedToken = { id: tokenId ?? 0, claims: JSON.stringify(claims) };
  const [one, other] = await Promise.all([send({ refusedToken }), send({ refusedToken })]);
  expect(asked.slice(1)).toEqual([{ claims: JSON.stringify(claims), isFresh: true }]);
  expect(seen).toEqual(['Bearer token-0', 'Bearer token-1', 'Bearer token-1']);
  expect(one?.tokenId).toBe(other?.tokenId);
  expect(one?.tokenId).not.toBe(tokenId);
});

test('a request that names a refused token gets no second replacement', async () => {
  const { send, seen } = setup((token) => answer(token === 'token-0' ? 200 : 401));
  const { tokenId = 0 } = await send();
  const again = send({ refusedToken: { id: tokenId, claims: undefined } });
  await expect(again).resolves.toMatchObject({ status: 401 });
  expect(seen).toHaveLength(2);
});

test('a request that is called off while it waits for a token never leaves, however late the token comes', async () => {
  let lateComes: (token: string) => void = () => undefined;
  const late = new Promise<string>((resolve) => (lateComes = resolve));
  const { send, seen } = setup(
    () => answer(200),
    () => late,
  );
  const [pausing, stopping] = [new AbortController(), new AbortController()];
  const sent = [
    send({ unsentSignal: pausing.signal }),
    send({ signal: stopping.signal }),
    send({ refusedToken: { id: 1, claims: undefined }, unsentSignal: pausing.signal }),
  ];
  const ends = Promise.allSettled(sent);
  pausing.abort();
  stopping.abort();
  for (const end of await ends) expect(end).toMatchObject({ reason: { code: 'cancelled' } });
  lateComes('late');
  await late;
  expect(seen).toEqual([]);
});

test('a request that is called off while its refused token is replaced does not leave again', async () => {
  const pausing = new AbortController();
  const { send, seen } = setup(() => {
    pausing.abort();
    return answer(401);
  });
  await expect(send({ unsentSignal: pausing.signal })).rejects.toMatchObject({ code: 'cancelled' });
  expect(seen).toHaveLength(1);
});

test('a request that has left is not called off', async () => {
  const pausing = new AbortController();
  const { send } = setup(() => {
    pausing.abort();
    return answer(200);
  });
  await expect(send({ unsentSignal: pausing.signal })).resolves.toMatchObject({ status: 200 });
});
