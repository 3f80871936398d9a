/** Returns a number in [0, 1). */
export type Random = () => number;

/** Unpredictable numbers, for jitter and sampling; never for secrets. */
export const systemRandom: Random = () => Math.random();

/**
 * Creates repeatable numbers: the same 32-bit `seed` gives the same numbers on every machine.
 * The generator is the public-domain mulberry32.
 */
export function seededRandom(seed: number): Random {
  // Looked up once, since it is called millions of times for a tenant of 300,000 people.
  const { imul } = Math;
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
