import { useEffect, useState, useMemo, useContext } from "react";

export function Panel({ open, items }: { open: boolean; items: string[] }) {
  const [width, setWidth] = useState(open ? 300 : 0); // ok: javascript.bug.conditional-hook
  if (open) {
    const [height] = useState(0); // finds: javascript.bug.conditional-hook
    measure(height);
  }
  for (const item of items) {
    useEffect(() => track(item), [item]); // finds: javascript.bug.conditional-hook
  }
  const sorted = open ? useMemo(() => [...items].sort(), [items]) : items; // finds: javascript.bug.conditional-hook
  useEffect(() => {
    if (open) {
      setWidth(300); // ok: javascript.bug.conditional-hook
    }
  }, [open]);
  const theme = useContext(ThemeContext) || "light"; // ok: javascript.bug.conditional-hook
  if (!open) {
    return null;
  }
  const last = useMemo(() => items.at(-1), [items]); // missing: javascript.bug.conditional-hook
  return <p style={{ width }}>{sorted.length + theme + last}</p>;
}
