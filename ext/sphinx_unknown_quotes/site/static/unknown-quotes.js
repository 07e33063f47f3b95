/* "Copy citation" on cards, the filter of lists, and the labels of a map's marks. A page can be read without it. */
(() => {
  "use strict";
  const script = document.currentScript;
  /** Texts for readers, in the language of the site. */
  const says = script ? script.dataset : {};
  const make = (name, attributes = {}, text = "") => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.textContent = text;
    return element;
  };
  const text = (element) => (element ? element.textContent.replace(/\s+/g, " ").trim() : "");
  let status;
  /** Announce a text to screen readers. */
  const announce = (words) => {
    if (!status) status = document.body.appendChild(make("div", { class: "uq-said", role: "status" }));
    status.textContent = "";
    setTimeout(() => { status.textContent = words; }, 50);
  };

  // Cards

  const speakersOf = (card) => [...card.querySelectorAll(".uq-by .uq-speaker")].map(text).join(", ");

  /** “Words” (Speaker, year, start). Source, date. Address. This is the APA style for audiovisual works. */
  const citation = (card) => {
    const quote = card.querySelector("blockquote");
    const [open, close] = (quote.dataset.marks || "“ ”").split(" ");
    // The recorded words, if the page shows them with other apostrophes.
    const words = quote.dataset.words || [...quote.querySelectorAll("p")].map(text).join("\n\n");
    const time = card.querySelector(".uq-date time");
    const year = time ? (/\d{4}/.exec(time.getAttribute("datetime") || text(time)) || [""])[0] : "";
    const moment = card.querySelector(".uq-moment");
    const begins = /\d+(?::\d\d)+/.exec(text(moment));
    const place = begins ? begins[0] : text(moment);
    const where = card.querySelector(".uq-where");
    let source = "";
    if (where) {
      const copy = where.cloneNode(true);
      for (const part of copy.querySelectorAll(".uq-moment, .uq-archive, .uq-separator")) part.remove();
      source = text(copy).replace(/[\s,]+$/, "");
    }
    const link = card.querySelector(".uq-moment a") || card.querySelector(".uq-work a");
    const own = card.id ? `${location.href.split("#")[0]}#${card.id}` : location.href;
    const said = [speakersOf(card), year, place].filter(Boolean).join(", ");
    return [`${open}${words}${close} (${said})`, source, link ? link.href : own].filter(Boolean).join(". ");
  };

  const copy = async (words) => {
    try {
      await navigator.clipboard.writeText(words);
    } catch {
      // Without a secure connection, this is the only clipboard.
      const area = document.body.appendChild(make("textarea", { class: "uq-said", readonly: "" }, words));
      area.select();
      document.execCommand("copy");
      area.remove();
    }
  };

  /** The address of a card: that of the quotation's own page if it has one. */
  const addressOf = (card) => {
    const link = card.querySelector(".uq-permalink");
    const canonical = document.querySelector("link[rel=canonical]");
    return new URL(link ? link.getAttribute("href") : "", canonical ? canonical.href : location.href).href;
  };

  /** A block quote for any page: the element of Quotebacks, on one line, since a blank line would end HTML in Markdown. */
  const embed = (card) => {
    const quote = card.querySelector("blockquote");
    const words = (quote.dataset.words || [...quote.querySelectorAll("p")].map(text).join("\n\n")).split("\n\n");
    const work = text(card.querySelector(".uq-work"));
    const address = addressOf(card);
    const block = make("blockquote", { class: "quoteback", lang: quote.lang || document.documentElement.lang,
      cite: address, "data-title": work, "data-author": speakersOf(card) });
    block.append(...words.map((paragraph) => make("p", {}, paragraph)));
    const footer = make("footer", {}, `— ${speakersOf(card)}, `);
    const cite = make("cite");
    cite.append(make("a", { href: address }, work || address));
    footer.append(cite);
    block.append(footer);
    return block.outerHTML;
  };

  const button = (card, name, made) => {
    const element = make("button", { class: "uq-copy", type: "button" });
    const label = (words) => {
      element.textContent = words;
      element.setAttribute("aria-label", `${words}: ${speakersOf(card)}`);
    };
    label(name);
    element.addEventListener("click", async () => {
      const focused = document.activeElement;
      await copy(made(card));
      if (focused) focused.focus();
      label(says.copied);
      announce(says.copied);
      setTimeout(() => { label(name); }, 2000);
    });
    return element;
  };

  for (const card of document.querySelectorAll("div.unknown-quote")) {
    if (!card.querySelector(":scope > blockquote")) continue;
    const tools = make("div", { class: "uq-tools" });
    tools.append(button(card, says.copy, citation), button(card, says.embed, embed));
    const link = card.querySelector(":scope > .uq-permalink");
    if (link) tools.append(link);
    card.append(tools);
  }

  // Lists

  /** A list with at least so many entries has a filter. */
  const ENOUGH = 8;
  const FACETS = ["unknown", "speaker", "source", "year", "evidence"];
  /** The text without case and accents, for a search. */
  const plain = (words) => words.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[‘’]/g, "'");
  const fill = (pattern, values) => pattern.replace(/%(\w)/g, (_, key) => values[key]);

  const addFilter = (list, suffix) => {
    const entries = [...list.querySelectorAll("[data-evidence]")];
    if (entries.length < ENOUGH) return false;
    const facets = JSON.parse(list.dataset.facets);
    /** How many quotations *some* entries are: one of several speakers has an entry for each. */
    const countOf = (some) => new Set(some.map((entry) => entry.dataset.quote || entry)).size;
    const total = countOf(entries);
    const form = make("form", { class: "uq-filter" });
    const prompt = fill(says.filter, { n: total });
    const input = make("input", { type: "search", name: "q", placeholder: prompt, "aria-label": prompt, autocomplete: "off" });
    form.append(input);
    const selects = [];
    const titles = {};
    for (const facet of FACETS) {
      const values = (facets[facet] || []).map((value) => (Array.isArray(value) ? value : [value, value]));
      if (facet === "unknown") for (const [value, title] of values) titles[value] = title;
      if (values.length < 2) continue;
      const select = make("select", { name: facet, "aria-label": says[facet] });
      select.append(make("option", { value: "" }, says[facet]));
      for (const [value, title] of values) select.append(make("option", { value }, title));
      selects.push(select);
      form.append(select);
    }
    const shown = make("output", { role: "status" });
    const reset = make("button", { type: "reset" }, says.reset);
    reset.hidden = true;
    form.append(shown, reset);

    const sections = [...list.querySelectorAll(".uq-section")].map((section) => ({
      section,
      jump: section.id || (section.querySelector(".uq-group") || {}).id,
      entries: [...section.querySelectorAll("[data-evidence]")],
    }));
    const counts = new Map();
    for (const link of list.querySelectorAll(".uq-jump a")) {
      const item = link.closest("li");
      counts.set(link.hash.slice(1), { item, count: item.querySelector(".uq-count") });
    }
    let index;
    const texts = () => {
      if (!index) {
        index = new Map(entries.map((entry) => [
          entry, plain(`${entry.textContent} ${titles[entry.dataset.unknown] || ""} ${entry.dataset.speaker} ${entry.dataset.year}`),
        ]));
      }
      return index;
    };

    const apply = () => {
      const terms = plain(input.value).split(/\s+/).filter(Boolean);
      const wanted = selects.filter((select) => select.value).map((select) => [select.name, select.value]);
      const words = terms.length ? texts() : null;
      const fits = (entry) =>
        wanted.every(([facet, value]) => entry.dataset[facet].split("\n").includes(value)) &&
        terms.every((term) => words.get(entry).includes(term));
      const found = [];
      for (const { section, jump, entries: own } of sections) {
        const fitting = own.map(fits);
        const here = fitting.filter(Boolean).length;
        // Only changes cost time, and in a hidden section nothing needs to change.
        if (section.hidden === Boolean(here)) section.hidden = !here;
        if (here) own.forEach((entry, at) => { if (entry.hidden === fitting[at]) entry.hidden = !fitting[at]; });
        const count = counts.get(jump);
        if (count) {
          count.count.textContent = here;
          count.item.hidden = !here;
        }
        found.push(...own.filter((_, at) => fitting[at]));
      }
      const filtered = Boolean(terms.length || wanted.length);
      shown.textContent = filtered ? fill(says.shown, { n: countOf(found), m: total }) : "";
      reset.hidden = !filtered;
    };

    const read = () => {
      const state = new URLSearchParams(location.search);
      input.value = state.get(`q${suffix}`) || "";
      for (const select of selects) {
        select.value = state.get(select.name + suffix) || "";
        if (select.selectedIndex < 0) select.value = "";
      }
      apply();
    };
    const write = () => {
      const url = new URL(location.href);
      for (const { name, value } of [input, ...selects]) {
        if (value.trim()) url.searchParams.set(name + suffix, value);
        else url.searchParams.delete(name + suffix);
      }
      try {
        history.replaceState(history.state, "", url);
      } catch { /* A file opened from disk has no address to keep it in. */ }
    };
    let waiting;
    const changed = () => {
      apply();
      // Browsers limit how often the address may change.
      clearTimeout(waiting);
      waiting = setTimeout(write, 150);
    };
    // Prepared now, so that the first key is as fast as the next.
    input.addEventListener("focus", texts, { once: true });
    form.addEventListener("input", changed);
    form.addEventListener("reset", () => { setTimeout(changed); input.focus(); });
    form.addEventListener("submit", (event) => event.preventDefault());
    addEventListener("popstate", read);
    const bar = list.querySelector(":scope > .uq-jump");
    const first = bar || list.querySelector(":scope > .uq-section");
    if (bar) bar.after(form);
    else first.before(form);
    if (location.search) read();
    return true;
  };

  let number = 1;
  for (const list of document.querySelectorAll(".uq-index[data-facets]")) {
    // Only the first list of a page uses names without a number in the address.
    if (addFilter(list, number > 1 ? `.${number}` : "")) number += 1;
  }

  // Maps

  /** Show the label of a mark next to it: under the mouse, with the keyboard, and at the first touch. */
  const addTip = (map) => {
    const tip = make("a", { class: "uq-tip", tabindex: "-1", "aria-hidden": "true", hidden: "" });
    map.append(tip);
    let current = null;
    let waiting;
    const show = (mark) => {
      clearTimeout(waiting);
      current = mark;
      tip.hidden = !mark;
      if (!mark) return;
      tip.textContent = mark.getAttribute("aria-label");
      if (mark.href) tip.setAttribute("href", mark.getAttribute("href"));
      else tip.removeAttribute("href");
      const frame = map.getBoundingClientRect();
      const box = mark.querySelector("rect").getBoundingClientRect();
      tip.style.left = "0";
      const left = (box.left + box.right) / 2 - frame.left - tip.offsetWidth / 2;
      tip.style.left = `${Math.max(0, Math.min(left, frame.width - tip.offsetWidth))}px`;
      tip.style.top = `${box.bottom - frame.top}px`;
    };
    const hide = () => {
      clearTimeout(waiting);
      // Time to move from a mark to its label.
      waiting = setTimeout(show, 150, null);
    };
    for (const title of map.querySelectorAll("title")) {
      // A browser would show this title in addition to the label.
      const mark = title.parentNode;
      mark.setAttribute("aria-label", title.textContent);
      title.remove();
      let first = false;
      mark.addEventListener("pointerdown", (event) => { first = event.pointerType !== "mouse" && current !== mark; });
      mark.addEventListener("click", (event) => { if (first) event.preventDefault(); first = false; show(mark); });
      mark.addEventListener("mouseenter", () => show(mark));
      mark.addEventListener("mouseleave", hide);
      mark.addEventListener("focus", () => show(mark));
      mark.addEventListener("blur", hide);
    }
    tip.addEventListener("mouseenter", () => clearTimeout(waiting));
    tip.addEventListener("mouseleave", hide);
    addEventListener("keydown", (event) => { if (event.key === "Escape") show(null); });
  };

  for (const map of document.querySelectorAll(".uq-map")) addTip(map);
})();
