import { fromEnv } from '@aws-sdk/credential-provider-env';

/**
 * How the clients of the packaged functions find their credentials: in the environment, where Lambda puts them. serverless.yml has it stand in for
 * the SDK's own search, which also knows profiles, sign-ins and instances, and is up to a third of a function's source.
 */
export const defaultProvider = fromEnv;
