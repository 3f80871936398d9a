/** What the tenant has to say to the person who starts the sandbox. */
export const words = {
  /** A stored state that this generator cannot use was put aside. */
  storePutAside: (stored: number, current: number, file: string): string =>
    `The stored tenant was made by generator ${stored}, this is ${current}. It was put aside as ${file}, and a new one was made.`,
} as const;
