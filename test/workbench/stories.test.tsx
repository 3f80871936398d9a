import { english } from '../support/languages';
import type { ErrorCode } from '../../src/base/appError';
import { renderWithServices } from '../ui/support/renderWithServices';
import { stubLayout } from '../ui/support/stubLayout';
import { toStories } from './stories';

const stories = toStories(Object.keys(english.errors) as ErrorCode[]);

test.each(stories)('$part: $state', async ({ state, open }) => {
  stubLayout();
  const { element, services = {} } = await open();
  const isHeldBack = state.includes('loading');
  const { baseElement, unmount } = await renderWithServices(element, { services, isHeldBack });
  expect(baseElement.textContent.trim()).not.toBe('');
  unmount();
});

test('no two stories have the same name', () => {
  const names = stories.map(({ part, state }) => `${part}: ${state}`);
  expect(new Set(names).size).toBe(names.length);
});
