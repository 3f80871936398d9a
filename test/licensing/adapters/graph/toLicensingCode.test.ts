// cspell:ignore LICENCES
import { AppError, type ErrorCode } from '../../../../src/base/appError';
import { toLicensingCode } from '../../../../src/licensing/adapters/graph/toLicensingCode';

function codeOf(serviceMessage: string, serviceCode = 'Request_BadRequest') {
  return toLicensingCode(new AppError('bad-request', { status: 400, serviceCode, serviceMessage }));
}

const sku = '0963f6fc-e77e-4522-a742-98b195f27724';

test.each([
  [`License ${sku} does not correspond to a valid company License.`, 'product-not-owned'],
  [`Subscription with SKU ${sku} does not have any available licenses.`, 'no-licenses-available'],
  ['License assignment cannot be done for user with invalid usage location.', 'usage-location'],
  ['User does not have a corresponding license.', 'no-change'],
  [
    'User license is inherited from a group membership and it cannot be removed directly from the user.',
    'inherited',
  ],
  [
    'User license is inherited from group membership and cannot be removed directly from the user.',
    'inherited',
  ],
  [
    `License assignment failed because service plan ${sku} depends on the service plan(s) ${sku}`,
    'missing-plans',
  ],
  [
    `License assignment failed because service plans ${sku},${sku} are mutually exclusive`,
    'conflicting-plans',
  ],
  [
    'Another object with the same value for property proxyAddresses already exists.',
    'duplicate-proxy-address',
  ],
  ['SUBSCRIPTION WITH SKU X DOES NOT HAVE ANY AVAILABLE LICENCES', 'no-licenses-available'],
])('the refusal "%s" is %s', (message, code) => {
  expect(codeOf(message)).toBe(code);
});

test.each([
  "One or more parameters of the operation 'assignLicense' are missing from the request payload. The missing parameters are: addLicenses.",
  "Cannot convert a primitive value to the expected type 'Edm.Guid'. See the inner exception for more details",
  'Something that nobody has seen before.',
  '',
])('the refusal "%s" is never guessed into a known one', (message) => {
  expect(codeOf(message)).toBe('refused');
});

test('a concurrency violation is known by its code, whatever the status', () => {
  expect(codeOf('', 'Directory_ConcurrencyViolation')).toBe('concurrent-change');
});

test.each<[ErrorCode, ReturnType<typeof toLicensingCode>]>([
  ['conflict', 'concurrent-change'],
  ['not-found', 'principal-not-found'],
  ['service-unavailable', 'service-unavailable'],
  ['forbidden', 'forbidden'],
  ['consent-needed', undefined],
  ['throttled', undefined],
  ['cancelled', undefined],
  ['sign-in-needed', undefined],
  ['token-refused', undefined],
  ['account-changed', undefined],
  ['internal', undefined],
])('%s becomes %s', (errorCode, code) => {
  expect(toLicensingCode(new AppError(errorCode))).toBe(code);
});
