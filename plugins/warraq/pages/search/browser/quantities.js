// Large numbers in a query: 30000, 30,000 and «30 ألف» are one.
const NUMBER = /^\d+(?:\.\d+)?$/u;
// Of each size the words of a query that say it; the first of them are searched for, with all their forms.
const UNITS = [
  [1e3, ["الف", "الاف", "الفا", "هزار", "thousand"]],
  [1e6, ["مليون", "ملايين", "مليونا", "ميليون", "million"]],
  [1e9, ["مليار", "مليارات", "مليارا", "بليون", "ميليارد", "billion"]],
  [1e12, ["تريليون", "ترليون", "trillion"]],
];
// A comma before one or two digits parts no thousands.
const DECIMAL = /^(\d+),(\d{1,2})$/u;
// A smaller number stands in texts as a year, a street or a count of its own.
const LARGE = 3000;

const plain = (value) => String(Number(value.toFixed(6)));

// The large number that begins at one of a query's words: { spellings: ["30000"], counted: [["30", 1000]], end }.
export function numberAt(words, at) {
  const token = words[at].token.replace(DECIMAL, "$1.$2");
  if (!NUMBER.test(token)) return null;
  const unit = UNITS.find(([, names]) => names.includes(words[at + 1]?.token));
  const value = Number(token) * (unit?.[0] ?? 1);
  // 30.000 is thirty thousand where points part thousands.
  const dotted = !unit && /^[1-9]\d{0,2}(?:\.000)+$/u.test(token) ? Number(token.replaceAll(".", "")) : 0;
  const meant = dotted || value;
  if (!Number.isSafeInteger(meant) || meant < LARGE) return null;
  const counted = UNITS.flatMap(([size]) => {
    const many = meant / size;
    return many >= 1 && many < 1000 && plain(many).length <= (size === 1e3 ? 3 : 5) && Number(plain(many)) === many ? [[plain(many), size]] : [];
  });
  if (!counted.length) return null;
  return { spellings: [...new Set([plain(meant), ...(dotted ? [token] : [])])], counted, end: at + (unit ? 2 : 1) };
}

// How else a number is written: 72,51% and 72.51%; 4.300 and 4300, of which nobody can tell what is meant: [spelling …], the one that was typed first.
export function separated(token) {
  const decimal = /^(\d+)([.,])(\d{1,2}%?)$/u.exec(token);
  if (decimal) return [token, `${decimal[1]}${decimal[2] === "." ? "," : "."}${decimal[3]}`];
  if (/^[1-9]\d{0,2}(?:\.\d{3})+$/u.test(token)) return [token, token.replaceAll(".", "")];
  return /^[1-9]\d{3,8}$/u.test(token) && Number(token) >= LARGE ? [token, token.replace(/\B(?=(?:\d{3})+$)/gu, ".")] : [token];
}

export const unitNames = (size) => UNITS.find(([other]) => other === size)[1].slice(0, 1);
