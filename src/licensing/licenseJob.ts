import type { Principal } from '../base/principal';
import type { Change, Seat } from './types';

/** What a license job is about; the same for all its items, plain data. */
export interface LicenseJobSubject {
  readonly kind: 'assign' | 'remove' | 'move' | 'replace-plans' | 'through-group';
  /** The products, by SKU and by the name that they had. For `move`: first the one that is taken, then the one given. */
  readonly products: readonly { readonly key: string; readonly skuId: string; readonly name: string }[];
  /** Takes an earlier job back; such a job also sends what seems to be so already, since readings lag behind writes. */
  readonly isUndo?: boolean;
  /** Whether the rest waits once no seat is left; default is that it goes on, and each says so. */
  readonly stopsWithoutSeats?: boolean;
  /** For `through-group`: the group that exists already, or the name of the one to make. */
  readonly group?: { readonly id?: string; readonly name: string };
  /** For `through-group`: the plans that are switched off. */
  readonly disabledPlanIds?: readonly string[];
}

/** One item of a license job. For `through-group` the change says what the person gets by way of the group. */
export interface LicenseJobInput {
  readonly principal: Principal;
  readonly change: Change;
}

/** What the principal held directly of the changed SKUs right before the change, so that it can be taken back. */
export interface LicenseJobBefore {
  readonly seats: readonly Pick<Seat, 'skuId' | 'disabledPlanIds'>[];
  /** The part of the change that was not so already; undefined: all of it. */
  readonly sent?: Pick<Change, 'add' | 'remove'>;
  /** For `through-group`: whether the person was in the group before. */
  readonly wasMember?: boolean;
}
