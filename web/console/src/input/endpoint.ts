/** What a method and an address of the API mean: which document, whose cloud, which project. */

import type { DocumentInfo, DocumentName, Provider } from 'ctslint/slim';
import type { Request } from './requests.ts';

/** Where the body of a document is sent: read from its title, such as `the body of POST /v3/{project_id}/tracker`. */
export function endpoint({ title }: Pick<DocumentInfo, 'title'>): { method: string; path: string } | null {
  const found = /\b(GET|POST|PUT|DELETE) (\/[^\s,]+)/.exec(title);
  return found === null ? null : { method: found[1] ?? '', path: found[2] ?? '' };
}

const HOSTS: [RegExp, Provider][] = [
  [/\.(otc\.t-systems\.com|otc-tsi\.de)$/i, 'otc'],
  [/\.(myhuaweicloud\.com|myhuaweicloud\.eu|prod-cloud-ocb\.orange-business\.com)$/i, 'huawei'],
];

export interface Target {
  document: DocumentName | null;
  /** The cloud that the host is of; `null` where it does not tell. */
  provider: Provider | null;
  /** The project ID as it stands in the path; `null` for a placeholder or none. */
  projectId: string | null;
  /** Whether the request deletes every tracker there is. */
  deletesAll: boolean;
}

export function target(request: Request, documents: DocumentInfo[], preferred: Provider): Target {
  const [address = '', query = ''] = request.url.replace(/#.*$/, '').split('?');
  const host = /^\w+:\/\/([^/:]+)/.exec(address)?.[1] ?? '';
  const path = address
    .replace(/^\w+:\/\/[^/]+/, '')
    .replace(/^[^/]*/, '')
    .replace(/\/+$/, '');
  const provider = HOSTS.find(([pattern]) => pattern.test(host))?.[1] ?? null;
  const steps = path.split('/');
  const version = steps.findIndex((step) => /^v\d(\.\d)?$/.test(step));
  const here = steps.slice(version < 0 ? 1 : version);
  const matches = documents.filter((document) => {
    const place = endpoint(document);
    if (place === null || place.method !== request.method || document.kind !== 'request') return false;
    const wanted = place.path.split('/').slice(1);
    return wanted.length === here.length && wanted.every((step, index) => step.startsWith('{') || step === here[index]);
  });
  const cloud = provider ?? preferred;
  const document = matches.find((match) => match.provider === cloud) ?? matches[0];
  const projectId = /^[0-9A-Za-z]+$/.test(here[1] ?? '') ? (here[1] ?? null) : null;
  const deletesAll = request.method === 'DELETE' && here[2] === 'trackers' && !/(^|&)tracker_name=./.test(query);
  return { document: document?.name ?? null, provider, projectId, deletesAll };
}
