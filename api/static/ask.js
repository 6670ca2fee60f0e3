"use strict";
// Suggestions while typing, a button that copies the link, and the map of the answer when it is opened.
// Without this script the page asks and answers as well.

/** Make a field a combobox (WAI-ARIA 1.2): the list is a help, what is typed is always asked as it stands. */
function suggest(box) {
  const input = box.querySelector("input");
  const form = input.form;
  const list = document.createElement("div");
  const said = document.createElement("span");
  list.id = `${input.id}-suggestions`;
  list.className = "suggestions";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", box.dataset.count);
  said.className = "visually-hidden";
  said.setAttribute("role", "status");
  box.append(list, said);
  for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"], ["aria-controls", list.id]]) input.setAttribute(name, value);
  let asking = null;
  let waiting = 0;
  let chosen = -1;
  const options = () => [...list.querySelectorAll("[role=option]")];

  const close = () => {
    clearTimeout(waiting);
    asking?.abort();
    list.hidden = true;
    chosen = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const choose = (at) => {
    const all = options();
    chosen = all.length ? (at + all.length) % all.length : -1;
    all.forEach((option, number) => option.setAttribute("aria-selected", String(number === chosen)));
    if (chosen < 0) return;
    input.setAttribute("aria-activedescendant", all[chosen].id);
    all[chosen].scrollIntoView({ block: "nearest" });
  };
  const take = (option) => {
    if (option.dataset.href) {
      location.href = option.dataset.href;
      return;
    }
    input.value = option.dataset.question;
    close();
    form.requestSubmit();
  };
  const option = (text, beside, data) => {
    const made = document.createElement("div");
    made.setAttribute("role", "option");
    made.setAttribute("aria-selected", "false");
    made.lang = "en";
    made.id = `${list.id}-${options().length}`;
    made.textContent = text;
    Object.assign(made.dataset, data);
    if (beside) {
      const of = document.createElement("span");
      of.className = "of";
      of.textContent = beside;
      made.append(of);
    }
    return made;
  };
  const group = (title, entries, make) => {
    if (!entries.length) return;
    const made = document.createElement("div");
    const name = document.createElement("span");
    made.setAttribute("role", "group");
    made.setAttribute("aria-label", title);
    name.setAttribute("aria-hidden", "true");
    name.textContent = title;
    made.append(name);
    list.append(made);
    for (const entry of entries) made.append(make(entry));
  };
  const show = (found) => {
    list.replaceChildren();
    group(box.dataset.questions, found.questions, (question) => option(question, "", { question }));
    group(box.dataset.items, found.items, (item) => option(item.text.length > 110 ? `${item.text.slice(0, 109)}…` : item.text, item.plan ?? "", { href: item.href }));
    chosen = -1;
    const count = options().length;
    list.hidden = !count;
    input.setAttribute("aria-expanded", String(count > 0));
    input.removeAttribute("aria-activedescendant");
    said.textContent = `${count} ${box.dataset.count}`;
  };
  const ask = async () => {
    asking?.abort();
    asking = new AbortController();
    const typed = input.value.trim();
    if (typed.length < 2) return close();
    try {
      const answer = await fetch(`${box.dataset.suggest}?q=${encodeURIComponent(typed.slice(0, 500))}`, { signal: asking.signal });
      if (answer.ok && document.activeElement === input && input.value.trim() === typed) show(await answer.json());
    } catch (error) {
      if (error.name !== "AbortError") close();
    }
  };

  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, 90);
  });
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) ask();
      else choose(event.key === "ArrowDown" ? chosen + 1 : chosen < 0 ? -1 : chosen - 1);
    } else if (event.key === "Enter" && chosen >= 0 && !list.hidden) {
      event.preventDefault();
      take(options()[chosen]);
    }
  });
  input.addEventListener("blur", () => setTimeout(close, 120));
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) take(option);
  });
  form.addEventListener("submit", close);
}

document.querySelectorAll("[data-suggest]").forEach(suggest);

const copy = document.getElementById("copy");
if (copy && navigator.clipboard) {
  copy.hidden = false;
  copy.addEventListener("click", async () => {
    await navigator.clipboard.writeText(location.href);
    document.getElementById("said").textContent = copy.dataset.copied;
    copy.textContent = copy.dataset.copied;
  });
}

const map = document.getElementById("answer-map");
map?.addEventListener("toggle", () => {
  if (!map.open || map.querySelector("iframe")) return;
  const frame = document.createElement("iframe");
  frame.className = "map";
  frame.title = map.dataset.title;
  frame.src = map.dataset.map;
  map.append(frame);
});
