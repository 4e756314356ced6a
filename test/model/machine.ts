import { type Functions, makeFunctions } from './functions.ts';
import { checkEnd } from './invariants.ts';
import { doAllAs, doAs, resumeLanes } from './people.ts';
import { makePlant, openLanes, type Plant } from './plant.ts';
import { START } from './settings.ts';
import type { PersonPlan, Story } from './story.ts';
import { isWatchOnly, nextTickAt } from './ticks.ts';
import { Broken } from './watch.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** A story that has not come to rest after so many ticks, or so long, never does. */
const MOST_TICKS = 600;
const LONGEST_MS = 72 * HOUR;

/** Runs a story to its rest; rejects with what the bridge did not keep. `onPlant` gets what there is to be looked at, also afterwards. */
export const runStory = async (story: Story, onPlant: (plant: Plant) => void = () => undefined): Promise<Plant> => {
  const plant = makePlant(story);
  onPlant(plant);
  const functions = makeFunctions(plant);
  await openLanes(plant, story.lanes);
  const ends = layOut(plant, functions, story);
  await goOn(plant, functions, ends, () => true);
  // From here on nothing goes wrong any more, and a person opens what waits for a hand.
  plant.co3.clearFaults();
  plant.co3.up();
  plant.upsets.end();
  do await rest(plant, functions);
  while (await resumeLanes(plant));
  for (const does of AFTERWARDS[story.afterwards]) {
    doAllAs(plant, does);
    await rest(plant, functions);
  }
  // Every fourth story is seen to the end of its watches.
  if (story.dialect % 4 === 0) await goOn(plant, functions, plant.time.now() + LONGEST_MS, () => true);
  checkEnd(plant, story);
  return plant;
};

const AFTERWARDS: Readonly<Record<Story['afterwards'], readonly PersonPlan['does'][]>> = {
  nothing: [],
  redrive: ['redrive'],
  mend: ['correct', 'redrive'],
  decide: ['decide'],
  'send-again': ['send-again'],
};

/** Puts everything that the story brings in its time; answers when the last of it happens. */
const layOut = (plant: Plant, functions: Functions, story: Story): number => {
  const { time, co3, states } = plant;
  const times = [START];
  const at = (ms: number, act: () => void): void => {
    times.push(ms);
    time.at(ms, act);
  };
  for (const state of states)
    for (const arrival of state.arrivesAt) {
      at(arrival, () => functions.post(state));
      // The tick rings also where nothing waits.
      time.at(Math.ceil((arrival + 1) / MINUTE) * MINUTE, functions.tick);
    }
  const [shop] = plant.settings.shops.values();
  story.garbage.forEach((atMs, index) => {
    const body = Buffer.from(JSON.stringify({ id: index, updated_at: 'lately' }));
    at(START + atMs, () => shop !== undefined && functions.post({ shop, body }));
  });
  for (const rule of story.faults) co3.fault(rule);
  for (const { atMs, forMs, kind } of story.outages) at(START + atMs, () => co3.down(START + atMs + forMs, kind));
  for (const person of story.people) at(START + person.atMs, () => doAs(plant, person));
  return Math.max(...times);
};

const rest = (plant: Plant, functions: Functions): Promise<void> =>
  goOn(plant, functions, plant.time.now() + LONGEST_MS, (order) => !isWatchOnly(order));

/** Lets time pass until then, or until nothing is left to happen. */
const goOn = async (
  plant: Plant,
  functions: Functions,
  until: number,
  isMeant: Parameters<typeof nextTickAt>[1],
): Promise<void> => {
  const { time, watch } = plant;
  for (let ticks = 0; ; ) {
    if (watch.broken !== undefined) throw watch.broken;
    if (ticks > MOST_TICKS) throw new Broken(`${MOST_TICKS} ticks have not brought rest`);
    const happens = time.nextAt() ?? Number.POSITIVE_INFINITY;
    const ticksAt = nextTickAt(plant, isMeant) ?? Number.POSITIVE_INFINITY;
    const next = Math.min(happens, ticksAt);
    if (next > until || next === Number.POSITIVE_INFINITY) break;
    await time.runTo(next);
    if (next !== ticksAt) continue;
    ticks += 1;
    functions.tick();
    await time.runTo(next);
  }
  watch.look();
  if (watch.broken !== undefined) throw watch.broken;
};
