import { requestedName, scopeUses } from '../../src/auth/scopes';

test('every permission has a feature and a reason', () => {
  for (const use of Object.values(scopeUses)) {
    expect(use.feature).not.toBe('');
    expect(use.reason).toMatch(/\w.*\.$/);
  }
});

test('a permission is requested by its short name, under which Entra answers', () => {
  expect(requestedName('User.Read')).toBe('User.Read');
});
