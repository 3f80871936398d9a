import * as v from 'valibot';
import type { GroupKind } from '../../../src/base/principal';
import { groupSelect, groupWire, toGroupPrincipal } from '../../../src/graph/wire/group';

const id = '0a1b2c3d-0000-4000-8000-00000000000b';
const plain = { id, displayName: 'IT', groupTypes: [], mailEnabled: false, securityEnabled: true };

const principal = (changes: object) => toGroupPrincipal(v.parse(groupWire, { ...plain, ...changes }));

test.each<[GroupKind, object]>([
  ['security', {}],
  ['dynamic', { groupTypes: ['DynamicMembership'] }],
  ['microsoft365', { groupTypes: ['Unified'], mailEnabled: true, securityEnabled: false }],
  ['dynamic', { groupTypes: ['Unified', 'DynamicMembership'], mailEnabled: true }],
  ['mail-enabled-security', { mailEnabled: true }],
  ['distribution', { mailEnabled: true, securityEnabled: false }],
])('a %s group is told by %j', (groupKind, changes) => {
  expect(principal(changes).groupKind).toBe(groupKind);
});

test('a group with all fields becomes a principal', () => {
  const more = {
    mail: 'it@tenant.example',
    description: 'Helps',
    isAssignableToRole: true,
    onPremisesSyncEnabled: true,
    resourceProvisioningOptions: ['Team'],
  };
  expect(principal(more)).toEqual({
    kind: 'group',
    id,
    displayName: 'IT',
    address: 'it@tenant.example',
    groupKind: 'security',
    isSecurityEnabled: true,
    isRoleAssignable: true,
    isSynced: true,
    description: 'Helps',
    isTeam: true,
  });
});

test('nulls, as Graph sends them for what was never set, are no', () => {
  const nulls = { mail: null, description: null, isAssignableToRole: null, onPremisesSyncEnabled: null };
  expect(principal({ ...nulls, displayName: null })).toMatchObject({
    displayName: id,
    address: '',
    isRoleAssignable: false,
    isSynced: false,
    description: undefined,
  });
});

test('every field that is read is selected', () => {
  expect([...groupSelect].sort()).toEqual(Object.keys(groupWire.entries).sort());
});
