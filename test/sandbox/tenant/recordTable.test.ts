import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cloudProductIds } from '../../../src/sandbox/tenant/cloudProducts';
import { openTenant } from '../../../src/sandbox/tenant/openTenant';
import { StillClock } from '../graph/openEmulator';

test('records survive a restart: those that were written, and that seeded ones were removed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'records-'));
  const open = () => openTenant({ users: 200, folder, clock: new StillClock() });
  try {
    const before = open();
    const [seeded] = before.installations.all();
    const row = {
      id: 'x',
      poolKey: cloudProductIds.insights,
      ownerKind: 'user',
      ownerId: before.users[0]?.id ?? '',
      disabledPlanIds: [],
      at: '2026-05-11T09:30:00Z',
    } as const;
    const seededRows = before.cloudAssignments.all();
    before.cloudAssignments.put(row);
    before.installations.remove(seeded?.id ?? '');
    before.close();
    const after = open();
    expect(after.cloudAssignments.all()).toEqual([...seededRows, row]);
    expect(after.installations.all()).toEqual([]);
    after.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
