import { checkHosting } from '../../../manifest/hosting/checkHosting';
import { hostingFiles, hostingRules } from '../../../manifest/hosting/hostingFiles';
import { cacheRules } from '../../../src/sandbox/server/staticFiles';

const rules = hostingRules({ domain: 'apps.example.com', path: '/isv', cloud: 'public' });
const base = 'https://apps.example.com/isv/';
const script = 'main.1a2b3c4d.js';
const types: Readonly<Record<string, string>> = { js: 'text/javascript', json: 'application/json' };

/** Answers as a server that follows the rules does; `change` spoils one answer. */
function serve(
  change: (name: string, headers: Record<string, string>) => number | undefined = () => undefined,
) {
  const names = [
    '',
    'index.html',
    'redirect.html',
    'consent.html',
    'privacy.html',
    'terms.html',
    'about.html',
  ];
  const there = [...names, script, 'catalogue.json', 'config.json'];
  return (address: string) => {
    if (address.startsWith('http:'))
      return Promise.resolve(new Response(null, { status: 301, headers: { location: base } }));
    const name = address.slice(base.length);
    const headers: Record<string, string> = {
      ...rules.headers,
      'Content-Type': types[/\.(\w+)$/.exec(name)?.[1] ?? ''] ?? 'text/html; charset=utf-8',
      'Cache-Control': name === script ? cacheRules.hashed : cacheRules.others,
      ...(name === script ? { 'Content-Encoding': 'br' } : {}),
    };
    const status = change(name, headers) ?? (there.includes(name) ? 200 : 404);
    const body =
      name === 'config.json'
        ? '{ "clientId": "6f1d0c8e-7a52-4b0e-9d3f-2f9b6f0a4c11" }'
        : `<script defer src="${script}"></script>`;
    return Promise.resolve(new Response(body, { status, headers }));
  };
}

const wrongIn = async (change?: Parameters<typeof serve>[0]) =>
  (await checkHosting(base, 'public', serve(change)))
    .filter(({ isRight }) => !isRight)
    .map(({ text }) => text);

test('a server that follows the rules has nothing wrong', async () => {
  expect(await wrongIn()).toEqual([]);
});

test('what is wrong is named, with what to do', async () => {
  const wrong = await wrongIn((name, headers) => {
    if (name === '') {
      headers['X-Frame-Options'] = 'SAMEORIGIN';
      headers['Content-Security-Policy'] = `${rules.headers['Content-Security-Policy']}`
        .replace(' https://graph.microsoft.com', '')
        .replace("script-src 'self'", "script-src 'self' https://cdn.example.com");
      delete headers['Strict-Transport-Security'];
    }
    if (name === script)
      Object.assign(headers, { 'Cache-Control': 'no-store', 'Content-Type': 'text/plain' });
    if (name === 'config.json') headers['Cache-Control'] = 'max-age=3600';
    return name === `${script}.map` || name === 'no-such-page' ? 200 : undefined;
  });
  expect(wrong).toEqual(
    [
      /script-src of the policy also allows https:\/\/cdn.example.com/,
      /connect-src of the policy misses https:\/\/graph.microsoft.com/,
      /Strict-Transport-Security must be "max-age=31536000" and is missing/,
      /X-Frame-Options "SAMEORIGIN" keeps the app out of Teams/,
      /must have the type text\/javascript, not "text\/plain"/,
      /immutable", not "no-store"/,
      /config.json must be sent with Cache-Control "no-cache", not "max-age=3600"/,
      /Remove the .map files/,
      /answered with 200 in place of 404/,
    ].map((text) => expect.stringMatching(text) as string),
  );
});

test('a catalogue elsewhere and more hosts of config.json belong to the policy', async () => {
  const config =
    '{ "catalogueUrl": "https://data.example.com/c.json", "hostOrigins": ["https://host.example.com", 1] }';
  const { headers } = hostingRules({ domain: 'apps.example.com', path: '/isv', cloud: 'public' }, config);
  const policy = headers['Content-Security-Policy'] ?? '';
  expect(policy).toMatch(/connect-src [^;]* https:\/\/data\.example\.com(;| [^;]*;)/);
  expect(policy).toMatch(/frame-ancestors [^;]* https:\/\/host\.example\.com$/);
  const answers = serve();
  const findings = await checkHosting(base, 'public', async (address) => {
    const answer = await answers(address);
    if (address.endsWith('/config.json'))
      return new Response(
        config.replace('{', '{ "clientId": "6f1d0c8e-7a52-4b0e-9d3f-2f9b6f0a4c11",'),
        answer,
      );
    const sent = new Headers(answer.headers);
    if (sent.has('Content-Security-Policy')) sent.set('Content-Security-Policy', policy);
    return new Response(await answer.text(), { status: answer.status, headers: sent });
  });
  expect(findings.filter(({ isRight }) => !isRight)).toEqual([]);
});

test('an address without the app says so, and looks no further', async () => {
  expect(await wrongIn((name) => (name === '' ? 503 : undefined))).toEqual([
    expect.stringContaining("doesn't show the app"),
  ]);
});

test('every server gets every header and both rules for caches, below the path', () => {
  const files = hostingFiles(rules);
  const settings = Object.entries(files).filter(([name]) => !/nginx.conf|_redirects/.test(name));
  for (const [, text] of settings) {
    const plain = text.replaceAll('&quot;', '"');
    for (const [name, value] of Object.entries({
      ...rules.headers,
      a: cacheRules.hashed,
      b: cacheRules.others,
    })) {
      if (name.length > 1) expect(plain).toContain(name);
      expect(plain).toContain(value);
    }
  }
  expect(settings).toHaveLength(5);
  expect(files['site/_redirects']).toBe('/isv /isv/ 308\n');
  expect(JSON.parse(files['site/staticwebapp.config.json'] ?? '')).toMatchObject({
    routes: [{ route: '/isv/*.{js}' }],
  });
  const atRoot = hostingFiles(hostingRules({ domain: 'apps.example.com', path: '', cloud: 'us-gov-high' }));
  expect(atRoot['site/_redirects']).toBeUndefined();
  expect(atRoot['hosting/nginx.locations.conf']).toContain('location ^~ / {');
  expect(atRoot['hosting/nginx.locations.conf']).toContain('https://login.microsoftonline.us');
  expect(atRoot['hosting/nginx.locations.conf']).not.toContain('https://graph.microsoft.com');
});
