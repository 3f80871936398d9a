import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// Waiting ends as soon as what is waited for is there; a slow, shared machine may need longer than the default second.
configure({ asyncUtilTimeout: 10_000 });

/** jsdom lays nothing out, so the observers that Fluent asks for only need to exist. */
class SilentObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
  takeRecords(): [] {
    return [];
  }
}

Object.assign(globalThis, { ResizeObserver: SilentObserver, IntersectionObserver: SilentObserver });
