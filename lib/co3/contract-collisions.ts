import type { Contract } from './contract.ts';

/**
 * What two things of a renamed contract would both be called where CO3 or we could not tell them apart, a sentence for each: two methods,
 * a tag beside the keys of a call, and what an answer says of a write. Elsewhere one name may stand for two (`description`).
 */
export const collisionsOf = (contract: Contract): readonly string[] => [
  ...methodCollisions(contract),
  ...Object.entries(contract.methods).flatMap(([method, { tags, idTag }]) => [
    ...Object.entries(tags).flatMap(([tag, name]) => elementCollisions(contract, BESIDE_TAGS, method, tag, name)),
    ...(idTag === null ? [] : elementCollisions(contract, BESIDE_IDS, method, 'idTag', idTag)),
  ]),
];

type Element = keyof Contract['envelope'];

// Errors are looked for at any place of an answer.
const BESIDE_TAGS: readonly Element[] = ['api_key', 'session_key', 'error'];
const BESIDE_IDS: readonly Element[] = ['error', 'code', 'description', 'result'];

const elementCollisions = (
  { envelope }: Contract,
  elements: readonly Element[],
  method: string,
  tag: string,
  name: string,
): readonly string[] =>
  elements
    .filter((element) => envelope[element] === name)
    .map((element) => `${method}: ${tag} would be called ${name}, as the element ${element} is`);

const methodCollisions = ({ methods }: Contract): readonly string[] => {
  const named = Object.entries(methods);
  return named.flatMap(([method, { name }], index) =>
    named
      .slice(index + 1)
      .filter(([, other]) => other.name === name)
      .map(([other]) => `two methods would be called ${name}: ${method} and ${other}`),
  );
};
