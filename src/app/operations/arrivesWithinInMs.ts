/**
 * Milliseconds in which a request that nobody waits for any more takes effect, if ever: as long as this app waits for an
 * answer before it asks again. The texts of a job that waits for it say half a minute.
 */
export const arrivesWithinInMs = 30_000;
