// cspell:disable -- names of people, places and products that do not exist
/** Countries of the organization, with its offices there. */
export const countries: Readonly<
  Record<string, { readonly name: string; readonly offices: readonly string[] }>
> = {
  SE: { name: 'Sweden', offices: ['Stockholm', 'Göteborg', 'Umeå'] },
  GB: { name: 'United Kingdom', offices: ['Leeds', 'Cardiff'] },
  DE: { name: 'Germany', offices: ['Köln', 'Lübeck'] },
  FR: { name: 'France', offices: ['Orléans'] },
  PL: { name: 'Poland', offices: ['Łódź', 'Gdańsk'] },
  ES: { name: 'Spain', offices: ['A Coruña'] },
  VN: { name: 'Viet Nam', offices: ['Đà Nẵng'] },
  IN: { name: 'India', offices: ['Pune', 'Mysuru'] },
  NG: { name: 'Nigeria', offices: ['Enugu'] },
  TR: { name: 'Türkiye', offices: ['İzmir'] },
  AE: { name: 'United Arab Emirates', offices: ['Sharjah'] },
  JP: { name: 'Japan', offices: ['Ōtsu'] },
  CN: { name: 'China', offices: ['Xiamen'] },
  FI: { name: 'Finland', offices: ['Jyväskylä'] },
};

/** Departments, with the titles in them. */
export const departments: Readonly<Record<string, readonly string[]>> = {
  Sales: ['Account Manager', 'Sales Engineer', 'Sales Director'],
  'Customer Support': ['Support Agent', 'Support Lead', 'Escalation Manager'],
  Engineering: ['Software Engineer', 'Test Engineer', 'Principal Engineer', 'Engineering Manager'],
  Finance: ['Accountant', 'Controller', 'Payroll Specialist'],
  'Human Resources': ['Recruiter', 'HR Partner'],
  IT: ['Systems Administrator', 'Service Desk Agent', 'Identity Architect'],
  Legal: ['Counsel', 'Paralegal'],
  Logistics: ['Warehouse Planner', 'Driver Coordinator', 'Customs Clerk'],
  Marketing: ['Copywriter', 'Designer', 'Campaign Manager'],
  Operations: ['Site Manager', 'Shift Planner', 'Maintenance Technician'],
};

/** Companies of the organization by country, where it is not the parent company. */
export const subsidiaries: Readonly<Record<string, string>> = {
  GB: 'Vantholm Freight',
  DE: 'Vantholm Freight',
  PL: 'Vantholm Freight',
};

/** Domains that guests come from. */
export const guestDomains = ['lumbervane.example', 'ostrakite.example', 'pellmarrow.example'] as const;
