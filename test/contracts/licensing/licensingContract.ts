import { describeLateReadings } from './licensingLateReadings';
import { describeReads } from './licensingReads';
import { describeWrites } from './licensingWrites';
import type { LicensingWorld } from './licensingWorld';

/** The suite that every licensing adapter passes. `open` makes a fresh world for each test. */
export function describeLicensingAdapter(name: string, open: () => LicensingWorld): void {
  describe(name, () => {
    let world: LicensingWorld | undefined;
    const current = (): LicensingWorld => (world ??= open());

    afterEach(() => {
      world?.close();
      world = undefined;
    });

    describeReads(current);
    describeWrites(current);
    describe('while readings are late', () => describeLateReadings(current));
  });
}
