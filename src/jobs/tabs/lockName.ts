const prefix = 'isv-licenses job ';

/** Name of the lock that whoever runs the job holds. */
export function lockName(jobId: string): string {
  return prefix + jobId;
}

/** The ids of the jobs whose locks are among these names. */
export function lockedJobs(names: Iterable<string>): string[] {
  return [...names].flatMap((name) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : []));
}
