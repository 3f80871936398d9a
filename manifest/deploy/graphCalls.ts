import { words } from '../words';

/** Calls of Microsoft Graph v1.0 for a person who is signed in. Each throws Error with Graph's own sentence. */
export interface GraphCalls {
  send<Result>(method: Method, path: string, body?: object): Promise<Result>;
  /** Returns undefined where Graph answers 404. */
  find<Result>(path: string): Promise<Result | undefined>;
  /** All pages of a list. */
  list<Item>(path: string): Promise<readonly Item[]>;
  /** Sends again for up to a minute while Graph doesn't know an object that was made moments ago. */
  whenReplicated<Result>(method: Method, path: string, body?: object): Promise<Result>;
}

type Method = 'GET' | 'POST' | 'PATCH';

interface GraphAnswer {
  readonly status: number;
  readonly json: Readonly<Record<string, unknown>>;
}

interface GraphOptions {
  /** Origin. */
  readonly graphUrl: string;
  readonly accessToken: string;
  readonly wait: (delayInMs: number) => Promise<void>;
}

const replicationDelayInMs = 5_000;
const maxReplicationWaits = 12;

/** Makes the calls. */
export function connectGraph({ graphUrl, accessToken, wait }: GraphOptions): GraphCalls {
  const ask = async (method: Method, address: string, body?: object): Promise<GraphAnswer> => {
    const headers = { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' };
    const answer = await fetch(address, { method, headers, ...(body && { body: JSON.stringify(body) }) });
    const text = await answer.text();
    return { status: answer.status, json: text === '' ? {} : (JSON.parse(text) as GraphAnswer['json']) };
  };
  const addressOf = (path: string): string => new URL(`${graphUrl}/v1.0${path}`).href;
  const send = async <Result>(method: Method, path: string, body?: object): Promise<Result> =>
    resultOf<Result>(await ask(method, addressOf(path), body), `${method} ${path}`);
  return {
    send,
    async find<Result>(path: string) {
      const answer = await ask('GET', addressOf(path));
      return answer.status === 404 ? undefined : resultOf<Result>(answer, `GET ${path}`);
    },
    async list<Item>(path: string) {
      const items: Item[] = [];
      for (let next: unknown = addressOf(path); typeof next === 'string';) {
        const page = resultOf<{ value: Item[]; '@odata.nextLink'?: string }>(
          await ask('GET', next),
          `GET ${path}`,
        );
        items.push(...page.value);
        next = page['@odata.nextLink'];
      }
      return items;
    },
    async whenReplicated<Result>(method: Method, path: string, body?: object) {
      for (let waits = 0; ; waits += 1) {
        const answer = await ask(method, addressOf(path), body);
        if (waits === maxReplicationWaits || !isNotThereYet(answer))
          return resultOf<Result>(answer, `${method} ${path}`);
        await wait(replicationDelayInMs);
      }
    },
  };
}

/** True for the refusals by which Graph says that it can't find an object that the request names. */
function isNotThereYet({ status, json }: GraphAnswer): boolean {
  const message = (json['error'] as { message?: string } | undefined)?.message ?? '';
  return status === 404 || (status === 400 && /does not (exist|reference a valid)|not found/i.test(message));
}

function resultOf<Result>({ status, json }: GraphAnswer, request: string): Result {
  if (status < 300) return json as Result;
  const { code = '', message = '' } = (json['error'] ?? {}) as { code?: string; message?: string };
  throw new Error(words.graphRefused(request, status, code, message));
}
