// Run as a process of its own: changes a stored tenant, says so, and is killed before it can close anything.
import { openTenant } from '../../../src/sandbox/tenant/openTenant';
import { systemClock } from '../../../src/base/clock';

const [, , folder = ''] = process.argv;
const tenant = openTenant({ users: 200, folder, clock: systemClock });
for (const user of tenant.users.slice(0, 150)) tenant.save({ users: [{ ...user, usageLocation: 'NZ' }] });
const [sku] = tenant.skus;
if (sku) tenant.replaceSku({ ...sku, capabilityStatus: 'Suspended' });
process.kill(process.pid, 'SIGKILL');
