import type { Context } from 'aws-lambda';
import { deadlineOf } from '../lib/aws/sqs-batch.ts';
import { makeTick } from '../lib/deliver/tick.ts';
import { wireTick } from './wiring.ts';

const deps = wireTick(process.env);
const tick = makeTick(deps);

export const handler = (_event: unknown, context: Context): Promise<void> => tick(deadlineOf(context, deps.clock));
