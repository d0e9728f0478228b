export function read(file) {
  try {
    return parse(file);
  } finally {
    return null; // finds: javascript.bug.jump-in-finally
  }
}

export async function readAll(files) {
  for (const file of files) {
    try {
      await parse(file);
    } finally {
      continue; // finds: javascript.bug.jump-in-finally
    }
  }
  try {
    return await parse(files[0]);
  } finally {
    for (const file of files) {
      if (file.open) break; // ok: javascript.bug.jump-in-finally
    }
    files.forEach((file) => {
      return file.close(); // ok: javascript.bug.jump-in-finally
    });
  }
}
