import { runStory } from './machine.ts';
import type { Plant } from './plant.ts';
import { START } from './settings.ts';
import type { Story } from './story.ts';

/** Runs one story and tells line by line what happened in it, and how everything stands at its end. */
export const tellStory = async (
  story: Story,
): Promise<{ readonly lines: readonly string[]; readonly isBroken: boolean }> => {
  const plants: Plant[] = [];
  const broken = await runStory(story, (plant) => plants.push(plant)).then(
    () => null,
    (cause: unknown) => String(cause),
  );
  const told = plants.flatMap((plant) => [...happenings(plant), '', ...standings(plant), '']);
  return { lines: [...told, broken ?? 'all of it holds'], isBroken: broken !== null };
};

const happenings = ({ logged, co3 }: Plant): readonly string[] =>
  [
    ...logged.map(({ at, event, ...fields }) => ({ at, text: `${event} ${Object.values(fields).join(' ')}` })),
    ...co3.calls.map(({ at, account, method, outcome, code, id, fault }) => ({
      at,
      text: `    ${account} ${method}: ${[outcome, code, id, fault].filter((part) => part !== null).join(' ')}`,
    })),
  ]
    .toSorted((a, b) => a.at - b.at)
    .map(({ at, text }) => `${((at - START) / 1_000).toFixed(3).padStart(12)} ${text}`);

const standings = ({ table }: Plant): readonly string[] => [
  ...table.all('order').map(({ key, status, reason, dueAt, steps, documents, letter }) => {
    const made = documents.map(
      ({ purpose, id, totalMinor, paidMinor }) => `${purpose} #${id} ${totalMinor / 100} (${paidMinor / 100} paid)`,
    );
    const tried = steps.map(({ purpose, generation, state }) => `${purpose}/${generation} ${state}`);
    const due = dueAt === null ? '' : `, due ${(dueAt - START) / 1_000}`;
    return `${key}: ${status} ${reason}${due}; ${made.join(', ')}; ${tried.join(', ')}; ${letter?.id ?? ''}`;
  }),
  ...table
    .all('letter')
    .map(({ key, work, letter }) => `letter ${key} ${work?.key}: ${letter.state} ${letter.error.name}`),
  ...table
    .all('lane')
    .map(
      ({ key, hold, unknownRuns, proof, lease }) =>
        `lane ${key}: ${JSON.stringify({ hold, unknownRuns, proof, lease })}`,
    ),
];
