import { createMemoryJournal } from '../../../src/jobs/journal/createMemoryJournal';
import { describeJournal } from './journalContract';

describeJournal(createMemoryJournal);
