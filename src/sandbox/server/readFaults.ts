import type { FaultAim } from '../faultChoices';
import { isFaultKind } from '../graph/faultKinds';
import type { Fault } from '../graph/faults';

const numbers: Readonly<Record<string, (value: number) => boolean>> = {
  rate: (value) => value >= 0 && value <= 1,
  after: Number.isInteger,
  limit: Number.isInteger,
  seed: Number.isInteger,
};
const texts = ['pathPattern', 'person', 'item'];

/** Reads where faults strike; a text says what is wrong. */
export function readAim(value: unknown): FaultAim | string {
  if (typeof value !== 'object' || value === null) return 'aim: an object is needed';
  for (const [name, part] of Object.entries(value)) {
    const isText = texts.includes(name) && typeof part === 'string';
    const isNumber = typeof part === 'number' && part >= 0 && (numbers[name]?.(part) ?? false);
    if (!isText && !isNumber) return `${name}: not known, or no such value`;
  }
  return value;
}

/** Reads a list of faults in full; a text says what is wrong. */
export function readFaults(value: unknown): readonly Fault[] | string {
  if (!Array.isArray(value)) return 'graph: a list is needed';
  const read: Fault[] = [];
  for (const item of value as unknown[]) {
    const { kind, ...others } = (item ?? {}) as Readonly<Record<string, unknown>>;
    if (typeof kind !== 'string' || !isFaultKind(kind)) return `kind: not known: ${String(kind)}`;
    const aim = readAim(others);
    if (typeof aim === 'string') return aim;
    read.push({ rate: 1, ...aim, kind });
  }
  return read;
}
