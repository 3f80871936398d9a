import { describeRows } from './describeRows';
import { peopleRows } from './rows/people';

describeRows(peopleRows);
