import * as v from 'valibot';
import { toUserPrincipal, userSelect, userWire } from '../../../src/graph/wire/user';

const id = '0A1B2C3D-0000-4000-8000-00000000000a';
const full = {
  id,
  displayName: 'Åsa Öberg',
  mail: 'asa@tenant.example',
  userPrincipalName: 'asa.oberg@tenant.example',
  userType: 'Member',
  accountEnabled: true,
  usageLocation: 'SE',
  jobTitle: 'Buyer',
  department: 'Supply',
  companyName: 'Tenant Works',
};

const principal = (changes: object) => toUserPrincipal(v.parse(userWire, { ...full, ...changes }));

test('a member with all fields becomes a principal', () => {
  expect(principal({})).toEqual({
    kind: 'user',
    id: id.toLowerCase(),
    displayName: 'Åsa Öberg',
    address: 'asa@tenant.example',
    userPrincipalName: 'asa.oberg@tenant.example',
    isGuest: false,
    isBlocked: false,
    usageLocation: 'SE',
    jobTitle: 'Buyer',
    department: 'Supply',
    companyName: 'Tenant Works',
  });
});

test('guests and blocked accounts are marked', () => {
  expect(principal({ userType: 'Guest', accountEnabled: false })).toMatchObject({
    isGuest: true,
    isBlocked: true,
  });
});

test('what is null, empty or missing is unknown', () => {
  const bare = toUserPrincipal(v.parse(userWire, { id }));
  expect(bare).toMatchObject({
    isGuest: false,
    isBlocked: undefined,
    usageLocation: undefined,
    displayName: id,
  });
  expect(principal({ mail: null, jobTitle: '', usageLocation: null })).toMatchObject({
    address: 'asa.oberg@tenant.example',
    jobTitle: undefined,
    usageLocation: undefined,
  });
  expect(principal({ displayName: null }).displayName).toBe('asa@tenant.example');
});

test('an id that is no GUID is refused', () => {
  expect(v.is(userWire, { ...full, id: '../me' })).toBe(false);
});

test('every field that is read is selected', () => {
  expect([...userSelect].sort()).toEqual(Object.keys(userWire.entries).sort());
});
