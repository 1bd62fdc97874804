// Several words or phrases of which one suffices.
import { wholly } from "./families.js";
import { row, whole } from "./made.js";
import { each } from "./sayings.js";
import { named } from "./understanding.js";
import { NEAR, formsOf, PHRASE } from "./words.js";

// They are one word: with the names of concepts that are among them, and what is told of them.
export async function eitherOf(several, index, exactly) {
  const { analysis } = index;
  const entire = wholly(several.filter(({ length }) => length === 1).flat(), index);
  const found = await Promise.all(several.map((tokens) => each(tokens, analysis, tokens.length > 1 ? () => PHRASE : entire)));
  const typed = several.map((tokens) => tokens.map(({ raw }) => raw).join(" "));
  const of = whole(typed.join(" | "), []);
  of.names = [];
  for (const words of found) {
    if (!exactly) of.names.push(...(await named(words, index)));
    if (words.length === 1) {
      const [one] = words;
      of.forms.push(...one.forms);
      for (const part of ["families", "cores"]) for (const name of one[part]) of[part].add(name);
      of.labels.push(...one.labels);
    } else {
      of.forms.push([row(words.map((word) => formsOf(word))), NEAR.bare]);
      of.labels.push(words.map(({ stem }) => stem));
    }
  }
  of.told = { as: "either", typed };
  return of;
}
