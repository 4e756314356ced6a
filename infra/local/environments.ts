import type { LocalPlan } from './template.ts';

/** Each function's environment: what the template gives it, and where things are on this machine. */
export const toEnvironments = (
  plan: LocalPlan,
  local: Readonly<Record<string, string>>,
): Readonly<Record<string, Readonly<Record<string, string>>>> =>
  Object.fromEntries(
    plan.functions.map(({ name, environment }) => [
      name,
      // The key says whose call it is; nobody checks it.
      { ...environment, ...local, AWS_ACCESS_KEY_ID: name },
    ]),
  );

/** The queues and the table by what the functions call them. Throws where no function is given one. */
export const toResources = (
  plan: LocalPlan,
): { readonly eventsQueueUrl: string; readonly deadLettersQueueUrl: string; readonly table: string } => {
  const find = (name: string): string => {
    const found = plan.functions.flatMap(({ environment }) => environment[name] ?? []).at(0);
    if (found === undefined)
      throw new Error(`no function in serverless.yml is given ${name}; add it to its environment`);
    return found;
  };
  return {
    eventsQueueUrl: find('EVENTS_QUEUE_URL'),
    deadLettersQueueUrl: find('DEAD_LETTERS_QUEUE_URL'),
    table: find('TABLE_NAME'),
  };
};
