import { once } from 'node:events';
import dynalite from 'dynalite';
import { HOST } from '../../infra/local/listen.ts';
import { readPart, tellStarted } from './part.ts';

const { given: port, folder } = readPart();
const server = dynalite({ path: folder, createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
// DynamoDB never writes one half of a write, which a dynalite that is killed would: it writes what it has begun, and
// whoever asked hears nothing of it.
process.once('SIGTERM', () => {
  server.close(() => process.exit(0));
  server.closeAllConnections();
});
server.listen(Number(port), HOST);
await once(server, 'listening');
tellStarted();
