import type { LicenseJobSubject } from './licenseJob';

/** Something that an undo does not restore, or needs; shown before the job and before its undo. */
export type UndoLimit =
  /** The seats that became free may be taken by others meanwhile; each person needs one again. */
  | 'needs-free-seats'
  /** Data that the vendor's app deletes when a license ends is not restored. */
  | 'app-data'
  /** People leave the group; the group and its license stay, for others may rely on it by now. */
  | 'group-stays'
  /** Entra gives people without a usage location that of the organization, and keeps it (Entra: group-based licensing). */
  | 'usage-location-stays'
  /** A usage location can be changed and never be emptied (Graph: user, usageLocation). */
  | 'first-location-stays';

const limits: Readonly<Record<LicenseJobSubject['kind'], readonly UndoLimit[]>> = {
  // People who got a seat by the job may have begun to work with the app, and an undo ends that.
  assign: ['app-data'],
  remove: ['needs-free-seats', 'app-data'],
  'free-seat': ['needs-free-seats'],
  move: ['needs-free-seats', 'app-data'],
  'replace-plans': [],
  'through-group': ['app-data', 'group-stays', 'usage-location-stays'],
  'leave-groups': ['needs-free-seats', 'app-data'],
  'migrate-to-group': ['group-stays', 'usage-location-stays'],
  'usage-location': ['first-location-stays'],
  // It has no undo at all.
  reprocess: [],
};

/** Limits of undoing a job of this kind; none where an undo restores everything. */
export function undoLimits(kind: LicenseJobSubject['kind']): readonly UndoLimit[] {
  return limits[kind];
}
