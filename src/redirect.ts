import { returnFromSignIn } from './auth/returnFromSignIn';

// Opened by hand the page has nothing to hand over, and stays empty.
returnFromSignIn().catch(() => undefined);
