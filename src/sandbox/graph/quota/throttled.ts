import { GraphRefusal } from '../graphRefusal';

/** The limit that was reached, as Graph's headers name it (Graph: throttling limits, response headers). */
export interface ThrottleReason {
  /** `Tenant_Application` for one app in one tenant, `Tenant` for all apps in it. */
  readonly scope: 'Tenant_Application' | 'Tenant';
  readonly limit: 'ReadWrite' | 'Write';
  readonly information: 'ResourceUnitLimitExceeded' | 'WriteLimitExceeded' | 'CPULimitExceeded';
}

/** App and tenant of the request that was refused. */
export interface ThrottledCaller {
  readonly appid: string;
  readonly tid: string;
}

/** 429 as Graph words it (Graph: throttling guidance, the sample of a refused request). */
export function throttled(
  { scope, limit, information }: ThrottleReason,
  { appid, tid }: ThrottledCaller,
  headers: Readonly<Record<string, string>>,
): GraphRefusal {
  return new GraphRefusal(429, 'TooManyRequests', 'Please retry again later.', {
    headers: {
      ...headers,
      'x-ms-throttle-scope': `${scope}/${limit}/${appid}/${tid}`,
      'x-ms-throttle-information': information,
    },
    innerError: { code: '429', message: 'Please retry after', status: '429' },
  });
}
