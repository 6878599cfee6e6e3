// The vectors and cases that all languages share.

import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

/** All vectors, each with its kind. */
export const vectors = readdirSync(path.join(root, "tests/vectors"))
  .filter((name) => name.endsWith(".json") && name !== "schema.json")
  .flatMap((name) => {
    const { kind, vectors } = JSON.parse(readFileSync(path.join(root, "tests/vectors", name), "utf8"));
    return vectors.map((vector) => ({ kind, ...vector }));
  });

export function vector(id) {
  const found = vectors.find((vector) => vector.id === id);
  if (!found) throw new Error(`there is no vector ${id}`);
  return found;
}

/** The cases that the independent reference has sealed. */
export function cases() {
  return lines("target/interop/cases.jsonl");
}

/** What a peer could send to break a reader. */
export function hostile() {
  return lines("target/hostile/cases.jsonl");
}

function lines(name) {
  const file = path.join(root, name);
  if (!existsSync(file)) throw new Error(`${file} is missing: run \`make cases\` first`);
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
}

/** Whole requests to an endpoint, and what must come of them. */
export function scenarios() {
  return JSON.parse(readFileSync(path.join(root, "tests/scenarios/endpoint.json"), "utf8")).scenarios;
}

/** Two events of one second that differ, and a retry of the first. */
export function pairs() {
  return JSON.parse(readFileSync(path.join(root, "tests/scenarios/pairs.json"), "utf8")).pairs;
}

/** The core's settings, as JavaScript writes names. */
export function settings() {
  const rows = readFileSync(path.join(root, "core/src/setting.rs"), "utf8").matchAll(/^ {4}[A-Z]\w+ => "(\w+)"/gm);
  return [...rows].map(([, name]) => name.replace(/_(.)/g, (_, letter) => letter.toUpperCase()));
}

/** A raw query string, as it stands on the wire. */
export function rawQuery(parameters) {
  return Object.entries(parameters)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join("&");
}
