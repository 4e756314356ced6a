import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { RequestHeaders, ShopRequest } from '../shops/platform.ts';

/** The body's bytes as they were sent: signatures are made of these and of nothing else. */
const toRawBody = (request: APIGatewayProxyEventV2): Uint8Array =>
  Buffer.from(request.body ?? '', request.isBase64Encoded ? 'base64' : 'utf8');

const toHeaders = (request: APIGatewayProxyEventV2): RequestHeaders =>
  new Map(Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), value ?? '']));

export const toShopRequest = (request: APIGatewayProxyEventV2): ShopRequest => ({
  raw: toRawBody(request),
  headers: toHeaders(request),
  query: request.queryStringParameters ?? {},
});
