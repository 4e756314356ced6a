import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { Io, Ports, Posted } from '../../lib/cli/io.ts';
import { run } from '../../lib/cli/run.ts';
import { ok } from '../../lib/event/result.ts';
import type { World } from './world.ts';

export interface Ran {
  readonly code: 0 | 1 | 2;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Post {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface CliBench {
  /** Runs a command line against the bench's stack. */
  bridge(...argv: readonly string[]): Promise<Ran>;
  /** Puts a file into the working folder; answers its name. */
  file(name: string, content: string | Uint8Array): string;
  readonly cwd: string;
  readonly posts: readonly Post[];
  /** Pages that a command has opened in the browser. */
  readonly browsed: readonly string[];
}

export interface CliOptions {
  readonly yaml?: string;
  readonly env?: Io['env'];
  readonly stdin?: string;
  /** What the person types when asked. */
  readonly typed?: string;
  readonly tty?: boolean;
  readonly columns?: number;
  readonly answer?: Posted;
  readonly place?: Io['place'];
  /** What happens between what a lasting command has printed and its being stopped. */
  readonly whileOpen?: (printed: string) => Promise<void>;
  /** The texts of secrets, in place of the shop's alone. */
  readonly secret?: (name: string) => string;
  readonly secretSince?: number;
  /** In place of the bench's own. */
  readonly ports?: Partial<Ports>;
  /** What the shop's secret has for its own API. */
  readonly api?: unknown;
  /** Where shops post to; null where only the person knows. */
  readonly webhooks?: null;
}

/** The shop's webhook secret in the bench's Secrets Manager. */
export const CLI_SECRET = 'hush-hush';

/** The command line over the ports of a world in memory, with files in a folder of its own. */
export const makeCliBench = (world: World | undefined, options: CliOptions = {}): CliBench => {
  const cwd = mkdtempSync(join(tmpdir(), 'bridge-cli-'));
  onTestFinished(() => rmSync(cwd, { recursive: true }));
  const posts: Post[] = [];
  const browsed: string[] = [];
  const file = (name: string, content: string | Uint8Array): string => {
    writeFileSync(join(cwd, name), content);
    return name;
  };
  const shopsFile = join(cwd, file('stack-shops.yml', options.yaml ?? SHOPS_YML));
  const place: Io['place'] = async () =>
    ok({
      webhooks: options.webhooks === null ? null : 'http://127.0.0.1:3000/webhooks',
      shopsFile,
      secrets: {
        read: async (name) => options.secret?.(name) ?? JSON.stringify({ webhook: [CLI_SECRET], api: options.api }),
      },
      secretSince: async () => options.secretSince ?? null,
      open: async () => {
        if (world === undefined) throw new Error('this test has no ledger');
        return { ...world.deps, look: ACTIVE, co3AheadMs: () => null, ...options.ports };
      },
    });
  const bridge = async (...argv: readonly string[]): Promise<Ran> => {
    const written = { stdout: '', stderr: '' };
    const toSink = (name: keyof typeof written): Io['stdout'] => ({
      write: (text) => {
        written[name] += text;
      },
      isTTY: options.tty ?? false,
      columns: options.columns,
    });
    const code = await run(argv, {
      stdout: toSink('stdout'),
      stderr: toSink('stderr'),
      stdin: async () => Buffer.from(options.stdin ?? ''),
      ask: async (question) => {
        written.stderr += question;
        return options.typed ?? '';
      },
      env: options.env ?? {},
      cwd,
      root: fileURLToPath(new URL('../..', import.meta.url)),
      now: () => world?.clock.now() ?? NOW,
      place: options.place ?? place,
      untilStopped: async () => options.whileOpen?.(written.stdout),
      browse: (url) => {
        browsed.push(url);
      },
      post: async (url, headers, body) => {
        posts.push({ url, headers, body: Buffer.from(body).toString('utf8') });
        return options.answer ?? { status: 202, body: '{"answer":"taken"}' };
      },
    });
    return { code, ...written };
  };
  return { bridge, file, cwd, posts, browsed };
};

/** A stack where all is well and nothing waits. */
const ACTIVE: Ports['look'] = {
  table: async () => 'ACTIVE',
  queues: async () => ({ events: 0, deadLetters: 0 }),
  clockAheadMs: () => null,
};

const NOW = Date.parse('2026-12-02T10:00:00Z');

/** The settings of a bench: `acme-shop` of the account `acme`, in the mode given. */
export const shopsYml = (mode: 'on' | 'supervised' | 'shadow'): string => `
accounts:
  acme: { secret: co3-bridge/acme, currency: HUF, seller: { country: HU } }
shops:
  acme-shop:
    platform: shopify
    tenant: acme.myshopify.com
    shopId: "12345678"
    account: acme
    secret: co3-bridge/acme-shop
    invoiceFrom: 2025-12-01T00:00:00+01:00
    mode: "${mode}"
    taxNumberPlaces: [note_attributes.adoszam]
`;
const SHOPS_YML = shopsYml('on');
