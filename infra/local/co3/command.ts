import { type Refusal, refuse } from './codes.ts';
import { childText, parseXml, type XmlElement } from './xml.ts';

/** What a request's body says. Where it says nothing that can be read, `problem` is the reason and the rest is empty. */
export interface Command {
  readonly method: string;
  readonly apiKey: string | undefined;
  readonly params: XmlElement;
  readonly problem: Refusal | undefined;
}

const NOTHING: XmlElement = { name: '', text: '', children: [] };

export const readCommand = (body: string): Command => {
  if (body.trim() === '') return unreadable(1);
  const root = parseXml(body);
  if (root === undefined) return unreadable(2);
  const [params, ...others] = root.children;
  if (root.name !== 'command' || params === undefined || others.length > 0) return unreadable(3);
  return { method: params.name, apiKey: childText(params, 'api_key'), params, problem: undefined };
};

const unreadable = (code: number): Command => ({
  method: '',
  apiKey: undefined,
  params: NOTHING,
  problem: refuse(code),
});
