/** Whether a text that a person has given is one line that can be seen. */
export const isOneLine = (text: string, longest: number): boolean =>
  text.length <= longest && !/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(text);
