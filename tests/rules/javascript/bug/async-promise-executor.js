export function readPage(url) {
  return new Promise(async (resolve) => { // finds: javascript.bug.async-promise-executor
    const answer = await fetch(url);
    resolve(await answer.text());
  });
}

export const first = (urls) => new Promise(async function (resolve) { resolve(await race(urls)); }); // finds: javascript.bug.async-promise-executor

export function guarded(url) {
  return new Promise(async (resolve, reject) => { // ok: javascript.bug.async-promise-executor
    try {
      resolve(await fetch(url));
    } catch (error) {
      reject(error);
    }
  });
}

export const wait = (delay) => new Promise((resolve) => setTimeout(resolve, delay)); // ok: javascript.bug.async-promise-executor
