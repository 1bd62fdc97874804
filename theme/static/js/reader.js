// Remembers the reader's settings, and copies. Every control works, and every word is there, without it.
(() => {
  const page = document, root = page.documentElement, key = "warraq";
  let kept = {};
  try { kept = JSON.parse(localStorage.getItem(key)) || {}; } catch { /* storage may be forbidden */ }
  // Before the first paint: a dark room is not to see a white flash.
  if (/^theme-(dark|light)$/.test(kept.theme)) root.dataset.theme = kept.theme.slice(6);
  const copy = (button, text) => navigator.clipboard.writeText(text).then(() => { button.textContent = button.dataset.done; });
  addEventListener("DOMContentLoaded", () => {
    for (const id of Object.values(kept)) { const option = page.getElementById(id); if (option) option.selected = true; }
    delete root.dataset.theme;
    page.querySelector(".settings").addEventListener("change", ({ target }) => {
      kept[target.name] = target.selectedOptions[0].id;
      try { localStorage.setItem(key, JSON.stringify(kept)); } catch { /* as above */ }
    });
    // In the file the first mention of a name is a link, so that no text looks like a list of links to programs. Here each is one.
    const names = {}, nameOf = ({ id }) => id.replace(/\d+$/, "");
    for (const first of page.querySelectorAll("a.mention[id]")) names[nameOf(first)] = first.href;
    for (const later of page.querySelectorAll("span.mention[id]")) {
      if (!names[nameOf(later)] || later.closest("a") || later.querySelector("a")) continue;
      const link = page.createElement("a");
      link.id = later.id;
      link.className = later.className;
      link.href = names[nameOf(later)];
      link.append(...later.childNodes);
      later.replaceWith(link);
    }
    // Reference managers take all articles of a list by these (COinS): written into the file they would be as long as the list.
    for (const item of page.querySelectorAll("[data-articles]>.item")) {
      const to = item.querySelector("a"), span = page.createElement("span");
      const said = {
        ctx_ver: "Z39.88-2004", rft_val_fmt: "info:ofi/fmt:kev:mtx:dc", "rft.type": "newspaperArticle", "rft.title": to.textContent,
        "rft.source": item.querySelector(".quiet>bdi")?.textContent, "rft.date": item.querySelector("time")?.dateTime,
        "rft.language": to.lang || root.lang, rft_id: to.href,
      };
      const all = [...Object.entries(said), ...(item.dataset.by?.split("\n") || []).map((name) => ["rft.aulast", name])];
      span.className = "Z3988";
      span.hidden = true;
      span.title = all.filter(([, value]) => value).map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&");
      item.append(span);
    }
    // What only a script can do for the search is said by it: the key that leads there, and words of our own below the field.
    for (const field of page.querySelectorAll(".search input")) { field.ariaKeyShortcuts = "/"; field.autocomplete = "off"; }
    // Whoever selected a passage reports that one: the form of the repository has a field for it.
    const report = page.querySelector("[data-report]");
    const name = () => {
      const words = getSelection().toString().trim().slice(0, 500), form = new URL(report.href);
      if (words) form.searchParams.set("quote", words);
      report.href = form;
    };
    for (const when of ["pointerdown", "focus"]) report?.addEventListener(when, name);
    if (!navigator.clipboard) return;
    for (const button of page.querySelectorAll("[data-copy]")) {
      button.hidden = false;
      button.onclick = () => copy(button, page.getElementById(button.dataset.copy).innerText);
    }
    const passage = page.querySelector("[data-copy-passage]");
    if (!passage) return;
    const label = passage.textContent, code = (words) => encodeURIComponent(words).replaceAll("-", "%2D");
    let words = "";
    page.addEventListener("selectionchange", () => {
      // Three clicks select from the paragraph itself in Firefox, from its letters elsewhere.
      const chosen = getSelection(), at = chosen.anchorNode, inside = (at?.closest ? at : at?.parentElement)?.closest(".body > :not(.commentary), h1");
      words = inside ? chosen.toString().trim().replace(/\s+/g, " ") : "";
      passage.hidden = !words;
      passage.textContent = label;
    });
    passage.onclick = () => {
      const all = words.split(" ");
      const text = all.length > 12 ? code(all.slice(0, 5).join(" ")) + "," + code(all.slice(-5).join(" ")) : code(words);
      copy(passage, location.href.split("#")[0] + "#:~:text=" + text);
    };
  });
  // A link at the end of each paragraph to the paragraph itself. Without it, the addresses are there all the same.
  function nameParagraphs() {
    const label = page.querySelector("#citation")?.dataset.label;
    for (const paragraph of label ? page.querySelectorAll(".body [id^=p], .body :is(h2, h3, h4)[id]") : []) {
      if (!paragraph.matches("p, h2, h3, h4, blockquote, ul, ol")) continue;
      const link = page.createElement("a");
      link.className = "here";
      link.href = `#${paragraph.id}`;
      link.setAttribute("aria-label", label);
      (paragraph.matches("blockquote, ul, ol") ? paragraph.lastElementChild ?? paragraph : paragraph).append(link);
    }
  }

  // A script of one part of a page must not keep the text waiting.
  addEventListener("load", () => {
    nameParagraphs();
    const part = page.querySelector("[data-script]");
    if (part) import(new URL(part.dataset.script, location));
  });
  // Search: its parts are fetched when somebody uses them.
  const use = (file, name, value) => {
    const box = page.querySelector("[data-module]");
    if (box) import(new URL(file, new URL(box.dataset.module, location))).then((part) => part[name](value));
  };
  page.addEventListener("keydown", (event) => {
    const field = page.querySelector(".search input");
    if (!field || event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
    event.preventDefault();
    field.focus();
  });
  page.addEventListener("input", ({ target: { form } }) => {
    if (form?.dataset.module && !form.used) { form.used = true; use("box.js", "open", form); }
  });
  const marked = new URLSearchParams(location.search).get("mark");
  if (marked) addEventListener("DOMContentLoaded", () => use("marks.js", "show", marked));
})();
