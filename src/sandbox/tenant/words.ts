/** Messages about the stored tenant on the console. */
export const words = {
  /** A stored state that this generator cannot use was put aside. */
  storePutAside: (stored: number, current: number, file: string): string =>
    `The stored tenant is from generator ${stored}, but this is generator ${current}. It was renamed to ${file}, and a new tenant was created.`,
  storeDamaged: (file: string): string =>
    `The stored tenant ${file} is damaged and can't be read. Start with --fresh to delete it and create a new one.`,
  storeInUse: (file: string): string =>
    `Another sandbox uses the stored tenant ${file}. Stop that sandbox first, or use a different number for --users.`,
  diskFull: (file: string): string =>
    `There's no disk space left for ${file}. Free up some space and start the sandbox again.`,
  notWritable: (file: string): string =>
    `${file} can't be opened or written. Check that you have permission to write there, and that nothing else uses this name.`,
} as const;
