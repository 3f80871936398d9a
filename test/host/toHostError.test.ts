import { AppError } from '../../src/base/appError';
import { toHostError } from '../../src/host/toHostError';

test('plain objects of teams-js become errors with its code', () => {
  expect(toHostError({ errorCode: 100, message: 'not here' })).toMatchObject({
    code: 'host-unsupported',
    serviceCode: '100',
    cause: new Error('not here'),
  });
  expect(toHostError({ errorCode: 9000 }).code).toBe('host-unsupported');
  expect(toHostError({ errorCode: 8000 }).code).toBe('cancelled');
});

test('an error keeps its cause, an error of this app stays itself', () => {
  const cause = new Error('CancelledByUser');
  expect(toHostError(cause)).toMatchObject({ code: 'host-unsupported', cause });
  const error = new AppError('link-refused');
  expect(toHostError(error)).toBe(error);
});

test.each([undefined, null, 'text', {}, { errorCode: 'x' }])('%p does no harm', (thrown) => {
  expect(toHostError(thrown)).toBeInstanceOf(AppError);
});
