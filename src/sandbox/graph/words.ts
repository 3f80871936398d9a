/** Messages of the emulator on the console. */
export const words = {
  /** A request for something that the emulator does not know. */
  notServed: (request: string): string => `Not served by the sandbox: ${request}`,
  /** The emulator itself went wrong. */
  fault: (reason: string): string => `Fault in the Graph emulator: ${reason}`,
} as const;
