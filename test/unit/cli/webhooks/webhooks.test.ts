import { describe, expect, it } from 'vitest';
import { CLI_SECRET, type CliOptions, makeCliBench, shopsYml } from '../../../support/cli-bench.ts';
import { programmedCo3 } from '../../../support/programmed-co3.ts';
import { makeWoocommerceSite, type WoocommerceSite } from '../../../support/woocommerce-site.ts';
import { makeWorld } from '../../../support/world.ts';

const URL_GIVEN = ['--url', 'https://abc.example/webhooks/{shop}'];
const HERE = 'https://abc.example/webhooks/acme-shop';
const CHECK = ['webhooks', 'check', '--shop', 'acme-shop', ...URL_GIVEN];
const REGISTER = ['webhooks', 'register', '--shop', 'acme-shop', ...URL_GIVEN];
const KEY = { consumerKey: 'MARK-1', consumerSecret: 'MARK-2' };

describe('bridge webhooks check', () => {
  it('shows each topic with its state, and the command that mends it', async () => {
    const site = makeWoocommerceSite();
    site.add('order.created', HERE);
    site.add('order.updated', HERE, 'disabled');
    const { bridge } = benchOf(site);

    const { code, stdout, stderr } = await bridge(...CHECK, '--stage', 'prod');

    expect([code, stderr]).toStrictEqual([1, '']);
    expect(stdout).toMatch(/order\.created +good +https:\/\/abc\.example\/webhooks\/acme-shop/);
    expect(stdout).toMatch(/order\.updated +OFF .*it is switched off/);
    expect(stdout).toMatch(/order\.restored +MISSING +— +it is not there/);
    expect(stdout).toContain('2 are not as they have to be.');
    expect(stdout).toContain('npx bridge webhooks register --shop acme-shop --stage prod --url ADDRESS');
    expect(site.calls).toStrictEqual(['GET webhooks']);
  });

  it('finds all good, as JSON too', async () => {
    const site = makeWoocommerceSite();
    for (const topic of TOPICS) site.add(topic, HERE);
    const { bridge } = benchOf(site);

    const { code, stdout } = await bridge(...CHECK, '--json');

    expect({ code, json: JSON.parse(stdout) }).toStrictEqual({
      code: 0,
      json: {
        shop: 'acme-shop',
        address: HERE,
        good: true,
        webhooks: TOPICS.map((topic) => ({ topic, state: 'good', address: HERE, says: '' })),
        refused: '',
        unseen: '',
      },
    });
  });

  it('takes any host for ours where nobody names the address', async () => {
    const site = makeWoocommerceSite();
    for (const topic of TOPICS) site.add(topic, HERE);
    const { bridge } = benchOf(site, { webhooks: null });

    const { code, stdout } = await bridge('webhooks', 'check', '--shop', 'acme-shop');

    expect(code).toBe(0);
    expect(stdout).toContain('All webhooks are there.');
  });

  it('shows no query of an address, which may be a key', async () => {
    const site = makeWoocommerceSite();
    for (const topic of TOPICS) site.add(topic, `${HERE}?token=MARK-9`);
    const { bridge } = benchOf(site);

    const { code, stdout } = await bridge(...CHECK, '--json');

    expect([code, stdout.includes('MARK')]).toStrictEqual([0, false]);
  });

  it.each([
    ['woocommerce', undefined, 'docs/shops/woocommerce.md', 'WooCommerce: Settings, Advanced, Webhooks'],
    ['standard', KEY, 'has no API that tells of webhooks', 'The sender is yours'],
  ])('says what to click where it cannot ask %s', async (platform, api, why, byHand) => {
    const site = makeWoocommerceSite();
    const { bridge } = benchOf(site, { api, yaml: yamlOf(platform, platform === 'standard' ? 'erp' : TENANT) });

    const { code, stdout } = await bridge(...CHECK);

    expect(code).toBe(1);
    expect(stdout).toContain(why);
    expect(stdout).toContain(byHand);
    expect(stdout).toContain(HERE);
    expect(site.calls).toStrictEqual([]);
  });

  it('says why the API told nothing, and what to do', async () => {
    const { bridge } = benchOf(makeWoocommerceSite({ isUp: false }));

    const { code, stdout, stderr } = await bridge(...CHECK);

    expect({ code, stdout }).toStrictEqual({ code: 1, stdout: '' });
    expect(stderr).toBe(
      'The shop’s API was asked in vain: the shop’s API does not answer. Try again in some minutes.\n',
    );
  });

  it('shows nothing of a key that stands in an address', async () => {
    const yaml = yamlOf('shoprenter', 'acme');
    const world = makeWorld({
      transport: programmedCo3().transport,
      shopHttp:
        () =>
        async ({ url }) => ({
          kind: 'answered',
          status: 200,
          retryAfter: null,
          body: Buffer.from(
            JSON.stringify(
              url.endsWith('/token')
                ? { access_token: 'MARK-3', expires_in: 3600 }
                : {
                    items: ['order_confirm', 'order_status_change'].map((event, index) => ({
                      id: String(index),
                      event,
                      status: '1',
                      webHookParameters: { type: 'json', url: `${HERE}?key=${index === 0 ? CLI_SECRET : 'MARK-4'}` },
                    })),
                  },
            ),
          ),
        }),
    });
    const { bridge } = makeCliBench(world, { yaml, api: { clientId: 'MARK-5', clientSecret: 'MARK-6' } });

    const shown = await Promise.all([bridge(...CHECK), bridge(...CHECK, '--json')]);

    const text = shown.map(({ stdout, stderr }) => stdout + stderr).join('');
    expect(text).not.toMatch(new RegExp(`MARK|${CLI_SECRET}`));
    expect(text).toMatch(/order_confirm +good/);
    expect(text).toMatch(/order_status_change +FLAWED .*the key in its address is none of the shop’s secret/);
  });
});

