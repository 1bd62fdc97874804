// Which of the archive's languages a filter names: by its code, or as Arabic, English, Persian or the language itself call it, «عربي» as العربية.
const CALLING = ["ar", "en", "fa"];

function called(code, language) {
  try {
    return new Intl.DisplayNames([language], { type: "language" }).of(code) ?? "";
  } catch {
    return "";
  }
}

// Their numbers among the languages of filters.js.
export function languagesOf(value, { languages }, analysis) {
  const stems = (text) => analysis.tokens(text).map((token) => analysis.analyse(token).stem).join(" ");
  const [code, asked] = [value.trim().toLowerCase(), stems(value)];
  const means = (own) => own.toLowerCase() === code || (asked && [...CALLING, own].some((language) => stems(called(own, language)) === asked));
  return languages.flatMap((own, n) => (own && means(own) ? [n] : []));
}
