import { withConsentTracking } from '../../../src/app/services/withConsentTracking';
import { AppError } from '../../../src/base/appError';
import { fakeTokens } from '../support/fakeParts';

function setup(code: ConstructorParameters<typeof AppError>[0]) {
  const asked: unknown[] = [];
  const tokens = withConsentTracking(
    fakeTokens({
      getToken: () => Promise.reject(new AppError(code)),
      signIn: (scopes, claims) => {
        asked.push([scopes, claims]);
        return Promise.resolve({ objectId: '', tenantId: '', userName: '', displayName: '' });
      },
    }),
  );
  return { tokens, asked };
}

test('the person is asked for exactly what was refused last, with its claims', async () => {
  const { tokens, asked } = setup('consent-needed');
  await expect(tokens.getToken(['LicenseAssignment.ReadWrite.All'], '{"x":1}')).rejects.toMatchObject({
    code: 'consent-needed',
  });
  await tokens.requestConsent();
  expect(asked).toEqual([[['LicenseAssignment.ReadWrite.All'], '{"x":1}']]);
});

test('who is asked for making a group is asked at once for what filling and licensing it takes', async () => {
  const { tokens, asked } = setup('consent-needed');
  await expect(tokens.getToken(['Group.ReadWrite.All'])).rejects.toMatchObject({ code: 'consent-needed' });
  await tokens.requestConsent();
  const together = ['Group.ReadWrite.All', 'GroupMember.ReadWrite.All', 'LicenseAssignment.ReadWrite.All'];
  expect(asked).toEqual([[together, undefined]]);
});

test('a failure that a person cannot mend does not change what is asked for', async () => {
  const { tokens, asked } = setup('offline');
  await expect(tokens.getToken(['User.Read.All'])).rejects.toMatchObject({ code: 'offline' });
  await tokens.requestConsent();
  expect(asked).toEqual([[['User.Read'], undefined]]);
});
