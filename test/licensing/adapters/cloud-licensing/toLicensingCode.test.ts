import { AppError } from '../../../../src/base/appError';
import {
  isGivenAlready,
  toLicensingCode,
} from '../../../../src/licensing/adapters/cloud-licensing/toLicensingCode';
import type { LicensingCode } from '../../../../src/licensing/types';

test.each<[string, string | undefined, LicensingCode]>([
  ['mutuallyExclusiveServicePlans', undefined, 'conflicting-plans'],
  ['proxyAddressConflict', undefined, 'duplicate-proxy-address'],
  ['noAvailableLicenses', undefined, 'no-licenses-available'],
  ['invalidUsageLocation', undefined, 'usage-location'],
  ['notFound', 'assignedTo', 'principal-not-found'],
  ['notFound', 'allotment', 'product-not-owned'],
  ['notFound', 'disabledServicePlanIds[1]', 'refused'],
  ['requiredFieldOrParameterMissing', 'allotment', 'refused'],
  ['invalidAssigneeType', 'assignedTo', 'assignee-not-supported'],
  ['immutablePropertyModified', 'allotment', 'refused'],
  ['invalidFilter', 'allotmentId', 'refused'],
  ['somethingNew', undefined, 'refused'],
  ['constructor', undefined, 'refused'],
])('a refusal as %s of %s is %s', (innerCode, property, expected) => {
  const details = { serviceMessage: 'a sentence', innerCode, ...(property && { property }) };
  expect(toLicensingCode(new AppError('bad-request', details))).toBe(expected);
});

test.each<[ConstructorParameters<typeof AppError>, LicensingCode | undefined]>([
  [['forbidden', { innerCode: 'allotmentPermissions' }], 'forbidden'],
  [['not-found', { property: 'allotmentId' }], 'product-not-owned'],
  [['not-found', {}], 'principal-not-found'],
  [['conflict', {}], 'concurrent-change'],
  [['service-unavailable', {}], 'service-unavailable'],
  [['throttled', {}], undefined],
  [['sign-in-needed', {}], undefined],
])('%p is %s', (parts, expected) => {
  expect(toLicensingCode(new AppError(...parts))).toBe(expected);
});

test.each([
  'License assignment failed because service plan a depends on the service plan(s) b',
  'Service plan a cannot be assigned without service plan b, which this user does not currently have.',
])('a missing plan is known by its sentence: %s', (serviceMessage) => {
  expect(toLicensingCode(new AppError('bad-request', { serviceMessage }))).toBe('missing-plans');
});

test('a second assignment of the same pool is known by its sentence, where no finer code says otherwise', () => {
  const serviceMessage = 'The allotment is assigned to the referenced item already.';
  expect(isGivenAlready(new AppError('bad-request', { serviceMessage }))).toBe(true);
  expect(isGivenAlready(new AppError('bad-request', { serviceMessage, innerCode: 'notFound' }))).toBe(false);
  expect(isGivenAlready(new AppError('bad-request', { serviceMessage: 'a sentence' }))).toBe(false);
});
