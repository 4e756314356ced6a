import { describeLedger } from '../../support/ledger-conformance.ts';
import { makeMemoryLedger } from '../../support/memory-ledger.ts';
import { makeMemoryQueue, toDeadLetterQueue, toEventQueue, toInbox } from '../../support/memory-queues.ts';
import { describeDeadLetters, describeEvents } from '../../support/queue-conformance.ts';
import { makeVirtualClock } from '../../support/virtual-clock.ts';

// What the tests of deliver run over keeps the promises that its ports on AWS keep.
let ledgers = 0;
describeLedger('the ledger in memory', async () => {
  ledgers += 1;
  return makeMemoryLedger(`ledger-${ledgers}`);
});

describeEvents('the queue events in memory', async () => {
  const stored = makeMemoryQueue(makeVirtualClock(0), 'events');
  return {
    queue: toEventQueue(stored),
    inbox: toInbox(stored),
    receive: async () => stored.receive(120_000),
    count: () => stored.bodies().length,
  };
});

describeDeadLetters('the queue dead-letters in memory', async () =>
  toDeadLetterQueue(makeMemoryQueue(makeVirtualClock(0), 'dead-letters')),
);
