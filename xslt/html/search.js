// The search page: asks Pagefind's index and shows each find at its very place. The words are on the page itself.
(() => {
const FACETS = ["person", "year", "kind", "classification", "from", "to"];
const BLOCKS = ["p", "li", "h1", "h2", "h3", "h4", "td", "th", "blockquote", "section", "dd"]; // what a find is placed by
const STEP = 10; // documents shown at a time
const PLACES = 4; // finds shown of a document
const REACH = 12; // words on each side of a find

const $ = (id) => document.getElementById(id);
const form = $("search"), query = $("query"), found = $("found"), results = $("results"), more = $("more");
let pagefind, last = 0, waiting = [];

function element(name, text, attributes = {}) {
  const made = Object.assign(document.createElement(name), attributes);
  if (text) made.textContent = text;
  return made;
}

function chosen() {
  return Object.fromEntries(FACETS.map((name) => [name, $(`facet-${name}`).value]).filter(([, value]) => value));
}

function offer(filters) {
  for (const name of FACETS) {
    const select = $(`facet-${name}`), value = select.value;
    const options = Object.entries(filters[name] ?? {}).filter(([key, count]) => count || key === value);
    options.sort(([one], [other]) => one.localeCompare(other, document.documentElement.lang, { numeric: true }));
    select.replaceChildren(select.options[0], ...options.map(([key, count]) => element("option", `${key} (${count})`, { value: key })));
    select.value = value;
    select.disabled = !options.length;
  }
}

// The words around a find, the find itself marked.
function excerpt(words, at, hits) {
  const start = Math.max(0, at - REACH), end = Math.min(words.length, at + REACH + 1);
  const line = element("span", start ? "… " : "");
  for (let place = start; place < end; place++) {
    line.append(hits.has(place) ? element("mark", words[place]) : words[place], " ");
  }
  if (end < words.length) line.append("…");
  return line;
}

// The finds in a document, each with the nearest address before it; one for each address.
function places(data) {
  const words = data.content.split(/\s+/), hits = new Set(data.locations), seen = new Map();
  const anchors = data.anchors.filter((anchor) => BLOCKS.includes(anchor.element));
  for (const at of data.locations) {
    const id = anchors.findLast((anchor) => anchor.location <= at)?.id ?? "";
    if (!seen.has(id)) seen.set(id, excerpt(words, at, hits));
  }
  return [...seen].slice(0, PLACES);
}

async function show(result) {
  const data = await result.data(), page = data.url.split("/").pop();
  const item = element("li");
  item.append(element("a", data.meta.title, { href: page, className: "title" }));
  if (data.meta.when) item.append(element("p", data.meta.when, { className: "when" }));
  const list = element("ul");
  for (const [id, line] of query.value.trim() ? places(data) : []) {
    const link = element("a", "", { href: id ? `${page}#${encodeURIComponent(id)}` : page });
    link.append(line);
    list.append(element("li"));
    list.lastChild.append(link);
  }
  if (list.children.length) item.append(list);
  return item;
}

async function next() {
  const mine = last, items = await Promise.all(waiting.splice(0, STEP).map(show));
  if (mine !== last) return;
  results.append(...items);
  more.hidden = !waiting.length;
  return items[0];
}

async function search() {
  const mine = ++last, words = query.value.trim(), filters = chosen();
  const state = new URLSearchParams({ ...(words && { q: words }), ...filters });
  history.replaceState(null, "", state.size ? `?${state}` : location.pathname);
  const asked = words || Object.keys(filters).length;
  const answer = asked ? await pagefind.search(words || null, { filters }) : { results: [], filters: await pagefind.filters() };
  if (mine !== last) return;
  waiting = answer.results.slice();
  results.replaceChildren();
  offer(answer.filters);
  const count = waiting.length;
  found.textContent = !asked ? "" : count ? `${count} ${count === 1 ? found.dataset.one : found.dataset.many}` : found.dataset.none;
  await next();
}

function fail(reason) {
  const words = $("search-trouble");
  words.textContent = words.dataset[reason];
  words.hidden = false;
  form.hidden = true;
}

async function start() {
  if (location.protocol === "file:") return fail("disk");
  try {
    pagefind = await import("./pagefind/pagefind.js");
    await pagefind.init();
    offer(await pagefind.filters());
  } catch {
    return fail("broken");
  }
  const state = new URLSearchParams(location.search);
  query.value = state.get("q") ?? "";
  for (const name of FACETS) $(`facet-${name}`).value = state.get(name) ?? "";
  form.hidden = false;
  let timer;
  const soon = () => { clearTimeout(timer); timer = setTimeout(search, 250); };
  form.addEventListener("submit", (event) => { event.preventDefault(); clearTimeout(timer); search(); });
  query.addEventListener("input", soon);
  for (const name of FACETS) $(`facet-${name}`).addEventListener("change", search);
  more.addEventListener("click", async () => (await next())?.querySelector("a")?.focus());
  await search();
}

start();
})();
