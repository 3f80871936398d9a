import { cacheRules } from '../../src/sandbox/server/staticFiles';
import type { CloudName } from '../clouds';
import { hostingRules } from './hostingFiles';
import { words } from '../words';

/** Fetches one address without following redirects; rejects where there is no answer. */
type Fetch = (address: string, headers?: Readonly<Record<string, string>>) => Promise<Response>;

/** One thing that was looked at: right, or wrong with a sentence that says what to do. */
interface HostingFinding {
  readonly isRight: boolean;
  readonly text: string;
}

/**
 * Reads a deployed address as a browser does and compares it with the rules of {@link hostingRules}. `base` ends in a slash. Throws what
 * `fetchPage` throws for the first page alone.
 */
export async function checkHosting(
  base: string,
  cloud: CloudName,
  fetchPage: Fetch,
): Promise<readonly HostingFinding[]> {
  const { hostname, pathname } = new URL(base);
  const page = await fetchPage(base);
  const config = await fetchPage(new URL('config.json', base).href)
    .then((answer) => (answer.ok ? answer.text() : undefined))
    .catch(() => undefined);
  const rules = hostingRules({ domain: hostname, path: pathname.replace(/\/$/, ''), cloud }, config);
  const html = await page.text();
  const script = /src="([^"]+\.[0-9a-f]{8}\.js)"/.exec(html)?.[1];
  const findings: HostingFinding[] = [
    expectation(
      page.status === 200 && script !== undefined,
      words.hosting.page(base),
      words.hosting.noPage(base),
    ),
  ];
  if (script === undefined) return findings;
  const at = (name: string): string => new URL(name, base).href;
  const check = async (
    name: string,
    look: (answer: Response) => HostingFinding[] | Promise<HostingFinding[]>,
  ) => {
    try {
      findings.push(...(await look(await fetchPage(at(name), { 'accept-encoding': 'br, gzip' }))));
    } catch {
      findings.push({ isRight: false, text: words.hosting.noAnswer(at(name)) });
    }
  };
  findings.push(...headerFindings(page, rules.headers));
  await check('index.html', (answer) => fileFindings(answer, 'index.html', 'text/html'));
  await check('redirect.html', (answer) => fileFindings(answer, 'redirect.html', 'text/html'));
  for (const name of ['consent.html', 'privacy.html', 'terms.html', 'about.html'])
    await check(name, (answer) => [
      expectation(answer.status === 200, words.hosting.there(name), words.hosting.missing(name)),
    ]);
  await check(script, (answer) => [
    ...fileFindings(answer, script, 'text/javascript', cacheRules.hashed),
    ...compressed(answer, script),
    ...headerFindings(answer, rules.headers).filter(({ isRight }) => !isRight),
  ]);
  await check('catalogue.json', (answer) => fileFindings(answer, 'catalogue.json', 'application/json'));
  await check('config.json', async (answer) => [
    ...fileFindings(answer, 'config.json', 'application/json'),
    ...configFindings(await answer.text()),
  ]);
  await check(`${script}.map`, ({ status }) => [
    expectation(status === 404, words.hosting.noMaps, words.hosting.maps),
  ]);
  await check('no-such-page', ({ status }) => [
    expectation(status === 404, words.hosting.notFound, words.hosting.found(status)),
  ]);
  // Of another port than that of https, the one of http is not known.
  if (/^https:\/\/[^/:]+\//.test(base)) {
    const plain = await fetchPage(base.replace('https:', 'http:')).catch(() => undefined);
    const leads = plain === undefined || (plain.headers.get('location') ?? '').startsWith('https:');
    findings.push(expectation(leads, words.hosting.httpsOnly, words.hosting.plainHttp));
  }
  return findings;
}

const expectation = (isRight: boolean, right: string, wrong: string): HostingFinding => ({
  isRight,
  text: isRight ? right : wrong,
});

function headerFindings({ headers }: Response, wanted: Readonly<Record<string, string>>): HostingFinding[] {
  const others = Object.entries(wanted).filter(([name]) => name !== 'Content-Security-Policy');
  const frameOptions = headers.get('x-frame-options');
  return [
    ...policyFindings(headers.get('content-security-policy'), wanted['Content-Security-Policy'] ?? ''),
    ...others.map(([name, value]) => {
      const given = headers.get(name);
      const isRight =
        name === 'Strict-Transport-Security' ? hstsInS(given) >= hstsInS(value) : given === value;
      return expectation(isRight, `${name}: ${value}`, words.hosting.header(name, value, given));
    }),
    expectation(
      frameOptions === null,
      words.hosting.noFrameOptions,
      words.hosting.frameOptions(frameOptions ?? ''),
    ),
  ];
}

const hstsInS = (value: string | null): number => Number(/max-age=(\d+)/.exec(value ?? '')?.[1] ?? 0);

const directivesOf = (policy: string): ReadonlyMap<string, ReadonlySet<string>> =>
  new Map(
    policy.split(';').map((text) => {
      const [name = '', ...sources] = text.trim().split(/\s+/);
      return [name, new Set(sources)];
    }),
  );

/** Compares policies by directive: order means nothing. */
function policyFindings(given: string | null, wanted: string): HostingFinding[] {
  if (given === null) return [{ isRight: false, text: words.hosting.noPolicy }];
  const known = directivesOf(given);
  const faults = [...directivesOf(wanted)].flatMap(([name, sources]) => {
    const has = known.get(name);
    if (!has) return [words.hosting.noDirective(name)];
    const missing = [...sources].filter((source) => !has.has(source));
    const added = [...has].filter((source) => !sources.has(source));
    return [
      ...(missing.length > 0 ? [words.hosting.missingSources(name, missing)] : []),
      ...(added.length > 0 ? [words.hosting.addedSources(name, added)] : []),
    ];
  });
  return faults.length === 0
    ? [{ isRight: true, text: words.hosting.policy }]
    : faults.map((text) => ({ isRight: false, text }));
}

function fileFindings(
  { status, headers }: Response,
  name: string,
  type: string,
  cache: string = cacheRules.others,
): HostingFinding[] {
  if (status !== 200) return [{ isRight: false, text: words.hosting.missing(name) }];
  const givenType = headers.get('content-type') ?? '';
  const givenCache = headers.get('cache-control') ?? '';
  const isCached =
    cache === cacheRules.others
      ? /no-cache|no-store|max-age=0/.test(givenCache)
      : /immutable/.test(givenCache);
  return [
    expectation(givenType.startsWith(type), `${name}: ${type}`, words.hosting.type(name, type, givenType)),
    expectation(
      isCached,
      `${name}: Cache-Control ${givenCache}`,
      words.hosting.cache(name, cache, givenCache),
    ),
  ];
}

function compressed({ headers }: Response, name: string): HostingFinding[] {
  const encoding = headers.get('content-encoding') ?? '';
  return [
    expectation(
      /^(br|gzip|zstd)$/.test(encoding),
      words.hosting.compressed(name, encoding),
      words.hosting.uncompressed(name),
    ),
  ];
}

/** The app names the faults of its settings itself; here only what a copied sample leaves open. */
function configFindings(text: string): HostingFinding[] {
  const isJson = /^\s*\{[^]*\}\s*$/.test(text);
  const isFilled = isJson && /"clientId":\s*"(?!0{8})[0-9a-f-]{36}"/i.test(text);
  return [expectation(isFilled, words.hosting.configured, words.hosting.notConfigured)];
}
