import { describe, expect, it } from 'vitest';
import { contactDigest, toAdoptedContactCommand, toContactCommand } from '../../../lib/co3/contact-command.ts';
import { contactDraft } from '../../support/drafts.ts';

describe('toContactCommand', () => {
  it('makes a contact with id 0 and without what the buyer does not have', () => {
    expect(toContactCommand(contactDraft(), null)).toStrictEqual({
      method: 'setContact',
      parameters: [
        { tag: 'contact_id', form: 'bare', value: '0' },
        { tag: 'contact_lastname', form: 'text', value: 'Minta' },
        { tag: 'contact_firstname', form: 'text', value: 'Mária' },
        { tag: 'contact_email', form: 'text', value: 'maria@example.com' },
        { tag: 'contact_country', form: 'text', value: 'HU' },
        { tag: 'contact_zip', form: 'text', value: '1111' },
        { tag: 'contact_city', form: 'text', value: 'Budapest' },
        { tag: 'contact_address', form: 'text', value: 'Fő utca 1.' },
      ],
    });
  });

  it('brings a contact that is there to the draft, so that what is gone is sent empty', () => {
    const { parameters } = toContactCommand(contactDraft({ phone: '' }), '42');

    expect(parameters[0]).toStrictEqual({ tag: 'contact_id', form: 'bare', value: '42' });
    expect(parameters).toContainEqual({ tag: 'contact_phone', form: 'text', value: '' });
  });

  it('sends owner and categories where the settings name them', () => {
    const { parameters } = toContactCommand(contactDraft({ owner: 'kata', categories: ['Web', 'Bolt'] }), null);

    expect(parameters.slice(-2)).toStrictEqual([
      { tag: 'contact_owner', form: 'text', value: 'kata' },
      { tag: 'contact_categories', form: 'text', value: 'Web,Bolt' },
    ]);
  });
});

describe('toAdoptedContactCommand', () => {
  it('sends what the buyer says, and neither owner nor categories', () => {
    const draft = contactDraft({ firm: 'Minta Kft.', taxNumber: '12345676-1-42', owner: 'kata', categories: ['Web'] });

    expect(toAdoptedContactCommand(draft, '42')).toStrictEqual({
      method: 'setContact',
      parameters: [
        { tag: 'contact_id', form: 'bare', value: '42' },
        { tag: 'contact_lastname', form: 'text', value: 'Minta' },
        { tag: 'contact_firstname', form: 'text', value: 'Mária' },
        { tag: 'contact_firm', form: 'text', value: 'Minta Kft.' },
        { tag: 'contact_email', form: 'text', value: 'maria@example.com' },
        { tag: 'contact_country', form: 'text', value: 'HU' },
        { tag: 'contact_zip', form: 'text', value: '1111' },
        { tag: 'contact_city', form: 'text', value: 'Budapest' },
        { tag: 'contact_address', form: 'text', value: 'Fő utca 1.' },
        { tag: 'contact_vat_number', form: 'text', value: '12345676-1-42' },
      ],
    });
  });

  it.each([
    [{ zip: '' }, ['contact_zip', 'contact_city', 'contact_address']],
    [{ zip: '', city: '', street: '' }, []],
  ])('with an address of %j sends %j', (address, tags) => {
    const { parameters } = toAdoptedContactCommand(contactDraft(address), '42');

    const sent = parameters.map(({ tag }) => tag).filter((tag) => /zip|city|address/.test(tag));
    expect(sent).toStrictEqual(tags);
  });
});

describe('contactDigest', () => {
  it('changes with what a document is billed with', () => {
    expect(contactDigest(contactDraft({ city: 'Győr' }))).not.toBe(contactDigest(contactDraft()));
  });

  it('does not change with owner and categories', () => {
    expect(contactDigest(contactDraft({ owner: 'kata', categories: ['Web'] }))).toBe(contactDigest(contactDraft()));
  });
});
