const PROTOCOLS = {
  sqs: { prefix: 'AmazonSQS', type: 'application/x-amz-json-1.0' },
  dynamodb: { prefix: 'DynamoDB_20120810', type: 'application/x-amz-json-1.0' },
  secretsmanager: { prefix: 'secretsmanager', type: 'application/x-amz-json-1.1' },
} as const;

export interface AwsEndpoint {
  readonly service: keyof typeof PROTOCOLS;
  readonly address: string;
  readonly region: string;
}

/** One call of AWS's JSON protocol to a local endpoint. Throws with the endpoint's own words where it refuses. */
export const callAws = async (
  { service, address, region }: AwsEndpoint,
  action: string,
  input: unknown,
  signal: AbortSignal,
): Promise<unknown> => {
  const { prefix, type } = PROTOCOLS[service];
  const response = await fetch(address, {
    method: 'POST',
    headers: {
      'content-type': type,
      'x-amz-target': `${prefix}.${action}`,
      'x-amz-date': '20260101T000000Z',
      // The emulators read the region from here and check no signature.
      authorization: `AWS4-HMAC-SHA256 Credential=local/20260101/${region}/${service}/aws4_request, SignedHeaders=host, Signature=local`,
    },
    body: JSON.stringify(input),
    signal,
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${service} ${action} answered ${response.status}: ${text}`);
  return text === '' ? undefined : JSON.parse(text);
};
