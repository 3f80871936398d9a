import { createTrouble } from '../../src/base/createTrouble';

test('trouble of one version is not shown for the other, and success of one does not end it', () => {
  const trouble = createTrouble();
  trouble.set('throttled', 'beta');
  expect([trouble.read(), trouble.read('beta')]).toEqual([undefined, 'throttled']);
  trouble.set('unavailable', 'v1.0');
  trouble.set(undefined, 'beta');
  // What waits for beta waits for v1.0 too.
  expect([trouble.read(), trouble.read('beta')]).toEqual(['unavailable', 'unavailable']);
});
