/** The samples that someone can begin with. */

import type { Provider } from 'ctslint/slim';

/** The example of the API reference of v1, as it is published: it is no JSON. */
export const PUBLISHED = `{
  "bucket_name": "obs-f1da",
  "file_prefix_name": "yO8Q",
  "is_obs_created": true,
  "log_file_validate": {
    "is_support_validate": true
  },
  "lts": {
    "is_lts_enabled": true,
    "log_group_name": 'CTS",
    "log_topic_name": 'system-trace'
  },
  "is_support_trace_files_encryption": true,
  "kms_id": "13a4207c-7abe-4b68-8510-16b84c3b5504"
}
`;

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

const SYSTEM = { tracker_type: 'system', tracker_name: 'system' };

export type SampleName = 'published' | 'v3' | 'lts' | 'update' | 'answer' | 'error' | 'terraform' | 'curl';

/** What the samples are, in the order in which they are offered. A curl command is read as a pasted one is. */
export const SAMPLES: Record<SampleName, { text: string; provider?: Provider }> = {
  published: { text: PUBLISHED },
  v3: {
    text: json({
      ...SYSTEM,
      obs_info: { bucket_name: 'audit-prod', file_prefix_name: 'cts', is_obs_created: true, compress_type: 'gzip' },
      is_support_validate: true,
    }),
  },
  lts: { text: json({ ...SYSTEM, is_lts_enabled: true }) },
  update: {
    text: json({
      ...SYSTEM,
      status: 'enabled',
      is_lts_enabled: true,
      obs_info: { bucket_name: 'audit-prod', file_prefix_name: 'cts', is_obs_created: false },
    }),
  },
  answer: {
    text: json({
      id: '2e6fa9b8-8c6e-456d-b5d3-77be972d220b',
      create_time: 1587958482923,
      domain_id: 'aexxxxxxxx4d4fb4bexxxxxxx791fbf',
      project_id: 'bb1xxxxxxxxe4f498cxxxxxxxx35634',
      tracker_name: 'system',
      tracker_type: 'system',
      status: 'enabled',
      is_support_validate: true,
      lts: { is_lts_enabled: true, log_group_name: 'CTS', log_topic_name: 'system-trace' },
      obs_info: { bucket_name: 'audit-prod', file_prefix_name: 'cts', compress_type: 'gzip', is_sort_by_service: true },
    }),
  },
  error: { text: json({ error_code: 'CTS.0231', error_msg: 'The bucket name is invalid.' }) },
  terraform: {
    text: json({ ...SYSTEM, bucket_name: 'audit-prod', file_prefix: 'cts', lts_enabled: true, validate_file: true, compress_type: 'GZIP' }),
  },
  curl: {
    text: `curl -X PUT "https://cts.eu-de.otc.t-systems.com/v3/0123456789abcdef0123456789abcdef/tracker" \\
  -H "X-Auth-Token: $TOKEN" -H "Content-Type: application/json" \\
  -d '{"tracker_type": "system", "tracker_name": "system", "status": "disabled"}'
`,
  },
};
