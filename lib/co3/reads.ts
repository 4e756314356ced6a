import type { Day } from '../event/time.ts';
import { type Co3Command, command } from './command.ts';
import type { Resource } from './contract.ts';
import { listInvoices } from './invoice-reads.ts';

/** A small read of the resource that changes nothing: it shows that CO3 answers. */
export const toProbe = (resource: Resource, today: Day): Co3Command => {
  switch (resource) {
    case 'crm':
      return command('getHistoryTypes', []);
    case 'finance':
      return listInvoices(today, today);
    case 'product':
      // Without a wildcard it finds nothing, or one product of that very name.
      return command('getProduct', [{ tag: 'filter', form: 'text', value: 'co3-bridge-probe' }]);
  }
};
