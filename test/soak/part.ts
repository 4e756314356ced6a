import { once } from 'node:events';
import dynalite from 'dynalite';
import { startFauxqs } from 'fauxqs';
import { HOST } from '../../infra/local/listen.ts';

// The queue or the table as a process of its own with its data on disk: `parts.ts` starts it, ends it and starts it again.
const [what, port, folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('part.ts queue|table PORT FOLDER');
if (what === 'queue') await startFauxqs({ port: Number(port), dataDir: folder, logger: false });
else {
  const server = dynalite({ path: folder, createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
  // DynamoDB never writes one half of a write, which a dynalite that is killed would: it writes what it has begun, and
  // whoever asked hears nothing of it.
  process.once('SIGTERM', () => {
    server.close(() => process.exit(0));
    server.closeAllConnections();
  });
  server.listen(Number(port), HOST);
  await once(server, 'listening');
}
process.once('disconnect', () => process.exit(0));
process.send?.('started');
