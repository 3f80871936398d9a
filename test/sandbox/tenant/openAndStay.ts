import { systemClock } from '../../../src/base/clock';
import { openTenant } from '../../../src/sandbox/tenant/openTenant';

// Opens the tenant of a folder and stays until it is killed.
const [, , folder] = process.argv;
openTenant({ users: 200, folder, clock: systemClock });
console.log('open');
setInterval(() => undefined, 60_000);
