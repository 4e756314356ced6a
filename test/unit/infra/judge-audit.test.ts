import { expect, it } from 'vitest';
import { judgeAudit } from '../../../infra/judge-audit.ts';

const report = (...severities: readonly string[]): string =>
  JSON.stringify({
    auditReportVersion: 2,
    vulnerabilities: Object.fromEntries(
      severities.map((severity, index) => [
        `package-${index}`,
        { name: `package-${index}`, severity, range: '<2.0.0' },
      ]),
    ),
    metadata: {},
  });

it.each([
  [report(), 'npm audit: no hole that is high or critical, 0 lesser ones.'],
  [report('low', 'moderate'), 'npm audit: no hole that is high or critical, 2 lesser ones.'],
])('finds packages clean that have no grave hole', (json, text) => {
  expect(judgeAudit(json)).toStrictEqual({ kind: 'clean', text });
});

it('names each package with a grave hole', () => {
  expect(judgeAudit(report('high', 'low', 'critical'))).toStrictEqual({
    kind: 'holes',
    text: 'npm audit: holes in packages, see `npm audit`:\n  package-0 <2.0.0: high\n  package-2 <2.0.0: critical',
  });
});

it.each([
  ['answers 405', '{"message":"405 Method Not Allowed","statusCode":405,"body":""}'],
  ['is out of reach', ''],
])('says so where the registry %s, and finds nothing', (_what, json) => {
  expect(judgeAudit(json)).toStrictEqual({
    kind: 'unanswered',
    text: 'npm audit: this registry tells nothing of holes; nothing was looked at.',
  });
});
