// Results by year and month.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./site.js";

const { columns } = await load("histogram.js");
const { histogram } = await load("search.js");
const months = (given) => Object.entries(given).map(([month, count]) => [month, month, count]);
const GIVEN = months({ 2019: 2, "2019-06": 1, "2021-01": 5, "2021-12": 1, "": 3 });

test("years without results have their column too, undated articles have none", () => {
  const { unit, columns: made, undated } = columns(GIVEN);
  assert.deepEqual([unit, undated, made.map(({ period, count }) => [period, count])], ["year", 3, [["2019", 3], ["2020", 0], ["2021", 6]]]);
  assert.ok(made.every(({ chosen }) => !chosen));
});

test("a few chosen years are shown by months, with those of unknown month beside them", () => {
  const { unit, columns: made, rough } = columns(GIVEN, { from: ["2019-06"], to: ["2020"] });
  assert.deepEqual([unit, made.length, rough, made[0].period, made[5]], ["month", 24, 2, "2019-01", { period: "2019-06", count: 1, chosen: true }]);
  assert.deepEqual([made[4].chosen, made[23].chosen], [false, true]);
});

test("chosen years and open ends are marked among all", () => {
  const chosen = (filters) => columns(months({ 2001: 1, 2009: 1 }), filters).columns.filter((one) => one.chosen).map(({ period }) => +period);
  assert.deepEqual(chosen({ year: ["2003", "2005"] }), [2003, 2005]);
  assert.deepEqual(chosen({ from: ["2004"] }), [2004, 2005, 2006, 2007, 2008, 2009]);
  assert.deepEqual(chosen({ from: ["2009"], to: ["2001"] }), []);
});

test("a mistaken date makes no thousand columns, and no date makes none", () => {
  assert.deepEqual(columns(months({ "0204": 1, 2009: 1, 2011: 2 })).columns.map(({ period }) => period), ["0204", "2009", "2011"]);
  assert.deepEqual(columns(months({ "": 2 })), { unit: "year", columns: [], undated: 2, rough: 0 });
});

test("a query's years, with those that its range would take away", async () => {
  const { total, columns: made } = await histogram("الجسر", { filters: { from: ["2021"] } });
  assert.deepEqual([total, made.map(({ period, count, chosen }) => [period, count, chosen]).filter(([, count]) => count)], [1, [["2020", 1, false], ["2024", 1, true]]]);
});
