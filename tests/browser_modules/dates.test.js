// Dates as they are typed.
import assert from "node:assert/strict";
import { test } from "node:test";
import { analysis, load } from "./site.js";

const { boundAt, dateAt, noDayAt, yearIn } = await load("dates.js");

const words = (text) => {
  let last = 0;
  return analysis.placed(text).map(([token, start, end]) => {
    const gap = text.slice(last, start);
    last = end;
    return { token, gap, raw: text.slice(start, end) };
  });
};
const read = (text) => dateAt(words(text), 0, analysis)?.readings.map(({ calendar, year, month, day }) => [calendar, year ?? 0, month ?? 0, day ?? 0].join(" ")) ?? null;

for (const [text, ...readings] of [
  ["8 نوفمبر 2009", "gregorian 2009 11 8"], ["٨ نونبر ٢٠٠٩", "gregorian 2009 11 8"], ["8 تشرين الثاني 2009م", "gregorian 2009 11 8"], ["November 8, 2009", "gregorian 2009 11 8"],
  ["8 novembre 2009", "gregorian 2009 11 8"], ["الأحد 8 نوفمبر 2009", "gregorian 2009 11 8"], ["مارس 2009", "gregorian 2009 3 0"], ["شهر آذار عام 2009", "gregorian 2009 3 0"],
  ["تشرين الثاني (نوفمبر) 2009", "gregorian 2009 11 0"], ["٥ رمضان ١٤٣٠هـ", "hijri 1430 9 5"], ["ربيع الآخر 1430 هـ", "hijri 1430 4 0"], ["1430هـ", "hijri 1430 0 0"],
  ["۱۷ آبان ۱۳۸۸", "persian 1388 8 17"], ["آبان ماه ۱۳۸۸", "persian 1388 8 0"], ["15/12/2009", "gregorian 2009 12 15"], ["2009-11-08", "gregorian 2009 11 8"], ["8.11.2009", "gregorian 2009 11 8", "gregorian 2009 8 11"],
  ["10 / 7 / 2016", "gregorian 2016 7 10", "gregorian 2016 10 7"], ["5/5/2016", "gregorian 2016 5 5"], ["25 يناير", "gregorian 0 1 25"], ["5/9/1430هـ", "hijri 1430 9 5"],
  ["1431/3/9هـ", "hijri 1431 3 9"], ["1431-3-9 هـ", "hijri 1431 3 9"], ["9 ربيع أول 1431", "hijri 1431 3 9"], ["جماد الثاني 1431هـ", "hijri 1431 6 0"], ["جمادى أولى ١٤٣١", "hijri 1431 5 0"],
  ["٣ ذوالحجة ١٤٣١", "hijri 1431 12 3"], ["الثالث من نيسان 2011", "gregorian 2011 4 3"], ["الحادي والعشرين من رجب 1431هـ", "hijri 1431 7 21"], ["الثاني عشر من شهر صفر 1431", "hijri 1431 2 12"],
  ["العشرين من حزيران", "gregorian 0 6 20"],
])
  test(`a date: ${text}`, () => assert.deepEqual(read(text), readings));

for (const text of ["مارس", "مارس المهنة", "31 فبراير 2009", "45/45/2009", "20 ألف", "2009", "شهر", "8", "نوفمبر 99", "الثاني مارس 2009", "الثاني من القائمة", "الحادي من مارس"])
  test(`no date: ${text}`, () => assert.equal(read(text), null));

test("a day that no calendar has is told from what is no date", () => {
  const ends = (...texts) => texts.map((text) => noDayAt(words(text), 0, analysis));
  assert.deepEqual(ends("30 فبراير 2013 شيء", "الأحد 31 نيسان 2009", "30/2/2013", "2013-02-30", "31 فبراير", "31 رمضان 1430هـ", "31 مهر 1388"), [3, 4, 3, 3, 2, 3, 3]);
  assert.deepEqual(ends("29 فبراير 2012", "45 مارس 2009", "99/99/2009", "31 مارس", "فبراير 2013", "30"), [null, null, null, null, null, null]);
  assert.equal(boundAt(words("30 فبراير 2013"), 0, analysis), null);
});

test("four Persian digits alone are a Persian year, as long as it may be one, and then a Hijri one", () => {
  const { span, ...year } = yearIn("۱۳۹۲");
  assert.deepEqual([year, span], [{ calendar: "persian", year: 1392 }, [20130321, 20140320]]);
  assert.equal(yearIn("۱۴۳۵").calendar, "hijri");
  assert.deepEqual(["۲۰۱۳", "۹۹۹۹", "1392", "١٣٩٢", "۱۳۹", "آب"].map(yearIn), [null, null, null, null, null, null]);
});

test("a filter takes a year, a month of a year, and no word", () => {
  const bound = (text) => boundAt(words(text), 0, analysis)?.readings[0].span ?? null;
  assert.deepEqual([bound("2009"), bound("2009-11"), bound("غدا")], [[20090000, 20099999], [20091100, 20091199], null]);
  assert.deepEqual(["2009-02-30", "2009-11-31", "2009-13-01", "2009-13"].map(bound), [null, null, null, null]);
});

test("a filter reads the digits of Persian as a query does, and asks of the others which calendar is meant", () => {
  const read = (text) => boundAt(words(text), 0, analysis)?.readings.map(({ calendar, year, month }) => [calendar, year, month ?? 0].join(" ")) ?? null;
  assert.deepEqual([read("۱۳۹۲"), read("۱۴۳۵"), read("۲۰۱۳"), read("سال ۱۳۹۲"), read("۱۳۹۲-۰۵")], [["persian 1392 0"], ["hijri 1435 0"], ["gregorian 2013 0"], ["persian 1392 0"], ["persian 1392 5"]]);
  assert.deepEqual([read("1392"), read("١٣٩٢"), read("۱۳۹۲هـ")], [["hijri 1392 0", "persian 1392 0"], ["hijri 1392 0", "persian 1392 0"], ["hijri 1392 0"]]);
  assert.deepEqual([read("1392-05"), read("1392-05هـ"), read("1392-05ش"), read("1392-5خ")], [["hijri 1392 5", "persian 1392 5"], ["hijri 1392 5"], ["persian 1392 5"], ["hijri 1392 0", "persian 1392 0"]]);
});
