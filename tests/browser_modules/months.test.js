// The names of months, as Python knows them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./site.js";

const { months, weekdays } = await load("months.js");

test("every calendar has twelve months", () => {
  for (const calendar of ["gregorian", "hijri", "persian"])
    assert.equal(new Set(months.filter(([of]) => of === calendar).map(([, number]) => number)).size, 12);
});

test("names from Rabat to Damascus, and French ones", () => {
  for (const name of ["نونبر", "تشرين الثاني", "نوفمبر", "novembre"]) assert.ok(months.some(([, number, known]) => number === 11 && known === name), name);
});

test("days of the week", () => assert.ok(weekdays.includes("الأحد")));
