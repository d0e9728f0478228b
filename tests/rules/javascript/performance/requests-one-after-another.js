export async function load(urls) {
  const pages = [];
  for (const url of urls) {
    pages.push(await fetch(url)); // finds: javascript.performance.requests-one-after-another
    const answer = await axios.get(url + "/meta"); // finds: javascript.performance.requests-one-after-another
    pages.push(answer.data);
  }
  for (const url of urls) {
    const answer = await fetch(url); // ok: javascript.performance.requests-one-after-another
    if (answer.ok) {
      return answer;
    }
  }
  for (const url of urls) {
    await fetch(url, { method: "POST" }); // ok: javascript.performance.requests-one-after-another
  }
  for (const url of urls) {
    await fetch(url); // ok: javascript.performance.requests-one-after-another
    await sleep(1000);
  }
  for (const url of urls) {
    pages.push(await loadPage(url)); // missing: javascript.performance.requests-one-after-another
  }
  return Promise.all(urls.map((url) => fetch(url))); // ok: javascript.performance.requests-one-after-another
}

export async function books(ids) {
  const found = [];
  for (const id of ids) {
    found.push(await fetch(`/books/${id}`).then((answer) => answer.json())); // finds: javascript.performance.requests-one-after-another
  }
  return found;
}
