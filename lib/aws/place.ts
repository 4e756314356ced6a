/** Where AWS is. Left out, the SDK looks in the environment (`AWS_REGION`, `AWS_ENDPOINT_URL_SQS` …), as on Lambda. */
export interface AwsPlace {
  readonly region: string;
  /** A stack on this machine, which checks no credentials; null for AWS itself, which takes those of the environment. */
  readonly endpoints: { readonly sqs: string; readonly dynamodb: string; readonly secrets: string } | null;
}

/** What a client of one service is told about the place. */
export const toClientPlace = (
  place: AwsPlace | undefined,
  service: 'sqs' | 'dynamodb' | 'secrets',
): ClientPlace | Record<string, never> => {
  if (place === undefined) return {};
  const { region, endpoints } = place;
  return endpoints === null ? { region } : { region, endpoint: endpoints[service], credentials: ANYBODY };
};

export interface ClientPlace {
  readonly region: string;
  readonly endpoint?: string;
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

const ANYBODY = { accessKeyId: 'local', secretAccessKey: 'local' };
