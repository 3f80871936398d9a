import { createDiagnostics, logUncaughtErrors } from '../../../src/app/bootstrap/createDiagnostics';
import { manualClock } from '../../base/manualClock';
import { fakeHost } from '../support/fakeParts';

const edge =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.6778.86 Safari/537.36 Edg/131.0.2903.70';
const safari =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15';
const id = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';

function setup(userAgent = edge) {
  const clock = manualClock({ nowInMs: Date.UTC(2026, 0, 2, 3, 4, 5) });
  return createDiagnostics({ clock, userAgent, locale: 'sv' });
}

test('the text tells versions, surroundings, the last requests and the log', async () => {
  const diagnostics = setup();
  const host = fakeHost(
    { locale: 'en-gb', tenantId: 'tenant-1', loginHint: 'ada@tenant.example' },
    { program: { name: 'Teams', clientType: 'desktop', sdkVersion: '2.58.0' } },
  );
  diagnostics.setHost(host);
  host.changeTheme('dark');
  const url = `https://graph.microsoft.com/v1.0/users/${id}`;
  diagnostics.logger
    .child('http')
    .warn('request-finished', { method: 'GET', path: url, status: 503, requestId: id });
  diagnostics.logger.child('jobs').info('job-started', { count: 3 });
  const time = '2026-01-02T03:04:05.000Z';
  const request = `${time} warn http request-finished method=GET path=/v1.0/users/{id} status=503 requestId=${id}`;
  expect(await diagnostics.collect()).toBe(
    [
      'ISV Licenses development',
      `Collected: ${time}`,
      'Host: Teams desktop, content, teams-js 2.58.0',
      'Theme: dark',
      'Language: en-gb',
      'Browser: Edge 131, Windows',
      '',
      'Last requests',
      request,
      '',
      'Log',
      request,
      `${time} info jobs job-started count=3`,
      '',
    ].join('\n'),
  );
});

test('before a host is known, the language is that of the browser', async () => {
  const text = await setup(safari).collect();
  expect(text).toContain('Host: unknown\nTheme: unknown\nLanguage: sv\nBrowser: Safari 18, Macintosh\n');
});

test('a plain browser is told as one, and what a host says of itself is not believed', async () => {
  const diagnostics = setup();
  diagnostics.setHost(fakeHost({}, { kind: 'browser' }));
  expect(await diagnostics.collect()).toContain('Host: browser\n');
  const program = { name: 'Ada Lovelace', clientType: 'ada@tenant.example', sdkVersion: '2.58.0' };
  diagnostics.setHost(fakeHost({ locale: 'ada@tenant.example' }, { program }));
  const text = await diagnostics.collect();
  expect(text).toContain('Host: redacted redacted, content, teams-js 2.58.0\n');
  expect(text).toContain('Language: unknown\n');
});

test('what no other code caught is logged without its message', async () => {
  const diagnostics = setup();
  logUncaughtErrors(window, diagnostics.logger);
  window.dispatchEvent(new ErrorEvent('error', { error: new TypeError('Lovelace') }));
  const rejection = Object.assign(new Event('unhandledrejection'), { reason: new RangeError('Lovelace') });
  window.dispatchEvent(rejection);
  const text = await diagnostics.collect();
  expect(text).toMatch(/error app uncaught-error code=internal error=TypeError/);
  expect(text).toMatch(/error app unhandled-rejection code=internal error=RangeError/);
  expect(text).not.toContain('Lovelace');
});
