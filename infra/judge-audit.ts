import * as z from 'zod';

/** `unanswered`: the registry tells nothing of holes, as many mirrors do. */
export interface AuditVerdict {
  readonly kind: 'clean' | 'holes' | 'unanswered';
  /** For whoever reads the log. */
  readonly text: string;
}

const reportSchema = z.object({
  auditReportVersion: z.literal(2),
  vulnerabilities: z.record(z.string(), z.object({ severity: z.string(), range: z.string() })),
});

const FAILS = ['high', 'critical'];

/** What a report of `npm audit --json` says of the packages of the lock file. */
export const judgeAudit = (json: string): AuditVerdict => {
  const parsed = reportSchema.safeParse(toValue(json));
  if (!parsed.success)
    return { kind: 'unanswered', text: 'npm audit: this registry tells nothing of holes; nothing was looked at.' };
  const known = Object.entries(parsed.data.vulnerabilities);
  const grave = known.filter(([, { severity }]) => FAILS.includes(severity));
  if (grave.length === 0)
    return { kind: 'clean', text: `npm audit: no hole that is high or critical, ${known.length} lesser ones.` };
  const lines = grave.map(([name, { severity, range }]) => `  ${name} ${range}: ${severity}`);
  return { kind: 'holes', text: ['npm audit: holes in packages, see `npm audit`:', ...lines].join('\n') };
};

const toValue = (json: string): unknown => {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
};
