import { connectHost } from '../../src/host/connectHost';
import type { Host } from '../../src/host/types';

/** A browser whose preferences the test sets. */
function setup({ dark = false, forced = false, copy = (_text: string) => Promise.resolve() } = {}) {
  const listeners = new Set<() => void>();
  const preferences = { '(prefers-color-scheme: dark)': dark, '(forced-colors: active)': forced };
  window.matchMedia = (query) =>
    ({
      get matches() {
        return preferences[query as keyof typeof preferences];
      },
      addEventListener: (_name: string, listener: () => void) => listeners.add(listener),
      removeEventListener: (_name: string, listener: () => void) => listeners.delete(listener),
    }) as unknown as MediaQueryList;
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: copy } });
  const prefer = (change: Partial<{ dark: boolean; forced: boolean }>): void => {
    if (change.dark !== undefined) preferences['(prefers-color-scheme: dark)'] = change.dark;
    if (change.forced !== undefined) preferences['(forced-colors: active)'] = change.forced;
    listeners.forEach((listener) => listener());
  };
  const host: Promise<Host> = connectHost();
  return { host, prefer, listeners };
}

test('a page that nothing surrounds is in a plain browser', async () => {
  const { kind, context, hasInstallDialog, settings } = await setup().host;
  expect(kind).toBe('browser');
  expect(context).toMatchObject({ locale: navigator.language, frameContext: 'content', subPageId: '' });
  expect(hasInstallDialog).toBe(false);
  expect(settings).toBeUndefined();
});

test('the theme is that of the browser, and forced colors go before darkness', async () => {
  expect((await setup().host).context.theme).toBe('default');
  expect((await setup({ dark: true }).host).context.theme).toBe('dark');
  expect((await setup({ dark: true, forced: true }).host).context.theme).toBe('contrast');
});

test('a change of preference is a change of theme until one stops listening', async () => {
  const { host, prefer, listeners } = setup();
  const themes: string[] = [];
  const stop = (await host).onThemeChange((theme) => themes.push(theme));
  prefer({ dark: true });
  prefer({ forced: true });
  stop();
  prefer({ forced: false });
  expect(themes).toEqual(['dark', 'contrast']);
  expect(listeners.size).toBe(0);
});

test('there is no install dialog to open', async () => {
  await expect((await setup().host).openInstallDialog('app-1')).rejects.toMatchObject({
    code: 'host-unsupported',
  });
});

test('a link opens in a window of its own that cannot reach back', async () => {
  const opened: unknown[][] = [];
  window.open = (...args: unknown[]) => {
    opened.push(args);
    return null;
  };
  const host = await setup().host;
  await host.openLink('https://vendor.example/a');
  expect(opened).toEqual([['https://vendor.example/a', '_blank', 'noopener,noreferrer']]);
});

test.each([
  'http://vendor.example/',
  'javascript:alert(1)',
  '//vendor.example',
  'nonsense',
  'https://a:b@vendor.example/',
])('the link %p is refused', async (url) => {
  const opened: unknown[] = [];
  window.open = (...args: unknown[]) => (opened.push(args), null);
  await expect((await setup().host).openLink(url)).rejects.toMatchObject({ code: 'link-refused' });
  expect(opened).toEqual([]);
});

test('a place of the app is shared as an address in the clipboard', async () => {
  const copied: string[] = [];
  const copy = (text: string) => Promise.resolve(void copied.push(text));
  const host = await setup({ copy }).host;
  await host.shareLink('products/1', 'Planner');
  await host.shareLink('/products/2', 'Planner');
  expect(copied).toEqual(['http://localhost/#/products/1', 'http://localhost/#/products/2']);
});

test('a clipboard that is closed is told', async () => {
  const host = await setup({ copy: () => Promise.reject(new DOMException('no', 'NotAllowedError')) }).host;
  await expect(host.shareLink('x', 'X')).rejects.toMatchObject({ code: 'host-unsupported' });
});
