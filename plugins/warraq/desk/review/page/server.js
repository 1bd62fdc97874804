// What is asked of the server: JSON with the page's token, which no other site can read.
import { at } from "./told.js";

const token = document.documentElement.dataset.token;
const headers = { "X-Warraq-Token": token, "Content-Type": "application/json" };

export async function ask(name, body) {
  try {
    const answer = await fetch(name, { method: "POST", headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${answer.status}`);
    return await answer.json();
  } catch (error) {
    at("failed").textContent = `${at("failed").dataset.text} ${error.message}`;
    return null;
  }
}
