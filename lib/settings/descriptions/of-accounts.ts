import type { Descriptions } from './description.ts';

export const OF_ACCOUNTS: Descriptions = {
  accounts: {
    says: 'the CO3 accounts; several shops may share one',
    allowed: 'one entry per account, under a name of your own',
  },
  'accounts.*.secret': {
    says: 'the name of the account’s secret in AWS Secrets Manager',
    allowed: 'a name that begins with `co3-bridge/`: the functions may read no other',
  },
  'accounts.*.currency': {
    says: 'the currency of the account in CO3; an invoice in any other needs an exchange rate',
    allowed: 'three capitals, such as `HUF`',
  },
  'accounts.*.seller': {
    says: '`country`: where the seller is registered for VAT; decides what is domestic',
    allowed: 'two capitals, such as `HU`',
  },
  'accounts.*.seller.country': {
    says: 'where the seller is registered for VAT; decides what is domestic',
    allowed: 'two capitals, such as `HU`',
  },
  'accounts.*.readBack': {
    says: 'how CO3 is searched for what it gave no answer to; see [below](#when-co3-gives-no-answer)',
    allowed: 'as below',
  },
  'accounts.*.readBack.settleSeconds': {
    says: 'how long CO3 is left alone, from the sending to the first search',
    allowed: '`30`, to 3600',
  },
  'accounts.*.readBack.reads': {
    says: 'how many searches find nothing before a person is asked, with the letter {OutcomeUnknown}',
    allowed: '`3`, to 20',
  },
  'accounts.*.readBack.windowMinutes': {
    says: 'over how long they are spread, at the least',
    allowed: '`10`, to 720',
  },
  'accounts.*.readBack.watchHours': {
    says: 'how long CO3 is searched on, hourly, letter or not: what turns up late is still found',
    allowed: '`24`, to 720',
  },
  'accounts.*.contract': {
    says: 'names of CO3’s API that this account has otherwise; see [below](#when-co3-calls-something-otherwise)',
    allowed: 'nothing by default',
  },
};
