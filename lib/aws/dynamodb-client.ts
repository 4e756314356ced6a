import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { type AwsPlace, toClientPlace } from './place.ts';

export const makeDynamoDbClient = (place?: AwsPlace): DynamoDBClient =>
  new DynamoDBClient({
    ...toClientPlace(place, 'dynamodb'),
    maxAttempts: 3,
    requestHandler: { requestTimeout: 3_000, throwOnRequestTimeout: true },
  });
