// A page of another site, in the browser of an editor: it tries to write by the local server, and to read what is not its own.
// `attack(review, site, id)` tries everything and gives what each attempt could read, by its name.
const WAIT = 400;
const wait = (time) => new Promise((done) => setTimeout(done, time));

function attempts(review, site, id) {
  const decision = JSON.stringify({ by: "evil", decisions: [{ id, choice: "keep" }] });
  const asJson = { "Content-Type": "application/json" };
  const json = new Blob([decision], { type: "application/json" });
  const post = (options) => read(`${review}decide`, { method: "POST", body: decision, ...options });
  const form = (action, fields, attributes = {}) => submitted(action, fields, { method: "post", ...attributes });
  return {
    "form, as a form sends it": () => form(`${review}decide`, { by: "evil", decisions: decision }),
    "form, as plain text that is JSON": () => form(`${review}decide`, { [decision.slice(0, -1)]: "}" }, { enctype: "text/plain" }),
    "form, in parts": () => form(`${review}decide`, { decision }, { enctype: "multipart/form-data" }),
    "form, as a question": () => form(`${review}decide`, { decision }, { method: "get" }),
    "form, to undo": () => form(`${review}undo`, { "{}": "" }, { enctype: "text/plain" }),
    "form, to the site": () => form(`${site}review/decide`, { decision }, { enctype: "text/plain" }),
    "form, by another window": () => form(`${review}decide`, { decision }, { target: "_blank" }),
    "fetch without an answer": () => post({ mode: "no-cors" }),
    "fetch without an answer, of a blob": () => post({ mode: "no-cors", body: json }),
    "fetch of JSON": () => post({ headers: asJson }),
    "fetch of JSON with a token": () => post({ headers: { ...asJson, "X-Warraq-Token": "" } }),
    "fetch with cookies": () => post({ credentials: "include", mode: "no-cors" }),
    "fetch that outlives its page": () => post({ keepalive: true, mode: "no-cors" }),
    "fetch with another method": () => post({ method: "PUT" }),
    "XMLHttpRequest": () => asked(`${review}decide`, decision),
    "beacon": async () => navigator.sendBeacon(`${review}decide`, decision),
    "beacon of a blob": async () => navigator.sendBeacon(`${review}decide`, json),
    "cookies of this machine": async () => {
      for (const name of ["token", "X-Warraq-Token", "session"]) {
        // biome-ignore lint/suspicious/noDocumentCookie: an attacker writes it so
        document.cookie = `${name}=evil; path=/`;
      }
      return [await post({ credentials: "include", mode: "no-cors" }), document.cookie.replaceAll("evil", "")];
    },
    "reading the page of the review": () => read(review),
    "reading the page of the review, without leave": () => read(review, { mode: "no-cors" }),
    "reading what is open": () => read(`${review}items`),
    "reading what is open, with an empty token": () => read(`${review}items`, { headers: { "X-Warraq-Token": "" } }),
    "reading the site": () => read(site),
    "reading the site's data": () => read(`${site}data/articles.json`),
    "reading a way out of the site": () => read(`${site}..%2fcontent/site.yaml`),
    "picture": () => loaded("img", { src: review }, (e) => e.naturalWidth > 0 && "seen"),
    "picture of the site": () => loaded("img", { src: `${site}images/a.png` }, (e) => e.naturalWidth > 0 && "seen"),
    "picture, asked for as by our page": () => loaded("img", { src: `${site}images/a.png`, crossorigin: "anonymous" }, (e) => e.naturalWidth > 0 && "seen"),
    "script of what is open": () => loaded("script", { src: `${review}items` }),
    "script of the review": () => loaded("script", { src: `${review}review.js` }),
    "script of the site": () => loaded("script", { src: `${site}theme/a.js` }, () => window.ofTheSite),
    "module of the site": () => import(`${site}theme/a.js`).then(() => window.ofTheSite),
    "data of the site as a script": () => loaded("script", { src: `${site}data/articles.json` }),
    "style of the review": () => loaded("link", { rel: "stylesheet", href: `${review}review.css` }, (e) => e.sheet?.cssRules.length),
    "style of the site": () => loaded("link", { rel: "stylesheet", href: `${site}theme/a.css` }, () => getComputedStyle(document.body).outlineColor),
    "page as a style": () => loaded("link", { rel: "stylesheet", href: site }, (e) => e.sheet?.cssRules.length),
    "video": () => loaded("video", { src: `${site}a.bin`, preload: "auto" }, (e) => e.duration > 0 && "seen"),
    "letters of the site": () => new FontFace("x", `url(${site}theme/a.woff2)`).load().then(() => "loaded"),
    "object": () => loaded("object", { data: review }, (e) => e.contentDocument?.body.textContent),
    "embed": () => loaded("embed", { src: site }),
    "frame of the site": () => loaded("iframe", { src: site }, (e) => e.contentDocument?.body.textContent),
    "frame of the site, in a sandbox": () => loaded("iframe", { src: site, sandbox: "allow-scripts allow-forms" }),
    "frame of a frame": () => loaded("iframe", { srcdoc: `<iframe src="${review}"></iframe>` }),
    "window and its message": () => opened(review),
    "window of the site": () => opened(site),
    "window by way of the site": () => opened(`${site}review/`),
    "link with a question": () => opened(`${review}?decide=${encodeURIComponent(decision)}`),
    "socket": () => heard(new WebSocket(`${review.replace("http", "ws")}decide`), ["open", "message", "error"]),
    "socket of the site": () => heard(new WebSocket(`${site.replace("http", "ws")}-/builds`), ["open", "message", "error"]),
    "events of the site": () => heard(new EventSource(`${site}-/builds`), ["message", "error"]),
    "events of the review": () => heard(new EventSource(`${review}items`), ["message", "error"]),
    "worker": async () => heard(new Worker(`${site}theme/a.js`), ["message", "error"]),
    "worker that includes": async () => heard(new Worker(blob(`importScripts("${site}theme/a.js"); postMessage(self.ofTheSite)`)), ["message", "error"]),
    "service worker": () => navigator.serviceWorker.register(`${site}theme/a.js`).then(() => "registered"),
    "fetching before it is asked for": () => loaded("link", { rel: "prefetch", href: review }),
    "rendering before it is asked for": () => loaded("link", { rel: "prerender", href: review }),
    "loading before it is asked for": () => loaded("link", { rel: "preload", as: "fetch", href: `${review}items` }),
    "rules of speculation": () =>
      loaded("script", { type: "speculationrules", text: JSON.stringify({ prerender: [{ source: "list", urls: [review] }] }) }),
    "leading on": () => loaded("iframe", { srcdoc: `<meta http-equiv="refresh" content="0;url=${review}undo">` }),
  };
}

