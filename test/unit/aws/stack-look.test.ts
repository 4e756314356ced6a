import { expect, it, onTestFinished } from 'vitest';
import { makeStackLook } from '../../../lib/aws/stack-look.ts';
import { startAws } from '../../support/aws-answering.ts';

const NAMES = { table: 'ledger', eventsUrl: 'http://q/1/events', deadLettersUrl: 'http://q/1/dead-letters' };

it('tells the state of the table and how many messages wait', async () => {
  const look = await lookAt((target) =>
    target.endsWith('DescribeTable')
      ? { Table: { TableStatus: 'ACTIVE' } }
      : { Attributes: { ApproximateNumberOfMessages: '7' } },
  );

  expect([await look.table(), await look.queues()]).toStrictEqual(['ACTIVE', { events: 7, deadLetters: 7 }]);
});

it('hears AWS’s clock in the answers', async () => {
  const look = await lookAt(() => ({ Table: { TableStatus: 'ACTIVE' } }));

  const before = look.clockAheadMs();
  await look.table();

  expect(before).toBeNull();
  // This machine's clock stands at 1970, and the answers bear the time.
  expect(look.clockAheadMs()).toBeGreaterThan(Date.parse('2026-01-01'));
});

it('rejects where AWS refuses', async () => {
  const aws = await startAws(() => ({ status: 400, body: { __type: 'ResourceNotFoundException', message: 'none' } }));
  onTestFinished(() => aws.stop());

  const look = makeStackLook(NAMES, aws.place, () => 0);

  await expect(look.table()).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
});

const lookAt = async (answer: (target: string) => unknown) => {
  const aws = await startAws((target) => ({ status: 200, body: answer(target) }));
  onTestFinished(() => aws.stop());
  return makeStackLook(NAMES, aws.place, () => 0);
};
