// What a word is searched under: analysis.py's twin, function for function. tests/search proves them equal.
export class Analysis {
  constructor(description) {
    this.description = description;
    this.word = new RegExp(`${description.percent}|${description.word}`, "g");
    this.percent = new RegExp(description.percent, "y");
    this.ignored = new RegExp(description.ignored, "g");
    this.letters = new Map(Object.entries(description.letters));
    this.thousands = new RegExp(description.thousands, "g");
    this.arabic = new RegExp(description.arabic);
    this.stop = new Set(description.stop);
    this.whole = new Set(description.whole);
    this.families = new Map(Object.entries(description.families));
    this.forms = new Map(Object.entries(description.forms));
    this.pasts = new Map(Object.entries(description.pasts));
    this.imperfects = new Map(Object.entries(description.imperfects));
    this.seen = new Set(description.seen);
    this.shapes = description.shapes.map(([shape, name]) => [new RegExp(shape), name]);
    this.prefixes = new Set(description.prefixes);
    this.sounds = new Map(description.sounds);
    this.sounding = new RegExp([...this.sounds.keys()].join("|"), "g");
    this.folded = new Map();
  }

  fold(word) {
    let known = this.folded.get(word);
    if (!known) {
      let text = word.replaceAll("ئو", "ؤو").normalize("NFKD").replace(this.ignored, "");
      text = Array.from(text, (letter) => this.letters.get(letter) ?? letter).join("").toLowerCase();
      known = text.replace(this.thousands, "").split(/\s+/).filter(Boolean);
      this.folded.set(word, known);
    }
    return known;
  }

  tokens(text) {
    return this.placed(text).map(([token]) => token);
  }

  // The words of a text with their places in it: [token, start, end]. A percentage is one.
  placed(text) {
    return Array.from(text.matchAll(this.word)).flatMap(({ 0: word, 1: number, 2: behind, index }) =>
      this.fold(number || behind ? `${number ?? behind}%` : word).map((token) => [token, index, index + word.length]));
  }

  // Where a percentage ends that begins at a place of a text; 0 where none does.
  percentAt(text, at) {
    this.percent.lastIndex = at;
    return this.percent.test(text) ? this.percent.lastIndex : 0;
  }

  sound(word) {
    const heard = Array.from(word.matchAll(this.sounding), ([part]) => this.sounds.get(part)).join("");
    return Array.from(heard).filter((letter, at) => heard[at - 1] !== letter).join("");
  }

  consonants(word) {
    return this.sound(word).replace(/[awy]/g, "");
  }

  ending(word) {
    for (let round = 0; round < 2; round++) {
      const found = this.description.suffixes.find(([suffix, stays]) => word.length - suffix.length >= stays && word.endsWith(suffix));
      if (!found) break;
      word = word.slice(0, -found[0].length);
      if (found[0][0] === "ي" && word.endsWith("ا")) break;
    }
    if (word.length >= 4 && word.endsWith("ء")) return word.slice(0, -1);
    return word.length >= 5 && (word.endsWith("او") || word.endsWith("اي")) ? word.slice(0, -1) : word;
  }

  withoutArticle(word) {
    if (this.whole.has(this.ending(word))) return word;
    if ("وفبك".includes(word[0]) && word.slice(1, 3) === "ال" && this.whole.has(this.ending(word.slice(1)))) return word;
    for (const article of this.description.articles) {
      const rest = word.slice(article.length);
      if (word.startsWith(article) && (rest.length >= (article === "ال" ? 2 : 3) || this.whole.has(rest)))
        return article.endsWith("لل") && this.whole.has(this.ending("ل" + rest)) ? "ل" + rest : rest;
    }
    return word;
  }

  withoutParticles(word) {
    if (word[0] === "و" && word.length >= 4 && !this.whole.has(word) && this.stop.has(word.slice(1))) return word.slice(1);
    if (this.whole.has(this.ending(word))) return word;
    if (word.length >= 6 && this.prefixes.has(word.slice(0, 2))) {
      if (this.whole.has(this.ending(word.slice(1)))) return word.slice(1);
      if (word[1] !== "س" || "يتن".includes(word[2])) return word.slice(2);
    }
    if (word.length >= 5 && this.description.particles.includes(word[0])) return word.slice(1);
    if (word.length === 4 && "وف".includes(word[0]) && this.pasts.has(word.slice(1))) return word.slice(1);
    return word;
  }

  verb(core) {
    const past = this.pasts.get(core);
    if (past) return past;
    const future = core[0] === "س" && core.length >= 5 && "يتنا".includes(core[1]) && !this.whole.has(this.ending(core));
    const rest = future ? core.slice(1) : core;
    if ("يتنا".includes(rest[0]))
      for (const suffix of ["", "ون", "ان", "ين", "وا", "ه", "ها", "هم", "نا"]) {
        const end = rest.length - suffix.length;
        if (!rest.endsWith(suffix) || !(end > 3 || (rest[0] === "ي" && (suffix === "" || suffix === "ون")))) continue;
        if (rest[0] === "ت" && rest.endsWith("يه")) continue;
        const found = this.imperfects.get(rest.slice(1, end));
        if (found) return found;
        if (rest[0] !== "ا" && this.seen.has(rest.slice(1, end))) return this.shaped(this.ending(rest.slice(1, end)));
      }
    for (const suffix of ["ت", "وا", "نا", "تا", "ا", "ه", "ها", "هم", "ته", "تها", "تهم", "وه", "وها"]) {
      const found = core.endsWith(suffix) && this.pasts.get(core.slice(0, core.length - suffix.length));
      if (found) return found;
    }
    return null;
  }

  shaped(stem) {
    const known = this.families.get(stem);
    if (known) return known;
    for (const [shape, name] of this.shapes) {
      const match = shape.exec(stem);
      if (match) return Array.from(name, (c) => ("123".includes(c) ? match[+c] : c)).join("");
    }
    return stem;
  }

  analyse(word, articled = false) {
    if (word.length < 3 || !this.arabic.test(word)) return { bare: word, core: word, stem: word, family: word };
    const bare = articled ? word : this.withoutArticle(word);
    const core = articled || bare !== word ? bare : this.withoutParticles(bare);
    if (core.length < 3) return { bare, core, stem: core, family: this.shaped(core) };
    let stem = this.ending(core);
    let family = this.forms.get(core);
    if (!articled && bare === word) {
      family ??= this.verb(core);
      if (!this.whole.has(stem)) {
        if (core.length >= 5 && core[0] === "ي") stem = this.ending(core.slice(1));
        else if (core.length >= 6 && core.slice(0, 2) === "سي") stem = this.ending(core.slice(2));
      }
    }
    return { bare, core, stem, family: family ?? this.shaped(stem) };
  }
}
