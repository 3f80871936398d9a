import { createHash, randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import { closeServer, listenOnLoopback } from '../../src/sandbox/server/listenOnLoopback';
import { words } from '../words';

/** Options of a sign-in to a tenant with a public client. */
export interface SignInOptions {
  /** Origin of the sign-in service. */
  readonly authority: string;
  /** Id or a domain of the organization. */
  readonly tenant: string;
  /** Application id of the public client that the person signs in to. */
  readonly publicClientId: string;
  readonly scopes: readonly string[];
  /** Opens the sign-in page in the person's browser. */
  readonly openPage: (address: string) => Promise<void>;
  readonly wait: (delayInMs: number, signal?: AbortSignal) => Promise<void>;
  readonly print: (line: string) => void;
}

/** An access token for Graph, and the organization that issued it. */
interface SignedIn {
  readonly accessToken: string;
  readonly tenantId: string;
}

/** Maximum time for the person to sign in, in milliseconds. */
const maxSignInInMs = 300_000;

/**
 * Signs a person in by the authorization code flow with PKCE, which returns to a port of this machine (RFC 8252). Throws Error with the
 * sentence of the sign-in service, or after five minutes without an answer.
 */
export async function signInByBrowser(options: SignInOptions): Promise<SignedIn> {
  const verifier = randomBytes(32).toString('base64url');
  const state = randomBytes(16).toString('base64url');
  const servers: Server[] = [];
  const ended = new AbortController();
  try {
    const port = await listenOnLoopback(0, servers);
    const redirectUri = `http://localhost:${port}`;
    const answer = waitForAnswer(servers, state);
    await options.openPage(authorizeAddress(options, redirectUri, verifier, state));
    const late = options
      .wait(maxSignInInMs, ended.signal)
      .then(() => Promise.reject(new Error(words.signInLate)));
    const code = await Promise.race([answer, late]);
    return await redeem(options, {
      grant_type: 'authorization_code',
      code,
      redirect_uri: redirectUri,
      code_verifier: verifier,
    });
  } finally {
    ended.abort();
    await Promise.all(servers.map(closeServer));
  }
}

const scopeText = ({ scopes }: SignInOptions): string => ['openid', 'profile', ...scopes].join(' ');
const endpoint = ({ authority, tenant }: SignInOptions, name: string): string =>
  `${authority}/${tenant}/oauth2/v2.0/${name}`;

function authorizeAddress(
  options: SignInOptions,
  redirectUri: string,
  verifier: string,
  state: string,
): string {
  const query = new URLSearchParams({
    client_id: options.publicClientId,
    response_type: 'code',
    response_mode: 'query',
    redirect_uri: redirectUri,
    scope: scopeText(options),
    state,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  });
  return `${endpoint(options, 'authorize')}?${query.toString()}`;
}

/** Resolves with the code of the one request that carries the state; other requests are answered with 404. */
function waitForAnswer(servers: readonly Server[], state: string): Promise<string> {
  return new Promise((resolve, reject) => {
    for (const server of servers) {
      server.on('request', (request, response) => {
        // Any page on this machine can send a request here, so no target of one may throw, as new URL('//') does.
        const [, query] = /\?(.*)/.exec(request.url ?? '') ?? [];
        const searchParams = new URLSearchParams(query);
        const isOurs = searchParams.get('state') === state;
        response.writeHead(isOurs ? 200 : 404, {
          'content-type': 'text/plain; charset=utf-8',
          'cache-control': 'no-store',
          connection: 'close',
        });
        const code = searchParams.get('code');
        response.end(isOurs ? (code === null ? words.signInRefusedPage : words.signedInPage) : '');
        if (!isOurs) return;
        if (code !== null) resolve(code);
        else reject(new Error(searchParams.get('error_description') ?? words.signInRefusedPage));
      });
    }
  });
}

/** Signs a person in on another device, by a code that is typed there (RFC 8628). Throws as {@link signInByBrowser} does. */
export async function signInByDeviceCode(options: SignInOptions): Promise<SignedIn> {
  const begun = await post(endpoint(options, 'devicecode'), {
    client_id: options.publicClientId,
    scope: scopeText(options),
  });
  if (begun['error'] !== undefined) throw signInError(begun);
  options.print(String(begun['message']));
  let intervalInMs = Number(begun['interval'] ?? 5) * 1000;
  for (;;) {
    await options.wait(intervalInMs);
    const answer = await post(endpoint(options, 'token'), {
      grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
      client_id: options.publicClientId,
      device_code: String(begun['device_code']),
    });
    if (answer['error'] === 'slow_down') intervalInMs += 5000;
    else if (answer['error'] !== 'authorization_pending') return toSignedIn(answer);
  }
}

async function redeem(options: SignInOptions, form: Readonly<Record<string, string>>): Promise<SignedIn> {
  const answer = await post(endpoint(options, 'token'), {
    ...form,
    client_id: options.publicClientId,
    scope: scopeText(options),
  });
  return toSignedIn(answer);
}

type Json = Readonly<Record<string, unknown>>;

async function post(address: string, form: Readonly<Record<string, string>>): Promise<Json> {
  const answer = await fetch(address, { method: 'POST', body: new URLSearchParams(form) });
  return (await answer.json()) as Json;
}

function toSignedIn(answer: Json): SignedIn {
  const { access_token: accessToken, id_token: idToken } = answer;
  if (typeof accessToken !== 'string' || typeof idToken !== 'string') throw signInError(answer);
  // It came straight from the token endpoint, so its signature doesn't have to be checked (OpenID Connect Core, 3.1.3.7).
  const claims = JSON.parse(Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString()) as Json;
  return { accessToken, tenantId: String(claims['tid']) };
}

function signInError(answer: Json): Error {
  const description = answer['error_description'] ?? answer['error'];
  return new Error(typeof description === 'string' ? description : words.signInRefusedPage);
}
