import React, { useEffect, useState } from "react";

export function Profile({ id }: { id: string }) {
  const [user, setUser] = useState<User | null>(null);
  useEffect(async () => { // finds: javascript.bug.async-effect
    setUser(await load(id));
  }, [id]);
  React.useLayoutEffect(async function () { // finds: javascript.bug.async-effect
    await measure();
  });
  useEffect(() => { // ok: javascript.bug.async-effect
    const run = async () => setUser(await load(id));
    run();
  }, [id]);
  useAsyncEffect(async () => { // ok: javascript.bug.async-effect
    setUser(await load(id));
  }, [id]);
  return <p>{user?.name}</p>;
}
