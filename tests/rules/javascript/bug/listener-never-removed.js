export class Chart {
  attach() {
    this.resized = this.resize.bind(this);
    window.addEventListener("resize", this.resized);
    window.addEventListener("scroll", () => this.draw()); // ok: javascript.bug.listener-never-removed
  }

  detach() {
    window.removeEventListener("resize", this.resize.bind(this)); // finds: javascript.bug.listener-never-removed
    window.removeEventListener("scroll", () => this.draw()); // finds: javascript.bug.listener-never-removed
    window.removeEventListener("resize", this.resized); // ok: javascript.bug.listener-never-removed
    this.source.removeListener("data", this.draw); // ok: javascript.bug.listener-never-removed
  }
}
