describe("cart", () => {
  it.only("adds", () => { // finds: javascript.bug.exclusive-test
    expect(add(1, 1)).toBe(2);
  });
  it("removes", () => { // ok: javascript.bug.exclusive-test
    expect(remove(2, 1)).toBe(1);
  });
});

fdescribe("order", () => { // finds: javascript.bug.exclusive-test
  it.skip("pays", () => {});
});

query.only("name", "mail"); // ok: javascript.bug.exclusive-test
chart.fit("width", 10); // ok: javascript.bug.exclusive-test
const only = cond ? it.only : it; // missing: javascript.bug.exclusive-test
only("x", () => {});
