import { resolve } from 'node:path';
import type { Addresses } from './addresses.ts';
import { SAMPLE_SHOPS, type StackOptions } from './options.ts';
import { formatAddresses } from './table.ts';

/** What is said once everything answers; its last line is `ready`. */
export const toWelcome = (addresses: Addresses, { root, shopsFile, co3BaseUrl }: StackOptions): string =>
  [
    '',
    formatAddresses(addresses, co3BaseUrl === null),
    '',
    `Try it from another terminal${co3BaseUrl === null ? ', then look at the CO3 simulator' : ''}:`,
    `  npx bridge send --local ${shopsFile === resolve(root, SAMPLE_SHOPS) ? SAMPLE_ORDER : OWN_ORDER}`,
    '',
    'Everything is in memory; Ctrl-C ends it.',
    'ready',
  ].join('\n');

const SAMPLE_ORDER = '--shop acme-shop --topic orders/paid infra/local/orders/paid.json';
// The sample orders belong to the sample shops.
const OWN_ORDER = '--shop YOUR-SHOP --topic TOPIC order.json';
