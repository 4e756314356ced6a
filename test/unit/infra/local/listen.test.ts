import { createServer } from 'node:http';
import { expect, it } from 'vitest';
import { closeServer, findFreePort, listenNear } from '../../../../infra/local/listen.ts';

it('takes a free port where the wanted one is taken', async () => {
  const first = createServer();
  const second = createServer();
  const taken = Number(new URL(await listenNear(first, 0)).port);

  const found = await findFreePort(taken);
  const address = await listenNear(second, taken);
  await Promise.all([closeServer(first), closeServer(second)]);

  expect(found).not.toBe(taken);
  expect(Number(new URL(address).port)).not.toBe(taken);
});

it('takes the wanted port where it is free', async () => {
  const wanted = await findFreePort(0);

  const found = await findFreePort(wanted);

  expect(found).toBe(wanted);
});
