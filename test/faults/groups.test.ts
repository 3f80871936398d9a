import { describeRows } from './describeRows';
import { groupRows } from './rows/groups';

describeRows(groupRows);
