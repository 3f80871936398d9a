import * as v from 'valibot';
import type { Principal } from '../../base/principal';
import { groupWire, toGroupPrincipal } from '../../graph/wire/group';
import { soft } from '../../graph/wire/soft';
import { toUserPrincipal, userWire } from '../../graph/wire/user';
import { groups, users, type Kind } from '../kinds';

/** Identifiers of a person or group besides mail address, sign-in name, id and name. */
export interface OtherIdentifiers {
  readonly addresses: readonly string[];
  /** Name of the account in an on-premises directory, without its domain. */
  readonly accountName: string | undefined;
  /** DNS name of the domain of that directory, such as `corp.contoso.com`. */
  readonly accountDomain: string | undefined;
  readonly employeeId: string | undefined;
}

/** A person or group with all identifiers that were read. */
export interface IdentifiedPrincipal {
  readonly principal: Principal;
  readonly others: OtherIdentifiers;
}

/** The reading of one kind of principal with further identifiers. */
export interface IdentifiedKind<Wire> extends Omit<Kind<Wire>, 'toPrincipal' | 'searched' | 'addresses'> {
  readonly identify: (wire: Wire) => IdentifiedPrincipal;
}

const text = soft(v.nullable(v.string()));
const texts = soft(v.nullable(v.array(v.string())));

const identifiedUserWire = v.object({
  ...userWire.entries,
  proxyAddresses: texts,
  otherMails: texts,
  employeeId: text,
  onPremisesSamAccountName: text,
  onPremisesDomainName: text,
});

/** People with their further addresses, account name and employee ID. */
export const identifiedUsers: IdentifiedKind<v.InferOutput<typeof identifiedUserWire>> = {
  path: users.path,
  scopes: users.scopes,
  select: [
    ...users.select,
    'proxyAddresses',
    'otherMails',
    'employeeId',
    'onPremisesSamAccountName',
    'onPremisesDomainName',
  ],
  wire: identifiedUserWire,
  identify: (wire) => ({
    principal: toUserPrincipal(wire),
    others: {
      addresses: [...toMailAddresses(wire.proxyAddresses), ...(wire.otherMails ?? [])],
      accountName: wire.onPremisesSamAccountName ?? undefined,
      accountDomain: wire.onPremisesDomainName ?? undefined,
      employeeId: wire.employeeId ?? undefined,
    },
  }),
};

const identifiedGroupWire = v.object({ ...groupWire.entries, proxyAddresses: texts });

/** Groups with their further addresses. */
export const identifiedGroups: IdentifiedKind<v.InferOutput<typeof identifiedGroupWire>> = {
  path: groups.path,
  scopes: groups.scopes,
  select: [...groups.select, 'proxyAddresses'],
  wire: identifiedGroupWire,
  identify: (wire) => ({
    principal: toGroupPrincipal(wire),
    others: {
      addresses: toMailAddresses(wire.proxyAddresses),
      accountName: undefined,
      accountDomain: undefined,
      employeeId: undefined,
    },
  }),
};

/** The mail addresses of proxy addresses, whose prefix says their kind: SIP, X500 and others are left out. */
function toMailAddresses(proxyAddresses: readonly string[] | null | undefined): readonly string[] {
  return (proxyAddresses ?? []).flatMap((address) => /^smtp:(.+)$/i.exec(address)?.[1] ?? []);
}
