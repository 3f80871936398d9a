// cspell:locale en-US,sv
import { messageCache } from '../../../src/app/deferred/messageCache';

test('messages are loaded once, and found under each spelling of their tag', async () => {
  expect(messageCache.getSync('sv-se')).toBeUndefined();
  await Promise.all([messageCache.prefetch('sv-se'), messageCache.prefetch('sv-se')]);
  const messages = messageCache.getSync('sv-se');
  expect(messages?.jobs.backToJobs).toBe('Tillbaka till Aktivitet');
  expect(messageCache.getSync('sv-SE')).toBe(messages);
  expect(messageCache.get('sv-se')).toBe(messageCache.get('sv-se'));
  expect(await messageCache.get('sv-se')).toBe(messages);
});
