/** Activity, as the audit log names it (Entra: audit activity reference, Core Directory). */
export type AuditActivity =
  | 'Add user'
  | 'Update user'
  | 'Delete user'
  | 'Hard Delete user'
  | 'Restore user'
  | 'Change user license'
  | 'Add group'
  | 'Update group'
  | 'Delete group'
  | 'Hard Delete group'
  | 'Restore Group'
  | 'Add member to group'
  | 'Remove member from group'
  | 'Set group license'
  | 'Start applying group based license to users'
  | 'Finish applying group based license to user'
  | 'Trigger group license recalculation';

/** Actor of a change: a user, or a part of the service. */
export type AuditActor =
  | {
      readonly kind: 'user';
      readonly id: string;
      readonly displayName: string;
      readonly userPrincipalName: string;
    }
  | { readonly kind: 'app'; readonly displayName: string };

/** One property that changed; values are JSON in text, as the log writes them. */
export interface AuditedProperty {
  readonly displayName: string;
  readonly oldValue: string | null;
  readonly newValue: string | null;
}

/** Target of a change. */
export interface AuditTarget {
  readonly type: 'User' | 'Group';
  readonly id: string;
  readonly displayName: string;
  /** Of a person only. */
  readonly userPrincipalName?: string;
  /** Of a group only: whether it is a Microsoft 365 group. */
  readonly isUnified?: boolean;
}

/** One entry before anybody is named for it. */
export interface AuditFinding {
  readonly activity: AuditActivity;
  readonly targets: readonly AuditTarget[];
  /** Of the first target. */
  readonly properties: readonly AuditedProperty[];
  /** Reason for which the service couldn't do it; default is that it did. */
  readonly failure?: string;
}

/** One entry of the audit log. */
export interface AuditRow extends AuditFinding {
  /** Its place among the entries of its correlation, from 0. */
  readonly place: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly actor: AuditActor;
  /** Shared by everything that one request or one step of the service did. */
  readonly correlationId: string;
}
