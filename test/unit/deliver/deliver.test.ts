import { describe, expect, it } from 'vitest';
import { anOrder } from '../../support/orders.ts';
import { programmedCo3 } from '../../support/programmed-co3.ts';
import { answered, noAnswer, refused, type Scripted, scriptedCo3, signedIn } from '../../support/scripted-co3.ts';
import { makeWorld, type World } from '../../support/world.ts';

const made = (tag: string, id: string): Scripted => answered(`<result>OK</result><${tag}>${id}</${tag}>`);

const worldWith = (script: readonly Scripted[]): { world: World; methods: () => readonly string[] } => {
  let methods = (): readonly string[] => [];
  const world = makeWorld({
    transport: (clock) => {
      const co3 = scriptedCo3(clock, script);
      methods = co3.methods;
      return co3.transport;
    },
  });
  return { world, methods: () => methods() };
};

const writesOf = (methods: readonly string[]): readonly string[] =>
  methods.filter((method) => method.startsWith('set'));

describe('an order', () => {
  it('becomes a contact and an invoice', async () => {
    const { world, methods } = worldWith([signedIn('s'), made('contact_id', '7'), made('invoice_id', '42')]);
    await world.arrive(anOrder());

    await world.deliver();

    expect(methods()).toStrictEqual(['authenticate', 'setContact', 'setInvoice']);
    const { status, reason, dueAt, documents } = world.order();
    expect({ status, reason, dueAt }).toStrictEqual({ status: 'settled', reason: 'Invoiced', dueAt: null });
    expect(documents.map(({ id, totalMinor }) => ({ id, totalMinor }))).toStrictEqual([
      { id: '42', totalMinor: 635_000 },
    ]);
  });

  it('is invoiced once, however often and in whatever order its snapshots come', async () => {
    const co3 = programmedCo3();
    const world = makeWorld({ transport: co3.transport });
    await world.arrive(anOrder());
    await world.arrive(anOrder());
    await world.deliver();
    await world.arrive(anOrder({ changedAt: '2026-12-02T09:01:00.000Z' as never, paid: false }));

    await world.deliver();
    await world.pass(3_600_000);

    expect(writesOf(co3.methods())).toStrictEqual(['setContact', 'setInvoice']);
  });

  it('waits as a letter that names the field when CO3 refuses it, and passes when the shop has corrected it', async () => {
    const { world } = worldWith([
      signedIn('s'),
      refused(22, 'Invalid e-mail address'),
      made('contact_id', '7'),
      made('invoice_id', '42'),
    ]);
    await world.arrive(anOrder());

    await world.deliver();

    const [letter] = world.ledger.all('letter');
    expect(letter?.letter.state).toBe('parked');
    expect(letter?.letter.error).toMatchObject({ code: 22, name: 'InvalidEmail', fixedBy: 'buyer-data' });
    expect(letter?.letter.error.fields[0]).toMatchObject({ path: 'buyer.email', value: 'anna.minta@example.com' });
    expect(world.deadLetters.bodies()).toHaveLength(1);

    await world.arrive(
      anOrder({
        changedAt: '2026-12-02T11:00:00.000Z' as never,
        buyer: { ...anOrder().buyer, email: 'a@example.hu' } as never,
      }),
    );
    await world.deliver();
    await world.pass(120_000);

    expect(world.order().status).toBe('settled');
    expect(world.ledger.all('letter').map(({ letter }) => letter.state)).toStrictEqual(['closed']);
    expect(world.deadLetters.bodies()).toStrictEqual([]);
  });

  it('whose invoice gave no answer goes to a person and is not sent again', async () => {
    const co3 = programmedCo3((method) => (method === 'setInvoice' ? noAnswer : undefined));
    const world = makeWorld({ transport: co3.transport });
    await world.arrive(anOrder());
    await world.deliver();

    await world.pass(3_600_000);

    expect(writesOf(co3.methods())).toStrictEqual(['setContact', 'setInvoice']);
    expect(world.order()).toMatchObject({ status: 'letter', reason: 'OutcomeUnknown' });
    expect(world.alarms).toStrictEqual(['UnknownOutcome']);
    const [letter] = world.ledger.all('letter');
    expect(letter?.letter.call?.method).toBe('setInvoice');
    expect(letter?.letter.call?.xml).toContain('test/shopify:acme.myshopify.com/1001/invoice/1');
    expect(letter?.letter.call?.xml).not.toContain('key-1');
  });
});
