/** Messages about the stored tenant on the console. */
export const words = {
  /** A stored state that this generator cannot use was put aside. */
  storePutAside: (stored: number, current: number, file: string): string =>
    `The stored tenant was made by generator ${stored}, this is ${current}. It was put aside as ${file}, and a new one was made.`,
  storeDamaged: (file: string): string =>
    `The stored tenant ${file} is damaged and can't be read. Start with --fresh to delete it and make a new one.`,
  storeInUse: (file: string): string =>
    `Another sandbox uses the stored tenant ${file}. Close that one first, or give this one another number of --users.`,
  diskFull: (file: string): string =>
    `The disk has no room left for ${file}. Free some space and start the sandbox again.`,
  notWritable: (file: string): string =>
    `${file} can't be opened or written. Check that you have the right to write there, and that nothing else has its name.`,
} as const;
