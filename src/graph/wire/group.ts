import * as v from 'valibot';
import type { GroupKind, GroupPrincipal } from '../../base/principal';
import { soft } from './soft';

/** Properties to `$select` for `toGroupPrincipal`. */
export const groupSelect = [
  'id',
  'displayName',
  'mail',
  'description',
  'groupTypes',
  'mailEnabled',
  'securityEnabled',
  'isAssignableToRole',
  'onPremisesSyncEnabled',
  'resourceProvisioningOptions',
] as const;

const text = soft(v.nullable(v.string()));
const flag = soft(v.nullable(v.boolean()));

/** Schema of a group of Graph; spread `.entries` into a schema with more properties. */
export const groupWire = v.object({
  id: v.pipe(v.string(), v.uuid()),
  displayName: text,
  mail: text,
  description: text,
  groupTypes: soft(v.nullable(v.array(v.string()))),
  mailEnabled: flag,
  securityEnabled: flag,
  isAssignableToRole: flag,
  onPremisesSyncEnabled: flag,
  resourceProvisioningOptions: soft(v.nullable(v.array(v.string()))),
});

/** A group that `groupWire` has passed. */
export type GroupWire = v.InferOutput<typeof groupWire>;

/** Converts a group of Graph; a group without a name is shown by its id. */
export function toGroupPrincipal(wire: GroupWire): GroupPrincipal {
  return {
    kind: 'group',
    id: wire.id.toLowerCase(),
    displayName: wire.displayName || wire.mail || wire.id,
    address: wire.mail ?? '',
    groupKind: groupKindOf(wire),
    isSecurityEnabled: wire.securityEnabled === true,
    isRoleAssignable: wire.isAssignableToRole === true,
    isSynced: wire.onPremisesSyncEnabled === true,
    description: wire.description || undefined,
    // Graph: list teams; a group with a team has this option.
    ...(wire.resourceProvisioningOptions?.includes('Team') && { isTeam: true }),
  };
}

/** Graph: "Working with groups" tells kinds apart by `groupTypes`, `mailEnabled` and `securityEnabled`. */
function groupKindOf({ groupTypes, mailEnabled, securityEnabled }: GroupWire): GroupKind {
  // Also of a Microsoft 365 group: that a rule decides who is in it is what licensing has to know.
  if (groupTypes?.includes('DynamicMembership')) return 'dynamic';
  if (groupTypes?.includes('Unified')) return 'microsoft365';
  if (!mailEnabled) return 'security';
  return securityEnabled ? 'mail-enabled-security' : 'distribution';
}