describe('bridge webhooks register', () => {
  it('makes and switches on, and shows how it stands afterwards', async () => {
    const site = makeWoocommerceSite();
    site.add('order.updated', HERE, 'disabled');
    const { bridge } = benchOf(site);

    const { code, stdout } = await bridge(...REGISTER);

    expect(code).toBe(0);
    expect(stdout).toMatch(/order\.created +made/);
    expect(stdout).toMatch(/order\.updated +switched on/);
    expect(stdout).toContain('All webhooks are there.');
    expect(
      site.webhooks.map(({ topic, status, delivery_url, secret }) => [topic, status, delivery_url, secret]),
    ).toStrictEqual(
      ['order.updated', 'order.created', 'order.restored'].map((topic) => [topic, 'active', HERE, CLI_SECRET]),
    );
    expect(stdout).not.toContain(CLI_SECRET);
  });

  it('says of each why not, where the key may only read', async () => {
    const { bridge } = benchOf(makeWoocommerceSite({ mayWrite: false }));

    const { code, stdout } = await bridge(...REGISTER);

    expect(code).toBe(1);
    expect(stdout).toMatch(/order\.created +NOTHING +the shop’s API answers 401/);
  });

  it.each([
    [['--local'], 'No shop reaches this machine.'],
    [['--url', 'http://abc.example'], 'http://abc.example is not https.'],
    [[], 'Where to? Give --url'],
  ])('is used wrongly with %j', async (options, problem) => {
    const site = makeWoocommerceSite();
    const { bridge } = benchOf(site, options.length === 0 ? { webhooks: null } : {});

    const { code, stderr } = await bridge('webhooks', 'register', '--shop', 'acme-shop', ...options);

    expect(code).toBe(2);
    expect(stderr).toContain(problem);
    expect(site.calls).toStrictEqual([]);
  });
});

const TENANT = 'shop.example.hu';
const TOPICS = ['order.created', 'order.updated', 'order.restored'];

function yamlOf(platform: string, tenant: string): string {
  return shopsYml('on')
    .replace('platform: shopify', `platform: ${platform}`)
    .replace('tenant: acme.myshopify.com', `tenant: ${tenant}`)
    .replace(/ +(shopId|taxNumberPlaces): .*\n/g, '');
}

function benchOf(site: WoocommerceSite, options: CliOptions = {}) {
  const world = makeWorld({ transport: programmedCo3().transport, shopHttp: site.shopHttp });
  return makeCliBench(world, { yaml: yamlOf('woocommerce', TENANT), api: KEY, ...options });
}
