import { memberDiff } from '../tenant/memberDiff';
import type { GroupLicense, GroupRow, LicenseSource, UserRow } from '../tenant/rows';

/** One thing that a write changed in one person or group. */
export type WriteEffect =
  | {
      /** `license-repeated`: what was to be given was there already, just so; nothing but its time changed. */
      readonly what: 'license-added' | 'license-changed' | 'license-repeated' | 'license-removed';
      readonly skuId: string;
      /** The group that gives it; null for a direct assignment, and for the licenses of a group itself. */
      readonly via: string | null;
      /** Why it is not in effect; absent when it is. */
      readonly error?: string;
    }
  | { readonly what: 'member-added' | 'member-removed'; readonly id: string }
  | { readonly what: 'property'; readonly name: string };

/** What differs between two states of a person; everything, where there was none before. */
export function userEffects(before: UserRow | undefined, after: UserRow): WriteEffect[] {
  if (before === after) return [];
  return [
    ...licenseEffects(before?.licenses ?? [], after.licenses),
    ...propertyEffects(before ?? {}, after, ['index', 'licenses']),
  ];
}

/** What differs between two states of a group; everything, where there was none before. */
export function groupEffects(before: GroupRow | undefined, after: GroupRow): WriteEffect[] {
  const { added, removed } = memberDiff(before?.memberIds ?? [], after.memberIds);
  // Those that were kept are the same objects; only the others can have had an effect.
  const licenses = before?.licenses ?? [];
  const gone = licenses.filter((license) => !after.licenses.includes(license));
  const come = after.licenses.filter((license) => !licenses.includes(license));
  return [
    ...licenseEffects(gone.map(ofGroup), come.map(ofGroup)),
    ...added.map((id) => ({ what: 'member-added', id }) as const),
    ...removed.map((id) => ({ what: 'member-removed', id }) as const),
    ...propertyEffects(before ?? {}, after, ['index', 'licenses', 'memberIds', 'nextStepAt']),
  ];
}

type Source = Pick<LicenseSource, 'skuId' | 'groupId' | 'disabledPlans'> & Partial<LicenseSource>;

function ofGroup(license: GroupLicense): Source {
  return { ...license, groupId: null };
}

function licenseEffects(before: readonly Source[], after: readonly Source[]): WriteEffect[] {
  const effects: WriteEffect[] = [];
  for (const source of after) {
    const known = before.find((other) => isSamePath(other, source));
    if (known === source) continue;
    const error = source.error === undefined || source.error === 'None' ? {} : { error: source.error };
    effects.push({ what: whatBecame(known, source), skuId: source.skuId, via: source.groupId, ...error });
  }
  for (const { skuId, groupId } of before.filter(
    (known) => !after.some((source) => isSamePath(known, source)),
  ))
    effects.push({ what: 'license-removed', skuId, via: groupId });
  return effects;
}

function isSamePath(one: Source, other: Source): boolean {
  return one.skuId === other.skuId && one.groupId === other.groupId;
}

function whatBecame(known: Source | undefined, source: Source) {
  if (!known) return 'license-added';
  const isSame = known.error === source.error && known.disabledPlans.join() === source.disabledPlans.join();
  if (!isSame) return 'license-changed';
  return 'license-repeated';
}

function propertyEffects(before: object, after: object, leftOut: readonly string[]): WriteEffect[] {
  const old = before as Readonly<Record<string, unknown>>;
  return Object.entries(after)
    .filter(
      ([name, value]) =>
        old[name] !== value && !leftOut.includes(name) && JSON.stringify(old[name]) !== JSON.stringify(value),
    )
    .map(([name]) => ({ what: 'property', name }));
}
