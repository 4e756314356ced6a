import type { Outcome } from './call.ts';
import type { Dialect } from './dialect.ts';
import type { FaultRule } from './faults.ts';
import { HOSTILE_ANSWERS } from './hostile.ts';
import type { Co3Reply, Outage } from './simulator-types.ts';
import { writeAcknowledgement, writeAnswer, writeError } from './write-answer.ts';

const GATEWAY_PAGE = (title: string): string =>
  `<!DOCTYPE html>\n<html><head><title>${title}</title></head><body><center><h1>${title}</h1></center><hr></body></html>`;

const UNAVAILABLE: Co3Reply = {
  kind: 'answer',
  status: 503,
  body: GATEWAY_PAGE('503 Service Temporarily Unavailable'),
  delayMs: 0,
};
const NOTHING: Co3Reply = { kind: 'cut', body: '', delayMs: 0 };
const SILENCE: Co3Reply = { kind: 'hang' };

export const outageReply = (kind: Outage): Co3Reply => {
  switch (kind) {
    case '503':
      return UNAVAILABLE;
    case 'hang':
      return SILENCE;
    case 'reset':
    case 'unreachable':
      return NOTHING;
  }
};

/** The reply where a fault keeps CO3 from doing anything; undefined where it gets to its work. */
export const broken = (fault: FaultRule): Co3Reply | undefined => {
  switch (fault.kind) {
    case 'reset':
      return NOTHING;
    case 'timeout-before-commit':
      return SILENCE;
    case '503':
      return UNAVAILABLE;
    default:
      return undefined;
  }
};

interface Writing {
  readonly method: string;
  readonly fault: FaultRule | undefined;
  readonly delayMs: number;
  readonly dialect: Dialect;
}

/** The answer, and what a fault makes of it on its way. */
export const toReply = (outcome: Outcome, { method, fault, delayMs, dialect }: Writing): Co3Reply => {
  const status = outcome.kind === 'refused' ? dialect.errorStatus : 200;
  const answer = { kind: 'answer', status, body: write(outcome, method, dialect), delayMs } as const;
  switch (fault?.kind) {
    case 'commit-then-cut':
      return { kind: 'cut', body: '', delayMs };
    case 'hang-after-commit':
      return SILENCE;
    case 'late-commit':
      return fault.how === 'reset' ? NOTHING : SILENCE;
    case 'commit-then-html':
      return { kind: 'answer', status: 502, body: GATEWAY_PAGE('502 Bad Gateway'), delayMs };
    case 'hostile-answer':
      return { ...answer, body: HOSTILE_ANSWERS[fault.as](answer.body) };
    case 'truncated-xml':
      return { ...answer, body: answer.body.slice(0, Math.floor(answer.body.length / 2)) };
    case 'slow':
      return { ...answer, delayMs: delayMs + fault.ms };
    default:
      return answer;
  }
};

const write = (outcome: Outcome, method: string, dialect: Dialect): string => {
  switch (outcome.kind) {
    case 'refused':
      return writeError(outcome);
    case 'data':
      return writeAnswer(outcome.content, dialect);
    case 'saved':
      return writeAcknowledgement(method, outcome, dialect);
  }
};
