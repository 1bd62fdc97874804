// How many results each year or month has: the shape over a range of time.
import { bounds } from "./address.js";
import { alternatives, counts } from "./filters.js";
import { answer } from "./search.js";

// Where so many years are chosen at most, months are shown.
const YEARS = 3;
// Where the first and the last year are farther apart, only those that have results are shown: a mistaken date is no reason for a thousand empty columns.
const SPAN = 150;

const year = (period) => +period.slice(0, 4);
const name = (n) => String(n).padStart(4, "0");
const monthsOf = (years) => years.flatMap((of) => Array.from({ length: 12 }, (_, month) => `${name(of)}-${String(month + 1).padStart(2, "0")}`));
const from = (first, last) => Array.from({ length: last - first + 1 }, (_, n) => first + n);

// { unit: "year" or "month", columns: [{ period, count, chosen }], undated, rough } of the months of results, as `counts` of filters.js gives them.
// Of the months of a few years, `rough` are the results whose month is unknown.
export function columns(months, { from: low, to: high, year: years } = {}) {
  const dated = months.filter(([month]) => month);
  const undated = months.find(([month]) => !month)?.[2] ?? 0;
  if (!dated.length) return { unit: "year", columns: [], undated, rough: 0 };
  const all = [...new Set(dated.map(([month]) => year(month)))].sort((a, b) => a - b);
  const ends = [low?.[0] ?? name(all[0]), high?.[0] ?? name(all.at(-1))];
  const window = year(ends[1]) - year(ends[0]);
  const near = (low || high) && window >= 0 && window < YEARS;
  const shown = near ? from(year(ends[0]), year(ends[1])) : all.at(-1) - all[0] < SPAN ? from(all[0], all.at(-1)) : all;
  const sums = new Map();
  let rough = 0;
  for (const [month, , count] of dated) {
    const period = near ? month : month.slice(0, 4);
    if (near && month.length === 4 && shown.includes(year(month))) rough += count;
    sums.set(period, (sums.get(period) ?? 0) + count);
  }
  const within = (period) => (!low || period >= low[0].slice(0, period.length)) && (!high || period.slice(0, high[0].length) <= high[0])
    && (!years || years.includes(String(year(period))));
  const any = Boolean(low || high || years);
  const made = (near ? monthsOf(shown) : shown.map(name)).map((period) => ({ period, count: sums.get(period) ?? 0, chosen: any && within(period) }));
  return { unit: near ? "month" : "year", columns: made, undated, rough };
}

// What search.js gives as `histogram`: the columns of a query's results, those that filters of time would take away among them.
export async function histogram(query, { filters = {}, exactly } = {}) {
  const { ranked, wanted, index, every } = await answer(query, { filters: bounds(filters), exactly, dated: true });
  const { month } = await counts(ranked.best, index, await alternatives(wanted, every, index, index.analysis));
  return { total: ranked.best.length, ...columns(month, filters) };
}
