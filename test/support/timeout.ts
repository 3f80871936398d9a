// A machine may be slow and shared: a test ends when it knows, and this limit is for one that hangs.
jest.setTimeout(60_000);
