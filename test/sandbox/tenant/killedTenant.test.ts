import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../../src/base/clock';
import { openTenant } from '../../../src/sandbox/tenant/openTenant';

test('everything that was saved is there after the process was killed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tenant-'));
  const program = join(__dirname, 'writeAndDie.ts');
  const { signal, stderr } = spawnSync(process.execPath, ['--import', 'tsx', program, folder]);
  expect([signal, stderr.toString()]).toEqual(['SIGKILL', '']);
  const tenant = openTenant({ users: 200, folder, clock: systemClock });
  expect(tenant.users.slice(0, 150).every(({ usageLocation }) => usageLocation === 'NZ')).toBe(true);
  expect(tenant.skus[0]?.capabilityStatus).toBe('Suspended');
  tenant.close();
  rmSync(folder, { recursive: true });
});
