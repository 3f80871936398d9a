import { holdingRequests, idsPerRequest } from '../holdingRequests';

/** What a list costs in calls of the service. */
interface PreflightCost {
  /** Reads of what everybody holds, before anything is sent; matching a pasted list to people comes on top. */
  readonly reads: number;
  /** Reads right before sending, while the job runs. */
  readonly checks: number;
  /** Writes when each person is licensed directly. */
  readonly writes: number;
  /** Writes when people are added to one licensed group, 20 a request (Graph: add members), the group made and licensed first. */
  readonly writesThroughGroup: number;
}

/** What licensing so many people costs; `holders` is the number of holders of each product that is given. */
export function preflightCost(people: number, holders: readonly number[]): PreflightCost {
  return {
    reads: holdingRequests(people, holders),
    checks: Math.ceil(people / idsPerRequest),
    writes: people,
    writesThroughGroup: Math.ceil(people / 20) + 2,
  };
}
