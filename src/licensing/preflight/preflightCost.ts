import { holdingRequests, idsPerRequest } from '../holdingRequests';

/** Cost of a list in calls of the service. */
interface PreflightCost {
  /** Reads of everybody's licenses before anything is sent, without those for matching a pasted list to people. */
  readonly reads: number;
  /** Reads right before sending, while the job runs. */
  readonly checks: number;
  /** Writes when each person is licensed directly. */
  readonly writes: number;
  /** Writes when people are added to one licensed group, 20 a request (Graph: add members), the group created and licensed first. */
  readonly writesThroughGroup: number;
}

/** Returns the cost of licensing so many people; `holders` is the number of holders of each product that is assigned. */
export function preflightCost(people: number, holders: readonly number[]): PreflightCost {
  return {
    reads: holdingRequests(people, holders),
    checks: Math.ceil(people / idsPerRequest),
    writes: people,
    writesThroughGroup: Math.ceil(people / 20) + 2,
  };
}
