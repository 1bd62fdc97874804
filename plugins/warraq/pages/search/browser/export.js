// The results as a file: a table, BibTeX, RIS, or JSON.

// So many results are saved at most; the whole archive is in data/.
export const MOST = 500;
const STEP = 50;
const TOGETHER = 6;
export const TYPES = { csv: "text/csv", bib: "application/x-bibtex", ris: "application/x-research-info-systems", json: "application/json" };
const FIELDS = ["address", "title", "date", "date_inferred", "source", "passage"];
const LINE_FIELDS = ["before", "hit", "after", "part", "address", "title", "date", "source"];

// As data.py guards the cells of its tables: what a spreadsheet would run as a formula gets a ' before it.
const INVISIBLE = String.raw`\x20\x00-\x08\x0e-\x1b\x1f"\x7f-\x84\x86-\xa0\xad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u1680\u180e\u2000-\u200f\u202a-\u202f\u205f-\u206f\u3000\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}`;
const SIGNS = String.raw`=+\-@\uff1d\uff0b\uff0d\uff20\u2212\ufe63\ufe62\ufe66\ufe6b`;
const FORMULA = new RegExp(String.raw`(^|[;|\t\r\n\v\f\x1c-\x1e\x85\u2028\u2029])([${INVISIBLE}]*)(?=[${SIGNS}])`, "gu");

function cell(value) {
  const given = String(value ?? "").replace(FORMULA, "$1'$2");
  const safe = /^[\t\r\n]/u.test(given) ? `'${given}` : given;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

// RFC 4180, with the byte order mark that spreadsheets need to read Arabic.
export const table = (fields, rows) => `\ufeff${[fields, ...rows.map((row) => fields.map((name) => row[name]))].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;

const row = ({ url, title, date, inferred, source, excerpt }) =>
  ({ address: url, title, date, date_inferred: Boolean(inferred), source, passage: excerpt });

// Every result up to MOST: `find(offset, limit)` gives some of them, as search.js does.
export async function gathered(find, { onprogress, signal } = {}) {
  const results = [];
  let total = 0;
  do {
    const found = await find(results.length, Math.min(STEP, MOST - results.length));
    if (!found.results.length) break;
    results.push(...found.results);
    total = found.total;
    onprogress?.(results.length, Math.min(total, MOST));
  } while (results.length < Math.min(total, MOST) && !signal?.aborted);
  return { results, total };
}

// A site that was built without knowing its address cites without one: then it is the one at which the reader has it, as in a table.
const addressed = {
  bib: (text, url) => (/^ {2}url = /mu.test(text) ? text : text.replace(/\n\}\s*$/u, () => `,\n  url = {${url}}\n}\n`)),
  ris: (text, url) => (/^UR {2}- /mu.test(text) ? text : text.replace(/^ER {2}-/mu, (end) => `UR  - ${url}${text.includes("\r\n") ? "\r\n" : "\n"}${end}`)),
};

// The files for reference managers that the articles have already, one after the other; `missing` could not be read.
async function cited(results, ending, { onprogress, signal }) {
  const parts = [];
  let missing = 0;
  for (let at = 0; at < results.length && !signal?.aborted; at += TOGETHER) {
    const answers = await Promise.all(results.slice(at, at + TOGETHER).map(({ url }) =>
      fetch(new URL(`cite.${ending}`, url)).then((answer) => (answer.ok ? answer.text() : null)).then((text) => text && addressed[ending](text, url)).catch(() => null)));
    for (const answer of answers) {
      if (answer === null) missing++;
      // The last line of RIS ends with a space.
      else parts.push(`${answer.replace(/[\r\n]+$/u, "")}\n`);
    }
    onprogress?.(Math.min(results.length, at + TOGETHER), results.length);
  }
  return { text: parts.join("\n"), missing };
}

// { text, type, name, count, total, missing } of results in a format. `about`: the query and the page's address, which a JSON file repeats.
export async function saved(format, find, { about, onprogress, signal } = {}) {
  const { results, total } = await gathered(find, { onprogress, signal });
  const made = { type: TYPES[format], name: `results.${format}`, count: results.length, total, missing: 0 };
  if (format === "csv") return { ...made, text: table(FIELDS, results.map(row)) };
  if (format === "json") return { ...made, text: `${JSON.stringify({ ...about, total, results: results.map(row) }, null, 1)}\n` };
  const { text, missing } = await cited(results, format, { onprogress, signal });
  return { ...made, text, missing, count: results.length - missing };
}

// The same of the lines of a concordance, in the order in which they are shown.
export function savedLines(format, found, { about } = {}) {
  const rows = found.lines.map(({ url, before, hit, after, part, title, date, source }) => ({ before, hit, after, part, address: url, title, date, source }));
  const made = { type: TYPES[format], name: `lines.${format}`, count: rows.length, total: rows.length, missing: 0 };
  return { ...made, text: format === "csv" ? table(LINE_FIELDS, rows) : `${JSON.stringify({ ...about, lines: rows }, null, 1)}\n` };
}

// Hand a file to the reader.
export function download({ text, type, name }) {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = Object.assign(document.createElement("a"), { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
