import { AppError } from '../../src/base/appError';
import type { LogEntry } from '../../src/base/logEntry';
import { createLogBuffer, createLogger, errorFields, silentLogger } from '../../src/base/logger';
import { manualClock } from './manualClock';

function setup() {
  const entries: LogEntry[] = [];
  const clock = manualClock({ nowInMs: 1_000 });
  return { logger: createLogger({ clock, sinks: [(entry) => entries.push(entry)] }), entries };
}

test('an entry has its time, level, area, event and fields', () => {
  const { logger, entries } = setup();
  logger.info('started');
  logger.child('http').warn('request-finished', { status: 503 });
  expect(entries).toEqual([
    { at: 1_000, level: 'info', area: 'app', event: 'started', fields: {} },
    { at: 1_000, level: 'warn', area: 'http', event: 'request-finished', fields: { status: 503 } },
  ]);
});

test('the silent logger and its children write nothing', () => {
  expect(silentLogger.child('http').error('request-failed')).toBeUndefined();
});

const entryOf = (area: string, count: number, level: LogEntry['level'] = 'info'): LogEntry => ({
  at: 0,
  level,
  area,
  event: 'event',
  fields: { count },
});

test('a buffer keeps the latest entries, without those for developers', () => {
  const buffer = createLogBuffer({ maxEntries: 2 });
  [1, 2, 3].forEach((count) => buffer.sink(entryOf('http', count)));
  buffer.sink(entryOf('http', 4, 'debug'));
  expect(buffer.entries().map(({ fields }) => fields.count)).toEqual([2, 3]);
});

test('a busy area does not push out the others', () => {
  const buffer = createLogBuffer({ maxEntries: 10, maxEntriesOfArea: 3 });
  buffer.sink(entryOf('host', 0));
  for (let count = 1; count <= 1_000; count += 1) buffer.sink(entryOf('http', count));
  expect(buffer.entries().map(({ area, fields }) => [area, fields.count])).toEqual([
    ['host', 0],
    ['http', 998],
    ['http', 999],
    ['http', 1_000],
  ]);
});

test('an error is described by codes, ids and the class of its cause, not by its messages', () => {
  const error = new AppError('forbidden', {
    status: 403,
    serviceCode: 'Authorization_RequestDenied',
    serviceMessage: 'Ada Lovelace may not',
    requestId: 'r-1',
    cause: new TypeError('Ada Lovelace'),
    claims: '{}',
  });
  expect(errorFields(error)).toMatchObject({
    code: 'forbidden',
    status: 403,
    serviceCode: 'Authorization_RequestDenied',
    requestId: 'r-1',
    error: 'TypeError',
  });
  expect(JSON.stringify(errorFields(error))).not.toContain('Lovelace');
});

test('a fault of the app names the place in its scripts', () => {
  const fault = new RangeError('x');
  fault.stack = 'RangeError: x\n    at f (https://app.example/main.1a2b3c4d.js:1:234)';
  expect(errorFields(fault)).toEqual({
    code: 'internal',
    status: undefined,
    serviceCode: undefined,
    requestId: undefined,
    error: 'RangeError',
    place: 'main.1a2b3c4d.js:1:234',
  });
});

test('what is no error at all counts as a fault of the app', () => {
  expect(errorFields(null).code).toBe('internal');
});
