import type { Server } from 'node:http';
import dynalite from 'dynalite';
import { callAws } from './aws-json.ts';
import { closeServer, listenNear } from './listen.ts';

export interface LocalTables {
  readonly address: string;
  create(tables: readonly Readonly<Record<string, unknown>>[], region: string): Promise<void>;
  stop(): Promise<void>;
}

/** The DynamoDB protocol over memory. */
export const startTables = async (wantedPort: number): Promise<LocalTables> => {
  const server: Server = dynalite({ createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
  const address = await listenNear(server, wantedPort);
  return { address, create: createTablesAt(address), stop: () => closeServer(server) };
};

/** Makes tables at an address that speaks DynamoDB. */
export const createTablesAt =
  (address: string): LocalTables['create'] =>
  async (tables, region) => {
    for (const table of tables)
      await callAws({ service: 'dynamodb', address, region }, 'CreateTable', table, AbortSignal.timeout(5_000));
  };
