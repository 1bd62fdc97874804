// As much of a page as the modules need that make elements.
export class Element {
  constructor(name) {
    Object.assign(this, { name, children: [], dataset: {}, attributes: {}, listeners: {}, style: {} });
  }
  append(...children) { this.children.push(...children); }
  replaceChildren(...children) { this.children = children; }
  insertBefore(child, before) { this.children.splice(before ? this.children.indexOf(before) : this.children.length, 0, child); }
  setAttribute(name, value) { this.attributes[name] = value; }
  addEventListener(name, listener) { this.listeners[name] = listener; }
  focus() { document.activeElement = this; }
  get firstChild() { return this.children[0]; }
  get text() { return this.children.map((child) => child.text ?? child).join(""); }
  // Every element below that has a name.
  all(name) { return this.children.flatMap((child) => (child instanceof Element ? [...(child.name === name ? [child] : []), ...child.all(name)] : [])); }
}
globalThis.document = { createElement: (name) => new Element(name), documentElement: { lang: "en" }, activeElement: null };
globalThis.location = { href: "https://example.org/archive/search/" };

// Sentences that are their own names.
export const say = new Proxy({}, { get: (_, name) => String(name) });
export const link = (to, text, properties = {}) => Object.assign(new Element("a"), { to, ...properties, children: [text] });
