/**
 * Milliseconds after which an HTTP request counts as unanswered. A job waits as long for a request that was on its way when
 * the page closed. The texts of such a job say half a minute.
 */
export const requestTimeoutInMs = 30_000;
