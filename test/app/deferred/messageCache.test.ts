// cspell:locale en-US,sv
import { wordStore } from '../../../src/app/deferred/messageCache';

test('words are fetched once, and found under each spelling of their tag', async () => {
  expect(wordStore.now('sv-se')).toBeUndefined();
  await Promise.all([wordStore.fetch('sv-se'), wordStore.fetch('sv-se')]);
  const words = wordStore.now('sv-se');
  expect(words?.jobs.backToJobs).toBe('Tillbaka till Jobb');
  expect(wordStore.now('sv-SE')).toBe(words);
  expect(wordStore.soon('sv-se')).toBe(wordStore.soon('sv-se'));
  expect(await wordStore.soon('sv-se')).toBe(words);
});
