import type { Clock } from '../base/clock';
import { systemClock } from '../base/clock';
import type { Random } from '../base/random';
import { systemRandom } from '../base/random';
import type { Graph } from '../graph/types';
import { readLicenseAudits } from './audits';
import { createPhotoReader } from './createPhotoReader';
import { createMemberAdder } from './groups/createMemberAdder';
import { ensureGroup } from './groups/ensureGroup';
import { findMembers } from './groups/findMembers';
import { readMemberPage } from './groups/readMemberPage';
import { removeMember } from './groups/removeMember';
import { match } from './matching/match';
import { readComposition } from './readComposition';
import { readMe } from './readMe';
import { reprocessLicenses } from './reprocessLicenses';
import { search } from './search';
import type { Directory } from './types';
import { readUsageLocations, setUsageLocation } from './usageLocations';

/** Options of a directory. */
interface DirectoryOptions {
  /** Template ids of the roles that the sign-in already named, added to those that Graph lists. Default is none. */
  readonly tokenRoles?: () => readonly string[];
  /** Times waits between tries; default is the machine's clock. */
  readonly clock?: Clock;
  /** Spreads them; default is unpredictable. */
  readonly random?: Random;
}

const defaultLimit = 10;

/** Makes the app's directory over Graph. */
export function createDirectory(
  graph: Graph,
  { tokenRoles = () => [], clock = systemClock, random = systemRandom }: DirectoryOptions = {},
): Directory {
  const dependencies = { graph, clock, random };
  return {
    readMe: (signal) => readMe(graph, tokenRoles, signal),
    search: (text, { limit = defaultLimit, signal } = {}) => search(graph, text, limit, signal),
    readPhoto: createPhotoReader(graph),
    readComposition: (groupId, options) => readComposition(graph, groupId, options),
    readMembers: (groupId, options) => readMemberPage(graph, groupId, options),
    match: (entries, options) => match(dependencies, entries, options),
    ensureGroup: (group, signal) => ensureGroup(dependencies, group, signal),
    findMembers: (groupId, userIds, signal) => findMembers(graph, groupId, userIds, signal),
    addMember: createMemberAdder(dependencies),
    readUsageLocations: (userIds, signal) => readUsageLocations(graph, userIds, signal),
    setUsageLocation: (userId, country, signal) => setUsageLocation(dependencies, userId, country, signal),
    reprocessLicenses: (userId, source, signal) => reprocessLicenses(dependencies, userId, source, signal),
    readLicenseAudits: (id, signal) => readLicenseAudits(graph, id, signal),
    removeMember: (groupId, userId, signal) => removeMember(dependencies, groupId, userId, signal),
  };
}
