/** Facts of every tenant of the sandbox; the organization is fictitious. */
export const tenantFacts = {
  id: '7e9a5c31-8d24-4f6b-a1c7-3b0e62d84f19',
  displayName: 'Vantholm Works',
  defaultDomain: 'vantholm.example',
  countryLetterCode: 'SE',
  city: 'Stockholm',
  preferredLanguage: 'sv',
} as const;

/** Grows whenever the generator would make another tenant of the same size and seed. */
export const generatorVersion = 4;
