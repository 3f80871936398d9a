import type { AccessClaims } from './accessClaims';
import { authenticate } from './authenticate';
import { answerBatch } from './batch';
import type { Answer } from './call';
import type { EmulatorParts } from './graphEmulator';
import type { EmulatorRequest } from './emulatorHttp';
import type { AnswerIds } from './errorAnswer';
import { errorAnswer, refusalFrom } from './errorAnswer';
import { lostInBatch } from './faultAnswer';
import { badRequest, GraphRefusal, malformedQuery } from './graphRefusal';
import type { ResourceRequest } from './serveResource';
import { serveResource } from './serveResource';
import { withFaults } from './withFaults';
import { words } from './words';

/** The answer that asks the server to close the connection. */
const dropped: Answer = { status: 0 };

/** Serves one request of a connection. Throws GraphRefusal for what Graph refuses. */
export async function serveHttp(
  request: EmulatorRequest,
  ids: AnswerIds,
  parts: EmulatorParts,
): Promise<Answer> {
  const claims = await authenticate(request.headers['authorization'], parts.verifyToken, parts.tenant.id);
  const { root, target } = locate(request, parts);
  const resource: ResourceRequest = { ...request, target, body: readBody(request) };
  const serve = (item: ResourceRequest): Answer => serveLoudly(item, claims, root, parts);

  const serveItem = async (item: ResourceRequest): Promise<Answer> => {
    const lost = errorAnswer(lostInBatch(), ids);
    try {
      return await withFaults(item, { claims, parts, lost }, () => serve(item));
    } catch (thrown) {
      return errorAnswer(refusalFrom(thrown, parts.log), ids);
    }
  };
  const isBatch = request.method === 'POST' && target.toLowerCase() === '/$batch';
  return withFaults(resource, { claims, parts, lost: dropped }, () =>
    isBatch ? answerBatch(resource.body, serveItem, parts.random) : serve(resource),
  );
}

/** Splits the address into service and resource. Throws GraphRefusal for a version that is not served. */
function locate(request: EmulatorRequest, parts: EmulatorParts): { root: string; target: string } {
  const { origin, pathname, search } = new URL(request.url);
  const [, version = '', path = '/'] = /^\/([^/]*)(\/.*)?$/.exec(pathname) ?? [];
  if (version.toLowerCase() === 'v1.0') return { root: `${origin}/v1.0`, target: path + search };
  parts.log(words.notServed(`${request.method} ${request.url}`));
  throw malformedQuery(`Invalid version: ${version}. (The sandbox serves v1.0.)`);
}

/** What the emulator does not know must be seen by whoever builds against it. */
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
    if (isUnserved) parts.log(words.notServed(`${request.method} /v1.0${request.target}`));
    throw thrown;
  }
}

function readBody({ body }: EmulatorRequest): unknown {
  if (body === undefined || body === '') return undefined;
  try {
    return JSON.parse(body) as unknown;
  } catch {
    throw badRequest(
      'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.',
    );
  }
}
