import type { ErrorCode } from '../../src/base/appError';
import { mapGraphError } from '../../src/graph/mapGraphError';
import { answer, challenge } from '../http/answers';

const graphBody = (code: string, more = {}) => ({ error: { code, message: 'a sentence', ...more } });

test.each<[number, string, ErrorCode]>([
  [400, 'Request_BadRequest', 'bad-request'],
  [400, 'Directory_ConcurrencyViolation', 'conflict'],
  [401, 'InvalidAuthenticationToken', 'token-refused'],
  [403, 'Authorization_RequestDenied', 'forbidden'],
  [404, 'Request_ResourceNotFound', 'not-found'],
  [405, 'Request_BadRequest', 'bad-request'],
  [408, '', 'timed-out'],
  [409, 'Directory_ConcurrencyViolation', 'conflict'],
  [410, 'syncStateNotFound', 'not-found'],
  [412, '', 'conflict'],
  [429, 'TooManyRequests', 'throttled'],
  [500, 'generalException', 'service-unavailable'],
  [503, '', 'service-unavailable'],
  [507, '', 'service-unavailable'],
  [509, '', 'throttled'],
  [302, '', 'unexpected-answer'],
])('%d with code %p is %s', (status, serviceCode, code) => {
  const error = mapGraphError(answer(status, graphBody(serviceCode)), 0);
  expect(error).toMatchObject({ code, status, serviceMessage: 'a sentence' });
  expect(error.serviceCode).toBe(serviceCode || undefined);
});

test('the request id is that of the header, else of the inner error in either spelling', () => {
  const inner = { 'request-id': 'inner' };
  const idOf = (body: unknown, headers = {}) => mapGraphError(answer(400, body, headers), 0).requestId;
  expect(idOf(graphBody('x', { innerError: inner }), { 'request-id': 'outer' })).toBe('outer');
  expect(idOf(graphBody('x', { innerError: inner }))).toBe('inner');
  expect(idOf(graphBody('x', { innererror: inner }))).toBe('inner');
  expect(idOf(graphBody('x'))).toBeUndefined();
});

test.each(['<html><h1>502</h1></html>', '', '{"error":"text"}', '{"error":{"code":5}}', 'null'])(
  'the body %p does no harm',
  (body) => {
    const error = mapGraphError(answer(502, body), 0);
    expect(error.code).toBe('service-unavailable');
    expect(error.serviceCode).toBeUndefined();
  },
);

test('Retry-After is kept in milliseconds', () => {
  expect(mapGraphError(answer(429, {}, { 'retry-after': '10' }), 0).retryAfterInMs).toBe(10_000);
  const date = { 'retry-after': 'Thu, 01 Jan 1970 00:01:00 GMT' };
  expect(mapGraphError(answer(429, {}, date), 15_000).retryAfterInMs).toBe(45_000);
});

test('a challenge is kept for the next sign-in, out of sight of logs', () => {
  const headers = { 'www-authenticate': challenge({ access_token: { acrs: 'c1' } }) };
  const refused = mapGraphError(answer(401, {}, headers), 0);
  expect(refused.code).toBe('token-refused');
  expect(refused.claims).toBe('{"access_token":{"acrs":"c1"}}');
  expect(JSON.stringify(refused)).not.toContain('acrs');
  const conditional = mapGraphError(answer(403, graphBody('AccessDenied'), headers), 0);
  expect(conditional).toMatchObject({ code: 'sign-in-needed' });
  expect(conditional.claims).toBeDefined();
});
