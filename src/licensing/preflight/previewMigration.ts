import { forEachInSteps, type Steps } from '../../base/async/inSlices';
import type { Permissions } from '../../base/permissions';
import type { Principal } from '../../base/principal';
import { isSameSet } from '../changes/isSameSet';
import type { ProductKey } from '../keys';
import { evaluatePermission } from '../policy/evaluatePermission';
import type { Holding, PoolRef } from '../types';

/** Result for one of the selected, before anything is sent. */
export type MigrationResult =
  /** Joins the group, and loses the direct license once the group's works. */
  | 'migrates'
  /** Has a working license through the group already, and only loses the direct one. */
  | 'has-group-license'
  /** Has no direct license. */
  | 'not-direct'
  /** Members of a group inside a group get nothing from its license (Entra: group-based licensing). */
  | 'nested-group'
  /** Licenses could not all be read. */
  | 'unreadable'
  /** The signed-in person's role does not cover this person. */
  | 'not-permitted';

/** One of the selected, previewed. */
export interface MigrationLine {
  readonly principal: Principal;
  readonly result: MigrationResult;
  /** Pools of the direct licenses. */
  readonly pools: readonly PoolRef[];
  /** Number of apps that are off for the person, and that the group's license turns on. */
  readonly turnedOn: number;
  /** Number of apps that are on for the person, and that the group's license turns off. */
  readonly turnedOff: number;
}

/** The whole selection. */
export interface MigrationPreview {
  readonly lines: readonly MigrationLine[];
  /** Lines that the job sends. */
  readonly sent: number;
  /** Apps that are off for everyone who migrates, to be off for a group that is licensed by the job. */
  readonly commonDisabledPlanIds: readonly string[];
}

/** Facts that decide the results. */
export interface MigrationInput extends Omit<Permissions, 'canManageGroups'> {
  readonly product: ProductKey;
  readonly principals: readonly Principal[];
  /** In the order of the principals. */
  readonly holdings: readonly Holding[];
  /** Id of the group; undefined for one that the job creates. */
  readonly groupId: string | undefined;
  /** Apps that are off in the license that the group has; undefined for a group that the job licenses. */
  readonly groupDisabledPlanIds: readonly string[] | undefined;
}

/** Previews the migration of the selected from direct licenses to a license through a group. */
export function* previewMigration(input: MigrationInput): Steps<MigrationPreview> {
  const found: { readonly line: MigrationLine; readonly off: readonly (readonly string[])[] }[] = [];
  const holdings = input.holdings.values();
  yield* forEachInSteps(input.principals, (principal) => {
    const { value: holding } = holdings.next();
    const direct = (holding?.seats ?? []).filter(
      ({ product, path }) => product === input.product && path.kind === 'direct',
    );
    found.push({
      line: {
        principal,
        result: resultOf(input, principal, holding),
        pools: direct.map(({ product, pool }) => ({ product, pool })),
        turnedOn: 0,
        turnedOff: 0,
      },
      off: direct.map(({ disabledPlanIds }) => disabledPlanIds),
    });
  });
  const sent = found.filter(({ line }) => isMigrated(line));
  const [first = []] = sent[0]?.off ?? [];
  const isCommon = sent.every(({ off }) => off.every((ids) => isSameSet(ids, first)));
  const commonDisabledPlanIds = isCommon ? first : [];
  const groupOff = new Set(input.groupDisabledPlanIds ?? commonDisabledPlanIds);
  const lines: MigrationLine[] = [];
  yield* forEachInSteps(found, ({ line, off }) => {
    const isChanged = isMigrated(line);
    const turnedOn = isChanged ? new Set(off.flat().filter((id) => !groupOff.has(id))).size : 0;
    const isOn = (id: string): boolean => off.some((ids) => !ids.includes(id));
    lines.push({ ...line, turnedOn, turnedOff: isChanged ? [...groupOff].filter(isOn).length : 0 });
  });
  return { lines, sent: sent.length, commonDisabledPlanIds };
}

/** True for a line that the job sends. */
export function isMigrated({ result }: MigrationLine): boolean {
  return result === 'migrates' || result === 'has-group-license';
}

function resultOf(
  input: MigrationInput,
  principal: Principal,
  holding: Holding | undefined,
): MigrationResult {
  if (principal.kind === 'group') return 'nested-group';
  if (evaluatePermission(input, { kind: 'change-licenses-of', principal })) return 'not-permitted';
  const seats = (holding?.seats ?? []).filter(({ product }) => product === input.product);
  const isDirect = seats.some(({ path }) => path.kind === 'direct');
  if (!isDirect) return holding?.isIncomplete || !holding ? 'unreadable' : 'not-direct';
  const isThrough = seats.some(
    (seat) => seat.path.kind === 'group' && seat.path.groupId === input.groupId && seat.state === 'active',
  );
  return isThrough ? 'has-group-license' : 'migrates';
}
