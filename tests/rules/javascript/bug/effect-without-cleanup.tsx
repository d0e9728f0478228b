import { useEffect, useState } from "react";

export function Clock({ onResize }: { onResize: () => void }) {
  const [now, setNow] = useState(0);
  useEffect(() => { // finds: javascript.bug.effect-without-cleanup
    window.addEventListener("resize", onResize);
  }, [onResize]);
  useEffect(() => { // finds: javascript.bug.effect-without-cleanup
    setInterval(() => setNow(Date.now()), 1000);
  }, []);
  useEffect(() => { // ok: javascript.bug.effect-without-cleanup
    document.addEventListener("keydown", onResize);
    return () => document.removeEventListener("keydown", onResize);
  }, []);
  useEffect(() => { // ok: javascript.bug.effect-without-cleanup
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  useEffect(() => { // ok: javascript.bug.effect-without-cleanup
    setTimeout(() => setNow(Date.now()), 1000);
  }, []);
  useEffect(() => { // missing: javascript.bug.effect-without-cleanup
    const timer = setInterval(() => setNow(Date.now()), 1000);
    track(timer);
  }, []);
  return <p>{now}</p>;
}
