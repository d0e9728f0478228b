export async function uploadAll(files: string[]): Promise<void> {
  files.forEach(async (file) => { // finds: javascript.bug.async-callback-in-foreach
    await upload(file);
  });
  Object.entries(files).forEach(async function ([name, file]) { // finds: javascript.bug.async-callback-in-foreach
    await upload(`${name}/${file}`);
  });
  await Promise.all(files.map(async (file) => upload(file))); // ok: javascript.bug.async-callback-in-foreach
  files.forEach((file) => queue.push(file)); // ok: javascript.bug.async-callback-in-foreach
  files.forEach(async (file) => queue.push(file)); // ok: javascript.bug.async-callback-in-foreach
  for (const file of files) {
    await upload(file);
  }
}

export function inBackground(files: string[]): void {
  files.forEach(async (file) => { // ok: javascript.bug.async-callback-in-foreach
    try {
      await upload(file);
    } catch (error) {
      report(error);
    }
  });
}

export function named(files: string[]): void {
  files.forEach(upload); // missing: javascript.bug.async-callback-in-foreach
}
