import { describeRows } from './describeRows';
import { serviceRows } from './rows/service';

describeRows(serviceRows);
