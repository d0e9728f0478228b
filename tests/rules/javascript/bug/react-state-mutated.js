import React, { Component } from "react";

export class List extends Component {
  constructor(props) {
    super(props);
    this.state = { items: [], count: 0 }; // ok: javascript.bug.react-state-mutated
    this.state.items = props.items; // ok: javascript.bug.react-state-mutated
  }

  add(item) {
    this.state.items.push(item); // finds: javascript.bug.react-state-mutated
    this.state.count = this.state.items.length; // finds: javascript.bug.react-state-mutated
    this.state.count++; // finds: javascript.bug.react-state-mutated
    this.setState((state) => ({ items: [...state.items, item] })); // ok: javascript.bug.react-state-mutated
    const sorted = [...this.state.items].sort(); // ok: javascript.bug.react-state-mutated
    return sorted;
  }

  alias(item) {
    const { items } = this.state;
    items.push(item); // missing: javascript.bug.react-state-mutated
  }
}

export class Parser {
  next() {
    this.state.position = 1; // ok: javascript.bug.react-state-mutated
    this.state.stack.push("x"); // ok: javascript.bug.react-state-mutated
  }
}
