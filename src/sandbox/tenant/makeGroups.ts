import type { Random } from '../../base/random';
import { asciiFold } from './asciiFold';
import { choose } from './choose';
import { daysFrom } from './daysFrom';
import type { GroupKind, GroupSeed } from './groupSeeds';
import { groupSeeds } from './groupSeeds';
import { projectWords } from './names';
import type { GroupRow, UserRow } from './rows';
import { seededGuid } from './seededGuid';
import { tenantFacts } from './tenantFacts';

type KindFlags = Pick<GroupRow, 'groupTypes' | 'securityEnabled' | 'mailEnabled' | 'visibility'>;

const flagsOf: Readonly<Record<GroupKind, KindFlags>> = {
  security: { groupTypes: [], securityEnabled: true, mailEnabled: false, visibility: null },
  dynamic: { groupTypes: ['DynamicMembership'], securityEnabled: true, mailEnabled: false, visibility: null },
  'microsoft-365': {
    groupTypes: ['Unified'],
    securityEnabled: true,
    mailEnabled: true,
    visibility: 'Private',
  },
  'microsoft-365-mail-only': {
    groupTypes: ['Unified'],
    securityEnabled: false,
    mailEnabled: true,
    visibility: 'Public',
  },
  distribution: { groupTypes: [], securityEnabled: false, mailEnabled: true, visibility: null },
  'mail-security': { groupTypes: [], securityEnabled: true, mailEnabled: true, visibility: null },
};

/** Makes the groups of the tenant: the named ones, with their licenses or without, then a project team for every fifty people. */
export function makeGroups(
  users: readonly UserRow[],
  seedDay: number,
  random: Random,
  hasLicenses: boolean,
): GroupRow[] {
  const seeds = [...groupSeeds, ...projectSeeds(users.length, random)];
  const ownedOf = (seed: GroupSeed): GroupSeed => ({
    ...seed,
    skuIds: hasLicenses ? (seed.skuIds ?? []) : [],
  });
  return seeds.map((seed, index) => makeGroup(ownedOf(seed), index, users, seedDay, random));
}

function projectSeeds(userCount: number, random: Random): GroupSeed[] {
  return Array.from({ length: Math.min(2_000, Math.floor(userCount / 50)) }, (_, number) => {
    const word = choose(projectWords, random);
    return {
      id: seededGuid(random),
      displayName: `Project ${word} ${number + 1}`,
      description: `Works on project ${word}`,
      kind: choose<GroupKind>(['microsoft-365', 'microsoft-365-mail-only', 'security'], random),
    };
  });
}

function makeGroup(
  seed: GroupSeed,
  index: number,
  users: readonly UserRow[],
  seedDay: number,
  random: Random,
): GroupRow {
  const flags = flagsOf[seed.kind];
  const mailNickname = asciiFold(seed.displayName).replace(/[^A-Za-z0-9]/g, '');
  const isProject = index >= groupSeeds.length;
  return {
    index,
    id: seed.id,
    displayName: seed.displayName,
    description: seed.description,
    ...flags,
    mailNickname,
    mail: flags.mailEnabled ? `${mailNickname.toLowerCase()}@${tenantFacts.defaultDomain}` : null,
    membershipRule: seed.membershipRule ?? null,
    isAssignableToRole: seed.isAssignableToRole ?? null,
    onPremisesSyncEnabled: seed.onPremisesSyncEnabled ?? null,
    isTeam: flags.groupTypes.includes('Unified'),
    createdDateTime: daysFrom(seedDay, -1 - Math.floor(random() * 1_500)),
    memberIds: [
      ...(seed.memberGroupIds ?? []),
      ...(isProject ? teamOf(users, random) : membersOf(seed, users, random)),
    ],
    licenses: (seed.skuIds ?? []).map((skuId) => ({ skuId, disabledPlans: [] })),
    processing: 'ProcessingComplete',
  };
}

function membersOf(seed: GroupSeed, users: readonly UserRow[], random: Random): string[] {
  const members: string[] = [];
  const { includes, share = 1, atMost = Infinity } = seed;
  if (!includes) return members;
  for (const user of users) {
    if (members.length >= atMost) break;
    if (includes(user) && (share === 1 || random() < share)) members.push(user.id);
  }
  return members;
}

function teamOf(users: readonly UserRow[], random: Random): Set<string> {
  const size = 3 + Math.floor(random() * 20);
  return new Set(Array.from({ length: size }, () => choose(users, random).id));
}
