import { spawnSync } from 'node:child_process';
import { judgeAudit } from './judge-audit.ts';

const { stdout, error } = spawnSync('npm', ['audit', '--json'], { encoding: 'utf8', maxBuffer: 50_000_000 });
if (error !== undefined) throw error;
const { kind, text } = judgeAudit(stdout);
process.stdout.write(`${text}\n`);
process.exitCode = kind === 'holes' ? 1 : 0;