async function read(address, options = {}) {
  const answer = await fetch(address, options);
  return `${answer.status} ${answer.type} ${await answer.text()} ${[...answer.headers]}`;
}

function asked(address, body) {
  return new Promise((done) => {
    const request = new XMLHttpRequest();
    request.withCredentials = true;
    request.onloadend = () => done(`${request.status} ${request.responseText}`);
    request.open("POST", address);
    request.send(body);
  });
}

async function submitted(action, fields, attributes) {
  const frame = document.body.appendChild(document.createElement("iframe"));
  frame.name = `frame${document.querySelectorAll("iframe").length}`;
  const form = Object.assign(document.createElement("form"), { action, target: frame.name, ...attributes });
  for (const [name, value] of Object.entries(fields)) {
    form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
  }
  document.body.append(form);
  form.submit();
  await wait(WAIT);
  return frame.contentDocument?.body?.textContent;
}

async function loaded(name, attributes, look = () => null) {
  const element = document.createElement(name);
  const ended = new Promise((done) => {
    element.onload = () => done("load");
    element.onerror = () => done("error");
  });
  for (const [key, value] of Object.entries(attributes)) {
    if (key === "text") element.textContent = value;
    else element.setAttribute(key, value);
  }
  document.body.append(element);
  const how = await Promise.race([ended, wait(WAIT)]);
  return [how, look(element)];
}

async function opened(address) {
  const other = open(address);
  await wait(WAIT);
  let seen = `closed: ${other?.closed}`;
  try {
    seen += other.document.documentElement.outerHTML;
  } catch {
    other?.postMessage("give me the token", "*");
  }
  return seen;
}

async function heard(source, kinds) {
  const said = [];
  for (const kind of kinds) source.addEventListener(kind, (event) => said.push(kind, event.data));
  await wait(WAIT);
  (source.close || source.terminate).call(source);
  return said;
}

const blob = (text) => URL.createObjectURL(new Blob([text], { type: "text/javascript" }));

async function attack(review, site, id) {
  const told = {};
  window.addEventListener("message", (event) => {
    told[`message of ${event.origin}`] = String(event.data);
  });
  const tried = Object.entries(attempts(review, site, id)).map(async ([name, attempt]) => {
    try {
      told[name] = await Promise.race([attempt(), wait(4 * WAIT)]);
    } catch (error) {
      told[name] = String(error);
    }
  });
  await Promise.all(tried);
  return told;
}

// What the page has got of the site in the end, however late it came.
window.got = () => [
  window.ofTheSite,
  getComputedStyle(document.body).outlineColor,
  [...document.images].some((picture) => picture.naturalWidth > 0) && "seen",
];
window.attack = attack;
