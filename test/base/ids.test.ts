import { isGuid, newUuid } from '../../src/base/ids';

test('a new id is a GUID in lower case, and another each time', () => {
  const id = newUuid();
  expect(isGuid(id)).toBe(true);
  expect(id).toBe(id.toLowerCase());
  expect(newUuid()).not.toBe(id);
});

test.each([
  '',
  'x',
  '00000000-0000-4000-8000-00000000000',
  '../00000000-0000-4000-8000-000000000001',
  '{00000000-0000-4000-8000-000000000001}',
])('%p is no GUID', (text) => {
  expect(isGuid(text)).toBe(false);
});
