// Items of the same wording. One key decides on all of them, but only after every one of their sentences has been on the screen.
import { fill, linkTo, standing, written } from "./shown.js";
import { at } from "./told.js";

const MOST_OF_SCREEN = 0.5;

const element = (name, values = {}) => Object.assign(document.createElement(name), values);

function sentenceOf(item) {
  const words = element("span", { className: "excerpt", dir: "auto", lang: item.lang });
  words.append(element("span"), element("mark"), element("span"));
  fill(words, [item.before, item.quote, item.after]);
  return words;
}

// An article that no sentence tells of: its title, which leads to it, its date, its source and its file; what is asked, and what is proposed.
function articleOf(item) {
  const place = element("span", { className: "article" });
  const facts = element("small");
  for (const [text, dir] of [[item.date, "auto"], [item.of, "auto"], [item.path, "ltr"]]) {
    if (text) facts.append(...(facts.childNodes.length ? [" · "] : []), element("bdi", { textContent: text, dir }));
  }
  place.append(linkTo(item), facts);
  if (`${item.before}${item.quote}${item.after}`.trim()) place.append(sentenceOf(item));
  if (item.proposals.length) place.append(written(standing(item), item.proposals[0].text));
  return place;
}

// One of those that are alike, with its tick: a sentence and the article that it stands in, or how many do; or an article.
function rowOf(item, times) {
  const [row, label] = [element("li"), element("label")];
  label.append(element("input", { type: "checkbox", checked: true }), item.ofArticle ? articleOf(item) : sentenceOf(item));
  row.append(label);
  if (!item.ofArticle) row.append(" ", element("small", { textContent: times > 1 ? `${item.title} · ×${times}` : item.title }));
  return row;
}

export class Alike {
  #ask;
  #rows = new Map(); // hash of a sentence → {row, ids}
  #seen = new Set(); // hashes of all sentences that were on the screen since the page was opened
  #watch = new IntersectionObserver((entries) => this.#see(entries), { threshold: MOST_OF_SCREEN, rootMargin: "0px 0px -72px 0px" }); // not below the buttons
  #last = "";
  #own = "";
  #loading = null;
  sentences = 0;
  number = 0;

  constructor(ask) {
    this.#ask = ask;
  }

  // Begin with the item that is shown: its sentence is before the editor's eyes.
  async begin(item) {
    this.#watch.disconnect();
    this.#rows.clear();
    this.group = item.group;
    this.#last = "";
    this.#own = item.sentence;
    this.#seen.add(item.sentence);
    this.sentences = 0;
    this.number = item.alike;
    at("others").querySelector("ol").replaceChildren();
    at("others").hidden = item.alike < 2;
    this.tell();
    if (item.alike > 1) await this.#more();
  }

  get allShown() {
    return this.sentences > 0 && this.#rows.size >= this.sentences && this.seen.length === this.#rows.size;
  }

  // The hashes of those that were on the screen.
  get seen() {
    return [...this.#rows.keys()].filter((hash) => this.#seen.has(hash));
  }

  // What stays checked of all sentences, an item for each place; the item's own is among them.
  get items() {
    return [...this.#rows.values()].filter(({ row }) => row.querySelector("input").checked).flatMap(({ ids, item }) => ids.map((id) => ({ ...item, id })));
  }

  // Show what was not shown yet; give true where nothing is left to show.
  async showOn() {
    while (!this.allShown && ![...this.#rows.keys()].some((hash) => !this.#seen.has(hash))) {
      if (!(await this.#more())) return this.allShown;
    }
    if (this.allShown) return true;
    const [, next] = [...this.#rows].find(([hash]) => !this.#seen.has(hash));
    next.row.scrollIntoView({ block: "start", behavior: "instant" });
    return false;
  }

  async #more() {
    this.#loading ??= this.#load().finally(() => {
      this.#loading = null;
    });
    return await this.#loading;
  }

  async #load() {
    const group = this.group;
    const answer = await this.#ask("alike", { group, after: this.#last });
    if (!answer || group !== this.group || !answer.alike.length) return false;
    this.sentences = answer.sentences;
    this.number = answer.number;
    for (const { item, ids } of answer.alike) this.#add(item, ids);
    this.tell();
    return true;
  }

  #add(item, ids) {
    this.#last = item.sentence;
    if (this.#rows.has(item.sentence)) return;
    const row = rowOf(item, ids.length);
    row.dataset.sentence = item.sentence;
    this.#rows.set(item.sentence, { row, ids, item });
    if (item.sentence === this.#own) {
      row.hidden = true; // it stands above
    } else {
      this.#watch.observe(row);
    }
    at("others").querySelector("ol").append(row);
  }

  #see(entries) {
    const before = this.#seen.size;
    for (const entry of entries) {
      const isLong = entry.intersectionRect.height > window.innerHeight / 3;
      if (entry.isIntersecting && (entry.intersectionRatio >= MOST_OF_SCREEN || isLong)) {
        this.#seen.add(entry.target.dataset.sentence);
        this.#watch.unobserve(entry.target);
      }
    }
    if (this.#seen.size !== before) this.tell();
    const rows = [...this.#rows.keys()];
    if (rows.length < this.sentences && this.#seen.has(rows.at(-1))) this.#more();
  }

  tell() {
    const { text, shown } = at("alike").dataset;
    const some = this.sentences > 1 ? ` · ${Math.max(1, this.seen.length)} / ${this.sentences} ${shown}` : "";
    at("alike").textContent = `${this.number} ${text}${some}`;
    const word = document.querySelector('[data-do="all"] span');
    word.textContent = this.allShown ? word.dataset.all : word.dataset.more;
    document.querySelector('[data-do="takeAll"]').disabled = !this.allShown;
  }
}
