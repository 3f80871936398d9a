import { groupIds } from '../../../src/sandbox/tenant/groupSeeds';
import { productIds } from '../../../src/sandbox/tenant/products';
import type { AskOptions, Reply } from '../../sandbox/graph/openEmulator';
import { moreScopes, openOwnEmulator } from './openOwnEmulator';

const kept: readonly string[] = [productIds.microsoft365E3, productIds.learn, productIds.powerBiFree];

/** Address of the organization's cloud licensing. */
export const top = '/admin/cloudLicensing';

/** One row of an answer. */
export type CloudRow = Record<string, unknown>;

/** An emulator over a tenant of its own, asked under beta, with what tests of cloud licensing need. */
export function setupCloud({ folder }: { folder?: string } = {}) {
  const opened = openOwnEmulator({ folder });
  const ask = (line: string, more: AskOptions = {}): Promise<Reply> =>
    opened.ask(line, { scopes: moreScopes, version: 'beta', ...more });
  const rows = async (line: string, more: AskOptions = {}): Promise<CloudRow[]> =>
    (await ask(line, more)).body.value ?? [];
  /** The allotments with a plan of this name. */
  const allotments = async (planName: string): Promise<CloudRow[]> =>
    (await rows(`${top}/allotments`)).filter(({ services }) =>
      (services as { planName: string }[]).some((service) => service.planName === planName),
    );
  const allotment = async (planName: string): Promise<CloudRow> => (await allotments(planName))[0] ?? {};
  const bodyOf = (allotmentId: unknown, owner: string, disabledServicePlanIds: readonly unknown[] = []) => ({
    disabledServicePlanIds,
    'allotment@odata.bind': `https://graph.microsoft.com/beta${top}/allotments/${String(allotmentId)}`,
    'assignedTo@odata.bind': `https://graph.microsoft.com/beta/${owner}`,
  });
  const assignTo = (allotmentId: unknown, owner: string, more: AskOptions = {}): Promise<Reply> =>
    ask(`POST ${top}/assignments`, { body: bodyOf(allotmentId, owner), ...more });
  const assign = async (planName: string, owner: string, more: AskOptions = {}): Promise<Reply> =>
    assignTo((await allotment(planName))['id'], owner, more);
  /** People who may be given what tests give: without a seat of it, and not in the group that has seats to wait for. */
  const inLine = new Set(opened.tenant.group(groupIds.it)?.memberIds);
  const people = opened.tenant.users.filter(
    ({ id, licenses, usageLocation, userType, index }) =>
      usageLocation !== null &&
      userType === 'Member' &&
      index > 60 &&
      !inLine.has(id) &&
      licenses.every(({ skuId }) => kept.includes(skuId)),
  );
  const person = (place: number): string => people[place]?.id ?? '';
  return { ...opened, ask, rows, allotments, allotment, bodyOf, assignTo, assign, people, person };
}

/** The inner error of a refusal, without what the gateway adds. */
export function innerOf({ body }: Reply): Record<string, unknown> {
  const { innerError = {} } = (body.error ?? {}) as { innerError?: Record<string, unknown> };
  const added = ['date', 'request-id', 'client-request-id'];
  return Object.fromEntries(Object.entries(innerError).filter(([name]) => !added.includes(name)));
}
