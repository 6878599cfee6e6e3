// A defect inside of the library is an exception, in workers too, and the object lives on.

import { once } from "node:events";
import { Worker, isMainThread, parentPort } from "node:worker_threads";
import { MsgCrypt, WxsealError, platform } from "wxseal";

const TOKEN = "PanicTokenOfTheTests";
const KEY = "PanicKeyOfTheTests0123456789abcdefghijklmno";
const MESSAGE = '{"Content":"PanicMessageOfTheTests"}';

const crypt = new MsgCrypt(TOKEN, KEY, "wx1");
const works = () => platform.openReply(crypt, crypt.encrypt(MESSAGE)).message.toString() === MESSAGE;

/** Whether a panic is an exception, and nothing else has changed. */
function panics() {
  try {
    crypt.encrypt(MESSAGE, { nonce: "panic-please" });
  } catch (error) {
    console.error(error);
    return error instanceof Error && !(error instanceof WxsealError) && works();
  }
  return false;
}

async function workersPanic() {
  const workers = Array.from({ length: 4 }, () => new Worker(new URL(import.meta.url)));
  const ends = workers.map((worker) => once(worker, "exit"));
  const answers = await Promise.all(workers.map(async (worker) => (await once(worker, "message"))[0]));
  return answers.every(Boolean) && (await Promise.all(ends)).every(([code]) => code === 0) && works();
}

if (isMainThread) {
  const tests = {
    "a panic is an exception": () => Array.from({ length: 50 }, panics).every(Boolean),
    "workers that panic at once live on": workersPanic,
  };
  let failed = 0;
  for (const [name, test] of Object.entries(tests)) {
    const passed = await test();
    failed += !passed;
    console.log(passed ? "ok" : "FAILED", name);
  }
  process.exitCode = failed;
} else {
  parentPort.postMessage(Array.from({ length: 10 }, panics).every(Boolean));
}
