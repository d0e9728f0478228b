import { expect, test } from "vitest";

test("loads", async () => {
  expect(load("a")).resolves.toBe(1); // finds: javascript.bug.unawaited-assertion
  expect(load("b")).rejects.toThrow("missing"); // finds: javascript.bug.unawaited-assertion
  await expect(load("a")).resolves.toBe(1); // ok: javascript.bug.unawaited-assertion
  expect(await load("a")).toBe(1); // ok: javascript.bug.unawaited-assertion
  const pending = expect(load("c")).resolves.toBe(3); // ok: javascript.bug.unawaited-assertion
  await pending;
});

test("loads too", () => expect(load("a")).resolves.toBe(1)); // ok: javascript.bug.unawaited-assertion
