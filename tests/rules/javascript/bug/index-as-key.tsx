export function List({ items }: { items: Item[] }) {
  return (
    <ul>
      {items.map((item, index) => <Row key={index} item={item} />)} {/* finds: javascript.bug.index-as-key */}
      {items.map((item, i: number) => {
        return <Row key={i} item={item} />; // finds: javascript.bug.index-as-key
      })}
      {items.map((item) => <Row key={item.id} item={item} />)} {/* ok: javascript.bug.index-as-key */}
      {Array.from({ length: 3 }).map((_, index) => <Skeleton key={index} />)} {/* ok: javascript.bug.index-as-key */}
      {items.map((item, index) => <Row key={`${item.id}-${index}`} item={item} />)} {/* ok: javascript.bug.index-as-key */}
      {items.map((item, index) => <Row key={"row" + index} item={item} />)} {/* missing: javascript.bug.index-as-key */}
    </ul>
  );
}
