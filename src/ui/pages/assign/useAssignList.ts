import { useState } from 'react';
import type { Principal } from '../../../base/principal';
import { judgePreflight, type Preflight } from '../../../licensing/preflight';
import type { Product } from '../../../licensing/product';
import { useServices } from '../../services';
import { useChecks, type Checks } from './useChecks';

/** Who is in the list, and what is known of each before anything is sent. */
export interface AssignList {
  readonly principals: readonly Principal[];
  readonly chosenIds: ReadonlySet<string>;
  readonly checks: Checks;
  readonly preflight: Preflight;
  /** What changed last, for screen readers. */
  readonly lastChange: { readonly kind: 'added' | 'removed'; readonly name: string } | undefined;
  readonly add: (principal: Principal) => void;
  readonly remove: (principal: Principal) => void;
  readonly clear: () => void;
}

const nobody: readonly Principal[] = [];

/**
 * Keeps the list of those who shall get a product, judged anew whenever something is learnt.
 * Once it is sent (`isChoosing` is false) nothing is looked up any more.
 */
export function useAssignList(product: Product, isChoosing: boolean): AssignList {
  const { me } = useServices();
  const [principals, setPrincipals] = useState<readonly Principal[]>([]);
  const [lastChange, setLastChange] = useState<AssignList['lastChange']>();
  const checks = useChecks(isChoosing ? principals : nobody);
  const preflight = judgePreflight({
    product,
    principals,
    holdings: checks.holdings,
    compositions: checks.compositions,
    access: me.access,
    canLicenseRoleAssignableGroups: me.canLicenseRoleAssignableGroups,
  });
  return {
    principals,
    chosenIds: new Set(principals.map(({ id }) => id)),
    checks,
    preflight,
    lastChange,
    add(principal) {
      setPrincipals((before) => [...before.filter(({ id }) => id !== principal.id), principal]);
      setLastChange({ kind: 'added', name: principal.displayName });
    },
    remove(principal) {
      setPrincipals((before) => before.filter(({ id }) => id !== principal.id));
      setLastChange({ kind: 'removed', name: principal.displayName });
    },
    clear() {
      setPrincipals([]);
      setLastChange(undefined);
    },
  };
}
