// A journey waits for a real browser, on a machine that may be slow and shared. (A project's own testTimeout is ignored.)
jest.setTimeout(120_000);
