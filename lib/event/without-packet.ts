/** The failure of a request, without the bytes of the answer that Node's reader of HTTP leaves in it: they may be a person's, or a key. */
export const withoutPacket = (cause: unknown): unknown => {
  if (cause instanceof Error) Reflect.deleteProperty(cause, 'rawPacket');
  return cause;
};
