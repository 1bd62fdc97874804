// Days of three calendars.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./site.js";

const { day, later, span } = await load("calendars.js");

// From hijridate and jdatetime.
for (const [calendar, date, gregorian] of [
  ["hijri", [1430, 9, 5], 20090826], ["hijri", [1443, 12, 1], 20220630], ["hijri", [1356, 1, 1], 19370314],
  // Newspapers of those days had both: the war of 10 Ramadan, the first day of the century, Kuwait.
  ["hijri", [1393, 9, 10], 19731006], ["hijri", [1400, 1, 1], 19791120], ["hijri", [1411, 1, 11], 19900802],
  ["hijri", [1343, 1, 1], 19240801], ["hijri", [1500, 12, 30], 20771116], ["hijri", [1300, 1, 1], 18821112],
  ["persian", [1388, 8, 17], 20091108], ["persian", [1399, 12, 30], 20210320], ["persian", [1400, 1, 1], 20210321], ["gregorian", [2009, 11, 8], 20091108],
])
  test(`${calendar} ${date.join("-")} is ${gregorian}`, () => assert.equal(day(calendar, ...date), gregorian));

test("there is no such day", () => assert.deepEqual([day("gregorian", 2009, 2, 30), day("hijri", 1430, 9, 31), day("hijri", 1430, 9, 30), day("hijri", 1300, 1, 31), day("persian", 1400, 12, 30)], [null, null, null, null, null]));

test("a month has its days, and a Gregorian one whatever has no day too", () => {
  assert.deepEqual(span({ calendar: "hijri", year: 1430, month: 9 }), [20090822, 20090919]);
  assert.deepEqual(span({ calendar: "persian", year: 1388, month: 12 }), [20100220, 20100320]);
  assert.deepEqual(span({ calendar: "gregorian", year: 2009, month: 3 }), [20090300, 20090399]);
});

test("a day later", () => assert.deepEqual([later(20091231, 1), later(20100101, -1)], [20100101, 20091231]));

test("a Hijri month may have had a 30th day, by sight, and no 31st", () => {
  assert.deepEqual(span({ calendar: "hijri", year: 1430, month: 9, day: 30 }), [20090920, 20090920]);
  assert.equal(span({ calendar: "hijri", year: 1430, month: 9, day: 31 }), null);
  assert.equal(span({ calendar: "persian", year: 1400, month: 12, day: 30 }), null);
});
