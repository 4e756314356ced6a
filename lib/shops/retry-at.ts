/** Until when a `Retry-After` asks to wait, in ms: seconds from now, or a date; null where it says neither. */
export const retryAt = (retryAfter: string | null, now: number): number | null => {
  const text = retryAfter?.trim() ?? '';
  if (/^\d{1,7}$/.test(text)) return now + Number(text) * 1_000;
  const at = /^[A-Z][a-z]{2}, /.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? null : at;
};
