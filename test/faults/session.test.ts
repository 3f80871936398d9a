import { describeRows } from './describeRows';
import { sessionRows } from './rows/session';

describeRows(sessionRows);
