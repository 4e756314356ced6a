declare module 'dynalite' {
  import type { Server } from 'node:http';

  function dynalite(options: {
    readonly createTableMs: number;
    readonly deleteTableMs: number;
    readonly updateTableMs: number;
    /** A folder to keep the tables in; in memory where not said. */
    readonly path?: string;
  }): Server;
  export = dynalite;
}
