import { expect, it } from 'vitest';
import { makeStore } from '../../../../infra/local/co3/store.ts';

it('shows the newest version, or the one of an earlier time', () => {
  const store = makeStore<string>();
  store.put(1, 'old', 1000);
  store.put(1, 'new', 2000);
  store.put(2, 'other', 2000);

  expect([2000, 1999, 1000, 999].map((at) => store.get(1, at))).toStrictEqual(['new', 'old', 'old', undefined]);
  expect([store.get(1), store.all(), store.all(1500)]).toStrictEqual(['new', ['new', 'other'], ['old']]);
});

it('takes no id by being asked for one', () => {
  const store = makeStore<string>();
  store.nextId();

  expect(store.nextId()).toBe(1);
});
