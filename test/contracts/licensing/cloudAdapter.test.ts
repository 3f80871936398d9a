import { describeLicensingAdapter } from './licensingContract';
import { openCloudWorld } from './openCloudWorld';

describeLicensingAdapter('the adapter over cloud licensing, beside the directory', () =>
  openCloudWorld({ doors: 'both' }),
);

describeLicensingAdapter('the adapter over cloud licensing alone', () =>
  openCloudWorld({ doors: 'cloud-licensing', cloudShapes: 'design', wrapsSingles: true }),
);
