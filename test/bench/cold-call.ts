// A function's first call in a process that has done nothing else; answers the CPU time of import and call, in µs.
const [bundle, event] = process.argv.slice(2);
if (bundle === undefined || event === undefined || process.send === undefined) throw new Error('a bundle and an event');
const began = process.cpuUsage();
const { handler } = await import(bundle);
const context = { getRemainingTimeInMillis: () => 60_000 };
const answer = await handler(JSON.parse(event), context);
const { user, system } = process.cpuUsage(began);
process.send({ micros: user + system, answer: answer ?? null });
process.disconnect();
