import { describe, expect, it } from 'vitest';
import { toHandled, toSqsEvent } from '../../../../infra/local/batch.ts';

const message = (id: string) => ({
  MessageId: id,
  ReceiptHandle: `handle of ${id}`,
  Body: '{}',
  MD5OfBody: '99914b932bd37a50b983c5e7c90ae93b',
});
const batch = [message('a'), message('b'), message('c')];

describe('what leaves the queue', () => {
  it.each([
    ['everything where nothing is answered', undefined, ['a', 'b', 'c']],
    ['everything where null is answered', null, ['a', 'b', 'c']],
    ['everything where no failures are named', {}, ['a', 'b', 'c']],
    ['everything where the list of failures is empty', { batchItemFailures: [] }, ['a', 'b', 'c']],
    ['all but the failed', { batchItemFailures: [{ itemIdentifier: 'b' }] }, ['a', 'c']],
    ['nothing where an unknown message is named', { batchItemFailures: [{ itemIdentifier: 'x' }] }, []],
    ['nothing where a failure names no message', { batchItemFailures: [{}] }, []],
    ['nothing where the failures are no list', { batchItemFailures: 'b' }, []],
    ['nothing where a text is answered', 'done', []],
  ])('is %s', (_name, answer, expected) => {
    const handled = toHandled(batch, answer, true);

    expect(handled.map(({ MessageId }) => MessageId)).toStrictEqual(expected);
  });

  it('is everything, whatever is answered, where the source does not take failures', () => {
    const handled = toHandled(batch, { batchItemFailures: [{ itemIdentifier: 'b' }] }, false);

    expect(handled).toStrictEqual(batch);
  });
});

it('calls the function with what Lambda would give it', () => {
  const queue = { name: 'events', url: 'http://127.0.0.1/0/events', arn: 'arn:aws:sqs:x:0:events', attributes: {} };
  const received = {
    ...message('a'),
    Attributes: { ApproximateReceiveCount: '2' },
    MessageAttributes: { shop: { DataType: 'String', StringValue: 'acme-shop' } },
  };

  const event = toSqsEvent(
    [received],
    { functionName: 'deliver', queue, batchSize: 10, reportsFailures: true },
    'eu-central-1',
  );

  expect(event).toStrictEqual({
    Records: [
      {
        messageId: 'a',
        receiptHandle: 'handle of a',
        body: '{}',
        attributes: { ApproximateReceiveCount: '2' },
        messageAttributes: { shop: { dataType: 'String', stringValue: 'acme-shop', binaryValue: undefined } },
        md5OfBody: '99914b932bd37a50b983c5e7c90ae93b',
        eventSource: 'aws:sqs',
        eventSourceARN: 'arn:aws:sqs:x:0:events',
        awsRegion: 'eu-central-1',
      },
    ],
  });
});
