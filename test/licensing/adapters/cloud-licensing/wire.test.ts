import { problemOf } from '../../../../src/licensing/adapters/cloud-licensing/wire';
import { guid } from '../../support/samples';

test.each([
  [
    'MissingDependency',
    `Service plan ${guid(1).toUpperCase()} cannot be assigned without service plan ${guid(2)}, which this user lacks.`,
    { issue: 'missing-plans', issueDetail: { planIds: [guid(1), guid(2)] } },
  ],
  ['MutuallyExclusive', 'Two service plans exclude each other.', { issue: 'conflicting-plans' }],
  ['Newer', undefined, { issue: 'other' }],
])('the error %s names the plans of its sentence', (code, message, expected) => {
  expect(problemOf({ code, message })).toEqual(expected);
});
