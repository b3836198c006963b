/** The names of the requests. */

import type { DocumentName, Provider } from '../checker/types.ts';

export type Purpose = 'create' | 'update';
export type Version = 'v1' | 'v3';

/** The name of a request; each cloud has a v3 of its own. */
export function requestName(version: Version, purpose: Purpose, provider: Provider): DocumentName {
  return version === 'v3' && provider === 'huawei' ? `huawei-v3-${purpose}-request` : `${version}-${purpose}-request`;
}
