// Large numbers.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./site.js";

const { numberAt, separated, unitNames } = await load("quantities.js");

const words = (text) => text.split(" ").map((token) => ({ token }));
for (const [text, ...counted] of [["30 الف", "30 1000"], ["30000", "30 1000"], ["30.000", "30 1000"], ["1.5 مليون", "1.5 1000000"], ["3 ملايين", "3 1000000"], ["1,5 مليون", "1.5 1000000"]])
  test(`${text} is a large number`, () => assert.deepEqual(numberAt(words(text), 0).counted.map((one) => one.join(" ")), counted));
for (const text of ["2009", "30", "30 كتابا", "الف", "12345"]) test(`${text} is none`, () => assert.equal(numberAt(words(text), 0), null));
test("a size has its name", () => assert.deepEqual(unitNames(1e6), ["مليون"]));
for (const [token, ...others] of [["72,51%", "72.51%"], ["0.7", "0,7"], ["4.300", "4300"], ["12345", "12.345"], ["2009"], ["20%"], ["1.2345"]])
  test(`how else ${token} is written`, () => assert.deepEqual(separated(token).slice(1), others));
