import { describeRows } from './describeRows';
import { refusedRows } from './rows/refused';
import { throttledRows } from './rows/throttled';

describeRows([...throttledRows, ...refusedRows]);
