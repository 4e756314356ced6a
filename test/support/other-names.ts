import type { ClosableTransport, TransportRequest } from '../../lib/co3/transport.ts';

/** CO3's names of elements by the simulator's. */
export type OtherNames = Readonly<Record<string, string>>;

/** A far side that calls elements otherwise, in what it takes and in what it answers. */
export const withOtherNames = (transport: ClosableTransport, names: OtherNames): ClosableTransport => {
  const back = Object.fromEntries(Object.entries(names).map(([ours, theirs]) => [theirs, ours]));
  const post = async (request: TransportRequest) => {
    // What it is sent under a name that it does not have any more, it does not see.
    const hidden = Object.fromEntries(Object.keys(names).map((ours) => [ours, `no_${ours}`]));
    const answer = await transport({ ...request, body: renamed(request.body, { ...hidden, ...back }) });
    return answer.kind === 'answered' ? { ...answer, body: renamed(answer.body, names) } : answer;
  };
  return Object.assign(post, { close: () => transport.close() });
};

const renamed = (xml: string, names: OtherNames): string =>
  xml.replaceAll(/(<\/?)([A-Za-z_][\w.-]*)/g, (whole, open: string, name: string) =>
    Object.hasOwn(names, name) ? `${open}${names[name]}` : whole,
  );
