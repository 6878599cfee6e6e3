// Does the jobs that fleet.mjs queues. Start as many as you like, each with a name of its own that it keeps:
//
//     WXSEAL_REDIS=redis://127.0.0.1:6379/0 node worker.mjs one
//
// Each job is done at least once: a worker that dies in the midst of one leaves it to another. Who must know a repetition has the
// push's key, `push`, to know it by.

import { Redis } from "ioredis";

const [STREAM, GROUP, NAME] = ["{wxseal}:jobs", "workers", process.argv[2] ?? String(process.pid)];
/** After how long another has died that did not finish, in milliseconds: longer than a job takes. */
const LEFT = Number(process.env.WXSEAL_LEFT_MS ?? 60_000);
const redis = new Redis(process.env.WXSEAL_REDIS ?? "redis://127.0.0.1:6379/0");

async function work(push, job) {
  console.log(`${push} ${job}`);
}

await redis.xgroup("CREATE", STREAM, GROUP, "0", "MKSTREAM").catch((error) => {
  if (!error.message.startsWith("BUSYGROUP")) throw error;
});
for (;;) {
  const [, left] = await redis.xautoclaim(STREAM, GROUP, NAME, LEFT, "0", "COUNT", 1);
  const wait = ["COUNT", 1, "BLOCK", Math.min(LEFT, 5000)];
  const found = left.length
    ? left
    : (await redis.xreadgroup("GROUP", GROUP, NAME, ...wait, "STREAMS", STREAM, ">"))?.[0][1];
  for (const [id, fields] of found ?? []) {
    // What was deleted meanwhile has no fields.
    const [, push, , job] = fields ?? [];
    // A job that fails is taken up again when its time has come.
    const done = job === undefined || (await work(push, job).then(() => true, console.error));
    if (!done) continue;
    // Acknowledged, and deleted: an acknowledged entry would stay on the stream.
    await redis.multi().xack(STREAM, GROUP, id).xdel(STREAM, id).exec();
  }
}
