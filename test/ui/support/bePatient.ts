import { configure } from '@testing-library/react';

/** For files that draw many screens: a busy machine may take long over each. What is awaited still has to come. */
export function bePatient(): void {
  configure({ asyncUtilTimeout: 10_000 });
  jest.setTimeout(60_000);
}
