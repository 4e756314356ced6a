import { expect, it } from 'vitest';
import { aContact, contactWith, crm, where } from '../../../support/co3-acts.ts';
import { openCo3Desk } from '../../../support/co3-on-hand.ts';

it('changes only the fields that are sent, and empties those that are sent empty', async () => {
  const desk = await openCo3Desk();
  await aContact(desk);
  await crm('setContact', [
    ['contact_id', '1'],
    ['contact_email', 'uj@example.hu'],
    ['contact_zip', ''],
  ])(desk);

  expect(desk.account.contacts.all()).toStrictEqual([
    {
      id: 1,
      fields: {
        contact_owner: 'bridge',
        contact_lastname: 'Kovács',
        contact_firstname: 'Ágnes',
        contact_email: 'uj@example.hu',
        contact_country: 'HU',
        contact_zip: '',
        contact_vat_number: '12345676-2-41',
      },
    },
  ]);
});

it('lists a firm with the person behind it', async () => {
  const desk = await openCo3Desk();
  await contactWith({ contact_firm: 'Bögre Kft.' })(desk);

  const answer = await crm('getContacts', [])(desk);

  expect(answer).toMatchObject({ body: expect.stringContaining('Bögre Kft. (Kovács Ágnes)') });
});

it('lists the categories that it takes, to a user who may read contacts', async () => {
  const desk = await openCo3Desk();

  const listed = await crm('getContactCategories', [])(desk);
  await where(({ users }) => ({ users: users.map((user) => ({ ...user, rights: ['crm:write'] })) }))(desk);
  const refused = await crm('getContactCategories', [])(desk);

  for (const category of desk.account.options.categories)
    expect(listed).toMatchObject({ body: expect.stringContaining(category) });
  expect(refused).toMatchObject({ body: expect.stringContaining('<code>18</code>') });
});

it('shows nobody else’s contacts to a user who may see only own ones', async () => {
  const desk = await openCo3Desk();
  await aContact(desk);
  await where(({ users: [user, ...others] }) => ({
    users: [
      { username: 'boss', password: '', rights: 'all' },
      ...(user ? [{ ...user, ownContactsOnly: true }] : []),
      ...others,
    ],
  }))(desk);
  await contactWith({ contact_owner: 'boss' })(desk);

  const own = await crm('getContact', [['contact_id', '1']])(desk);
  const other = await crm('getContact', [['contact_id', '2']])(desk);

  expect(own).toMatchObject({ body: expect.stringContaining('Kovács') });
  expect(other).toMatchObject({ body: expect.stringContaining('<code>201</code>') });
});
