/** Where AWS is. Left out, the SDK looks in the environment (`AWS_REGION`, `AWS_ENDPOINT_URL_SQS` …), as on Lambda. */
export interface AwsPlace {
  readonly region: string;
  /** A stack on this machine, which checks no credentials. */
  readonly endpoints: { readonly sqs: string; readonly dynamodb: string; readonly secrets: string };
}

/** What a client of one service is told about the place. */
export const toClientPlace = (
  place: AwsPlace | undefined,
  service: keyof AwsPlace['endpoints'],
): { region: string; endpoint: string; credentials: Credentials } | Record<string, never> =>
  place === undefined ? {} : { region: place.region, endpoint: place.endpoints[service], credentials: ANYBODY };

interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

const ANYBODY: Credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
