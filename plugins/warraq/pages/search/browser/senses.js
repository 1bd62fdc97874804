// One stem of two senses: a noun and the adjective that is made of it, محل and محلي. Who asks for one finds the other behind it, and is told.
import { NEAR } from "./words.js";

// What a noun ends in and no such adjective, and the other way round: محلها, محلات; محليا, محليون. «محلين» and «لاعبي» may be of either.
const NOUN = /^(?:ها?|هم|ات|ان|نا|ا)$/u;
const ADJECTIVE = /^ي(?:ا|ون|ين|ات)$/u;
const DUAL = "ين";
// «أمسي» is no word, and أمسية is one: an adjective that so many times more often ends otherwise is named so.
const RARE = 5;
// So many results are looked at where other words decide too.
const FIRST = 10;

// The forms of a word that have its other sense, and what these are a form of, as it was typed but for its ending; null where its stem has one sense.
function apart({ written, token, core, stem, forms }) {
  const ending = ({ core: of, stem: own }) => (own === stem && of.startsWith(stem) ? of.slice(stem.length) : DUAL);
  const has = (ends) => forms.some(([form]) => ends.test(ending(form)));
  const asked = ending({ core, stem });
  if (asked === DUAL || !has(NOUN) || !has(ADJECTIVE)) return null;
  const adjective = asked.startsWith("ي");
  const other = new Set(forms.map(([form]) => form).filter((form) => ending(form) !== DUAL && ending(form).startsWith("ي") !== adjective));
  const times = (end) => [...other].reduce((sum, form) => sum + (ending(form) === end ? form.count : 0), 0);
  const end = adjective ? ["", "ه", "ات"].reduce((most, one) => (times(one) > times(most) ? one : most)) : times("يه") > RARE * times("ي") ? "يه" : "ي";
  const from = written.length === token.length ? token.indexOf(stem) : -1;
  return { other, name: (from < 0 ? stem : written.slice(from, from + stem.length)) + end.replace("ه", "ة") };
}

// The words by whose other sense alone some of the articles are found: [{ as, typed, meant }].
export function senses(words, best) {
  const met = words.length > 1 ? best.slice(0, FIRST) : best;
  return words.flatMap((of) => {
    const { other, name } = (!of.whole && !of.guessed && apart(of)) || {};
    const found = (fits) => (article) => of.forms.some(([form, near]) => fits(form, near) && form.in(article).length);
    const own = found((form, near) => !other.has(form) && near !== NEAR.family);
    const others = found((form) => other.has(form));
    return name && met.some((article) => !own(article) && others(article)) ? [{ as: "senses", typed: of.written, meant: name }] : [];
  });
}
