import type { AccessClaims } from './accessClaims';
import { authenticate } from './authenticate';
import { answerBatch } from './batch';
import { withServiceNames } from './bodyNames';
import type { Answer } from './call';
import type { EmulatorParts } from './graphEmulator';
import type { EmulatorRequest } from './emulatorHttp';
import { errorAnswer, refusalFrom } from './errorAnswer';
import type { AnswerIds } from './errorAnswer';
import { lostInBatch } from './faultAnswer';
import { badRequest, GraphRefusal, malformedQuery } from './graphRefusal';
import { pathSegments } from './pathSegments';
import { cloudThrottled } from './resources/beta/cloudRefusals';
import { versionNamed } from './routeOfVersion';
import { serveResource } from './serveResource';
import type { ResourceRequest } from './serveResource';
import { withFaults } from './withFaults';
import { words } from './words';

/** The answer that asks the server to close the connection. */
const dropped: Answer = { status: 0 };

/** The answer that asks the server to say nothing. */
const silent: Answer = { status: -1 };

/** Serves one request of a connection. Throws GraphRefusal for what Graph refuses. */
export async function serveHttp(
  request: EmulatorRequest,
  ids: AnswerIds,
  parts: EmulatorParts,
): Promise<Answer> {
  const claims = await authenticate(request.headers['authorization'], parts.verifyToken, parts.tenant.id);
  parts.challenges.check(claims);
  const { root, target } = locate(request, parts);
  const resource: ResourceRequest = { ...request, target, body: readBody(request) };
  const { requestId } = ids;
  const context = { claims, parts, requestId, pages: parts.pages };
  const serve = (item: ResourceRequest): Answer | Promise<Answer> => {
    const cause = {
      requestId,
      request: `${item.method} ${item.target}`,
      userId: claims.oid,
      appId: claims.appid,
    };
    const work = (): Answer => parts.writes.during(cause, () => serveLoudly(item, claims, root, parts));
    const mailbox = parts.quota.settings.isOn ? mailboxOf(item, claims) : undefined;
    return mailbox === undefined ? work() : parts.photos.serve(mailbox, claims, work);
  };

  const serveItem = async (item: ResourceRequest, itemId: string): Promise<Answer> => {
    const lost = errorAnswer(lostInBatch(), ids);
    try {
      return await inWordsOf(item, () =>
        withFaults(item, { ...context, item: itemId, lost, silent: lost }, () => serve(item)),
      );
    } catch (thrown) {
      return errorAnswer(refusalFrom(thrown, parts.log), ids);
    }
  };
  const isBatch = request.method === 'POST' && target.toLowerCase() === '/$batch';
  return inWordsOf(resource, () =>
    withFaults(resource, { ...context, lost: dropped, silent }, () =>
      isBatch ? answerBatch(resource.body, serveItem, parts.random, writesSettled(parts)) : serve(resource),
    ),
  );
}

/** Serves a request; what is throttled is refused in the words of the API that it went to. Throws GraphRefusal. */
async function inWordsOf({ target }: ResourceRequest, serve: () => Promise<Answer>): Promise<Answer> {
  try {
    return await serve();
  } catch (thrown) {
    const isOfCloud = /\/cloudLicensing\//i.test(target.split('?')[0] ?? '');
    throw isOfCloud && thrown instanceof GraphRefusal && thrown.status === 429
      ? cloudThrottled(thrown)
      : thrown;
  }
}

/** Waits as long as a write takes, if one was begun since the last time. */
function writesSettled({ clock, directory }: EmulatorParts): () => Promise<void> {
  let known = directory.writesBegun();
  return async () => {
    const begun = directory.writesBegun();
    if (begun > known && directory.settings.writesTakeInMs > 0)
      await clock.wait(directory.settings.writesTakeInMs);
    known = begun;
  };
}

/** Splits the address into service and resource. Throws GraphRefusal for a version that is not served. */
function locate(request: EmulatorRequest, parts: EmulatorParts): { root: string; target: string } {
  const { pathname, search } = new URL(request.url);
  const origin = callerOrigin(request);
  const [, version = '', path = '/'] = /^\/([^/]*)(\/.*)?$/.exec(pathname) ?? [];
  const served = versionNamed(version);
  if (served) return { root: `${origin}/${served}`, target: path + search };
  parts.log(words.notServed(`${request.method} ${request.url}`));
  throw malformedQuery(`Invalid version: ${version}. (The sandbox serves v1.0 and beta.)`);
}

/** Logs requests that the emulator does not serve, so that developers notice them. */
function serveLoudly(
  request: ResourceRequest,
  claims: AccessClaims,
  root: string,
  parts: EmulatorParts,
): Answer {
  try {
    return serveResource(request, claims, { ...parts, root });
  } catch (thrown) {
    const isUnserved = thrown instanceof GraphRefusal && thrown.extras.isUnserved;
    if (isUnserved)
      parts.log(words.notServed(`${request.method} ${new URL(root).pathname}${request.target}`));
    throw thrown;
  }
}

function readBody({ body, isTooLong }: EmulatorRequest): unknown {
  // Inferred: code and sentence. Documented is that a request which is too large is refused with 413 (Graph: error responses).
  if (isTooLong) throw new GraphRefusal(413, 'RequestEntityTooLarge', 'The request body is too large.');
  if (body === undefined || body === '') return undefined;
  try {
    return withServiceNames(JSON.parse(body));
  } catch {
    throw badRequest(
      'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.',
    );
  }
}

/** The mailbox that a request for a photo goes to; undefined for every other request. */
function mailboxOf({ target }: ResourceRequest, claims: AccessClaims): string | undefined {
  const [owner, ...rest] = pathSegments(target.split('?')[0] ?? '');
  const isOwn = owner?.toLowerCase() === 'me';
  const [mailbox, photo = ''] = isOwn ? [claims.oid, rest[0]] : rest;
  const isOfMailbox = isOwn || owner?.toLowerCase() === 'users';
  return isOfMailbox && /^photos?$/i.test(photo) ? mailbox : undefined;
}

/**
 * Scheme and host as the caller wrote them, for links: those that a proxy says it was asked for, where there is one.
 * What is no host is left aside.
 */
function callerOrigin({ url, headers }: EmulatorRequest): string {
  const { protocol, host } = new URL(url);
  const forwardedHost = firstOf(headers['x-forwarded-host']);
  const forwardedScheme = firstOf(headers['x-forwarded-proto'])?.toLowerCase();
  const scheme =
    forwardedScheme && /^https?$/.test(forwardedScheme) ? forwardedScheme : protocol.slice(0, -1);
  const isHost = forwardedHost !== undefined && /^[\w.-]+(:\d{1,5})?$/.test(forwardedHost);
  return `${scheme}://${isHost ? forwardedHost : host}`;
}

function firstOf(header: string | undefined): string | undefined {
  return header?.split(',')[0]?.trim();
}
