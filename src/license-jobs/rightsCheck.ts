import { AppError } from '../base/appError';
import type { Access, Permissions } from '../base/permissions';
import type { Scope } from '../base/scope';
import { permissionsOf } from '../directory/access';
import type { RightsCheck } from '../jobs/operation';
import { doorOf, writeScopes } from '../licensing/door';
import type { LicensingCode } from '../licensing/types';
import type { LicenseJobSubject } from './licenseJob';

/** Dependencies of a reading of the account's rights. */
export interface RightsParts {
  /** Template ids of the roles that Graph listed when the app was opened; `undefined` where it could not read them. */
  readonly listedAtStart: () => readonly string[] | undefined;
  /** Reads the same list again. */
  readonly readListed: (signal: AbortSignal) => Promise<readonly string[] | undefined>;
  /** Gets a new token for these permissions; rejects with `consent-needed` and the like. */
  readonly renewToken: (scopes: readonly Scope[]) => Promise<unknown>;
}

/** Rank of each access by what known roles let a person change. */
const ranks: Readonly<Record<Access, number>> = {
  'own-apps': 0,
  unverified: 0,
  read: 0,
  'assign-to-groups': 1,
  'assign-to-all': 2,
};

/** Rights that a job's writes take: how much is covered by roles, and the permissions. */
const needs = {
  licenses: {
    coverage: ({ access }: Permissions): number => ranks[access],
    scopes: ['LicenseAssignment.ReadWrite.All'],
  },
  users: {
    coverage: ({ access }: Permissions): number => ranks[access],
    scopes: ['User.ReadWrite.All'],
  },
  members: {
    coverage: ({ canManageGroups }: Permissions): number => Number(canManageGroups),
    scopes: ['GroupMember.ReadWrite.All'],
  },
} as const;

/**
 * Creates the check of an operation: consent first, then roles. A role counts as lacking only where Graph listed it when the
 * app was opened and doesn't any more. Roles over an administrative unit, custom roles and roles that only the token names
 * (for an hour after they ended, too) are not in that list, so that their absence proves nothing. Without `parts` each
 * refusal is the outcome of its item.
 */
export function createRightsCheck(
  parts: RightsParts | undefined,
  need: keyof typeof needs,
): RightsCheck<LicenseJobSubject, LicensingCode> {
  const { coverage, scopes } = needs[need];
  return {
    isRefusal: (outcome) => outcome.kind === 'failed' && outcome.reason === 'forbidden' && !outcome.made,
    async read({ header: { subject }, signal }) {
      if (!parts) return;
      await parts.renewToken(need === 'licenses' ? scopesFor(subject) : scopes);
      const before = parts.listedAtStart();
      const now = before && (await parts.readListed(signal));
      if (now && coverage(permissionsOf(now)) < coverage(permissionsOf(before)))
        throw new AppError('forbidden');
    },
  };
}

/** Returns the permissions that changes of licenses take, by the doors of the job's pools and by whom it changes. */
function scopesFor({ products, people }: LicenseJobSubject): readonly Scope[] {
  const doors = new Set(products.map(({ pool }) => doorOf(pool)));
  const { users = 1, groups = 0 } = people ?? {};
  return [...doors].flatMap((door) => (door ? writeScopes(door, { users, groups }) : []));
}
