// What a query means, over the articles of tests/search/library.py.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./site.js";

const { understood } = await load("understanding.js");

const { open } = await load("store.js");
const index = await open();
const told = async (query, options) => (await understood(query, index, options)).told.map(({ as, meant }) => [as, meant]);

test("another layout is said", async () => assert.deepEqual(await told("hg[sv"), [["layout", "الجسر"]]));
test("what the archive has is read as it is", async () => assert.deepEqual(await told("الجسر"), []));
test("exactly is word by word", async () => assert.deepEqual([await told("hg[sv", { exactly: true }), await told("8 نوفمبر 2009", { exactly: true })], [[], []]));
test("one of two suffices", async () => assert.deepEqual((await told("الجسر أو القناة")).map(([as]) => as), ["either"]));
