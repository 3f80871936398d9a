import { AppError } from '../../../src/base/appError';
import { createDirectory } from '../../../src/directory/createDirectory';
import type { HttpRequest, HttpResponse } from '../../../src/http/types';
import { manualClock } from '../../base/manualClock';
import { answer } from '../../http/answers';
import { collection, fakeGraph, guid } from '../fakeGraph';

/** Fault of one write. */
export type WriteFault = 'lost-before' | 'lost-after' | 'conflict' | 'forbidden' | 'unknown-group' | 'odd';

/** A group of the fake service. */
export interface FakeGroupOptions {
  /** Ids that exist; default 1 to 100. */
  readonly people?: readonly number[];
  readonly members?: readonly number[];
  /** Faults of the first write, the second, …; undefined for none. */
  readonly faults?: readonly (WriteFault | undefined)[];
  /** True if readings show the members. Default is true. */
  readonly areReadsCurrent?: boolean;
  /** Called when a write arrives. */
  readonly onWrite?: () => void;
  /** Fails every reading of a person's groups. */
  readonly readFault?: () => HttpResponse | Promise<HttpResponse>;
}

const range = (length: number): number[] => Array.from({ length }, (_, index) => index + 1);

/** One group of a service that adds all or none, a directory over it, and what was asked. Waits are over at once. */
export function fakeGroup(options: FakeGroupOptions = {}) {
  const { people = range(100), members: before = [], faults = [] } = options;
  const groupId = guid(999);
  const exists = new Set(people.map(guid));
  const members = new Set(before.map(guid));
  const faultsLeft = [...faults];
  const clock = manualClock({ isInstant: true });

  const write = (effect: () => HttpResponse): HttpResponse => {
    options.onWrite?.();
    const fault = faultsLeft.shift();
    if (fault === 'lost-after') effect();
    const refusal = refusalOf(fault, groupId);
    return refusal ?? effect();
  };
  const add = (request: HttpRequest): HttpResponse => {
    const { 'members@odata.bind': links } = JSON.parse(request.body ?? '') as Record<string, string[]>;
    const ids = links?.map((link) => link.slice(-36)) ?? [];
    const gone = ids.find((id) => !exists.has(id));
    if (gone) return answer(404, error(`Resource '${gone}' does not exist.`));
    if (ids.some((id) => members.has(id)))
      return answer(400, error("One or more added object references already exist: 'members'."));
    ids.forEach((id) => members.add(id));
    return answer(204, '');
  };
  const remove = (id: string): HttpResponse =>
    members.delete(id) ? answer(204, '') : answer(404, error(`Resource '${id}' does not exist.`));
  const memberships = (id: string): HttpResponse | Promise<HttpResponse> => {
    if (options.readFault) return options.readFault();
    if (!exists.has(id)) return answer(404, error(`Resource '${id}' does not exist.`));
    const shown = (options.areReadsCurrent ?? true) ? members : new Set(before.map(guid));
    return collection(shown.has(id) ? [{ id: guid(500) }, { id: groupId }] : [{ id: guid(500) }]);
  };

  const everybody = [...new Set([...people, ...range(100)])].map(guid);
  const { graph, sent } = fakeGraph(
    {
      [`/groups/${groupId}`]: (_url, request) => write(() => add(request)),
      ...Object.fromEntries(
        everybody.flatMap((id) => [
          [`/groups/${groupId}/members/${id}/$ref`, () => write(() => remove(id))],
          [`/users/${id}/memberOf`, () => memberships(id)],
        ]),
      ),
    },
    clock,
  );
  return {
    directory: createDirectory(graph, { clock, random: () => 0.5 }),
    groupId,
    clock,
    sent,
    members: () => [...members].map((id) => Number(id.slice(-3))).sort((left, right) => left - right),
    /** Numbers of people that each request asked to add. */
    additions: () =>
      sent
        .filter(({ method }) => method === 'PATCH')
        .map(
          ({ body = '' }) => (JSON.parse(body) as { 'members@odata.bind': string[] })['members@odata.bind'],
        )
        .map(({ length }) => length),
    reads: () => sent.filter(({ method }) => method === 'GET').length,
  };
}

function refusalOf(fault: WriteFault | undefined, groupId: string): HttpResponse | undefined {
  switch (fault) {
    case 'lost-before':
    case 'lost-after':
      return answer(500, error('Something went wrong.'));
    case 'conflict':
      return answer(409, error('Please wait briefly and retry.'));
    case 'forbidden':
      return answer(403, error('Insufficient privileges to complete the operation.'));
    case 'unknown-group':
      return answer(404, error(`Resource '${groupId}' does not exist.`));
    case 'odd':
      return answer(400, error('No.'));
    case undefined:
      return undefined;
  }
}

function error(message: string) {
  return { error: { code: 'Request_BadRequest', message, innerError: { 'request-id': 'r-1' } } };
}

/** No connection at all. */
export function noConnection(): Promise<HttpResponse> {
  return Promise.reject(new AppError('offline'));
}
