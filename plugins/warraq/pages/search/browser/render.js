// Results as elements of a page: text only, never markup, whatever an article or a query has in it.
export function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

export function marked(text, marks) {
  const parts = [];
  let at = 0;
  for (const [start, end] of marks) {
    if (start < at) continue;
    parts.push(text.slice(at, start), element("mark", {}, text.slice(start, end)));
    at = end;
  }
  return [...parts, text.slice(at)];
}

// The address of a result with what was searched for, so that its page can mark it.
export function leading(url, query) {
  const to = new URL(url);
  if (query.trim()) to.searchParams.set("mark", query.slice(0, 200));
  return to.href;
}

// Which of the words searched for an article does not have, in case somebody wonders why it stands here.
function lacking({ missing }, say) {
  if (!missing.length || !say.lacking) return null;
  return element("p", { className: "quiet" }, `${say.lacking} `, ...missing.flatMap((word, n) => [n ? `${say.comma} ` : "", element("bdi", {}, word)]));
}

// Of another version: which article it is one of, with a link to that one.
function version({ versionOf, versionDay }, query, say) {
  if (!versionOf) return null;
  const link = element("a", { href: leading(versionOf.url, query), dir: "auto" }, versionOf.title);
  return element("p", { className: "quiet" }, say.version ? `${say.version} ` : "", link, ...(versionDay ? [" · ", element("bdi", {}, versionDay)] : []));
}

// `more`: a link that stands behind the facts, such as the one to articles that are like this one.
export function item(result, query, heading, say, more) {
  const link = element("a", { href: leading(result.url, query), dir: "auto" }, ...marked(result.title, result.titleMarks));
  const facts = element("p", { className: "quiet" });
  if (result.source) facts.append(element("bdi", {}, result.source));
  if (result.source && result.date) facts.append(" · ");
  if (result.date) facts.append(element("time", { dateTime: result.date }, element("bdi", {}, result.dateText || result.date)));
  if (result.date && result.inferred) facts.append(` (${say.inferred})`);
  const foot = more ? element("div", { className: "facts" }, facts, element("p", { className: "quiet" }, more)) : facts;
  return element("li", { className: "item" }, element(heading, {}, link),
    result.excerpt ? element("p", { className: "summary", dir: "auto" }, ...marked(result.excerpt, result.marks)) : null, lacking(result, say), foot, version(result, query, say));
}

// Numbers that the page writes, in the digits of the site: the page says which (`data-digits`), and where it says none they are 0-9.
const ZERO = { arab: 0x660, arabext: 0x6f0 };

export const digitsOfPage = () => globalThis.document?.documentElement.dataset?.digits ?? "latn";

// `value` is a number, or a text of ours that has some: never a reader's or an article's words.
export function digits(value, name = digitsOfPage()) {
  const zero = ZERO[name];
  return zero ? String(value).replace(/[0-9]/gu, (digit) => String.fromCharCode(zero + Number(digit))) : String(value);
}

// A number said in the page's language: `forms` has a sentence for each plural category, with {n} in it.
export function said(forms, n, language = document.documentElement.lang) {
  return (forms[new Intl.PluralRules(language).select(n)] ?? forms.other).replace("{n}", digits(n));
}

// Every sentence that the page says, out of its <template data-say="…">.
export function sentences(root) {
  const found = {};
  for (const template of root.querySelectorAll("template[data-say]")) {
    const name = template.dataset.say;
    const text = template.content.textContent.trim();
    if (template.dataset.number) (found[name] ??= {})[template.dataset.number] = text;
    else found[name] = text;
  }
  return found;
}

// Arrow keys go from the box through the links and back; Escape goes back to the box.
export function keys(box, links) {
  return (event) => {
    const all = links();
    const at = all.indexOf(document.activeElement);
    let to;
    if (event.key === "ArrowDown" && all.length) to = all[Math.min(all.length - 1, at + 1)];
    else if (event.key === "ArrowUp" && at >= 0) to = at === 0 ? box : all[at - 1];
    else if (event.key === "Escape" && at >= 0) to = box;
    if (!to) return false;
    event.preventDefault();
    to.focus();
    return true;
  };
}
