import { describeRows } from './describeRows';
import { throttledRows } from './rows/throttled';

describeRows(throttledRows);
