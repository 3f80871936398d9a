import { describeRows } from './describeRows';
import { machineRows } from './rows/machine';

describeRows(machineRows);
