import { describeRows } from './describeRows';
import { lostRows } from './rows/lost';

describeRows(lostRows);
