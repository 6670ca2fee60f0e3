"use strict";
// Draws the sheets that stand in the page, and joins the search field, the panel, the list and the table to them.
(() => {
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const by = (id) => document.getElementById(id);
  const { sheets, about, hidden, opening } = read("data");
  const words = read("words");
  const aside = document.querySelector("aside");
  const board = document.querySelector(".board");
  const frame = document.querySelector(".frame");
  const box = by("map");
  const details = by("details");
  const told = by("told");
  const search = by("search");
  const rows = [...document.querySelectorAll("tbody tr")];
  const pictures = [...document.querySelectorAll("noscript.picture")].map((picture) => picture.textContent);
  const hint = told.firstElementChild;
  const spot = document.createElement("div"); // stands where the chosen box is, to bring it into sight
  spot.className = "spot";
  const strong = matchMedia("(prefers-contrast: more)").matches;
  const FADED = strong ? 0.3 : 0.13;
  const LEAST = 0.82; // below this the words are too small, and the map scrolls sideways instead
  const MARGIN = 44;
  const TALLEST = 15000; // pixels of a canvas, above which browsers draw nothing
  const LISTED = 120;
  const say = (text, ...values) => values.reduce((said, value, at) => said.replace(`{${at}}`, value), text);
  let network, nodes, edges, current, boxes, zoom = 1, chosen = null, named = false;
  let again = null; // chooses once more what is chosen, after the sheet was drawn for another width

  const short = (title) => (title.length > 90 ? `${title.slice(0, 90)}…` : title);

  // Drawing ---------------------------------------------------------------------------------------

  function draw(at) {
    current = sheets[at];
    chosen = null;
    boxes = current.nodes.filter((node) => node.group !== "point" && node.group !== "heading");
    nodes = new vis.DataSet(current.nodes.map((node) => ({ ...node, title: tooltip(about[node.id]) })));
    edges = new vis.DataSet(current.edges.map((edge, id) => ({ id, ...edge, title: tooltip(current.lines[edge.line].about) })));
    // The page scrolls rather than the map shrinking: text stays as large as it was meant to be.
    board.classList.remove("wide");
    board.classList.toggle("wide", (current.width + MARGIN) * LEAST > frame.clientWidth);
    size();
    if (network) network.destroy();
    network = new vis.Network(box, { nodes, edges }, current.options);
    network.on("selectNode", (event) => choose(event.nodes[0]));
    network.on("selectEdge", (event) => event.nodes.length || chooseLine(edges.get(event.edges[0]).line));
    network.on("deselectNode", (event) => event.nodes.length + event.edges.length || clear());
    network.on("deselectEdge", (event) => event.nodes.length + event.edges.length || clear());
    network.once("afterDrawing", () => performance.mark("drawn")); // benchmarks/maps.py waits for it
    box.append(spot);
    place();
    tellWhere();
    name(named);
    clear();
    list();
    if (current.here) tell(about[current.here], current.here);
  }

  function scaleOf() {
    const room = frame.clientWidth - 2;
    const fitting = Math.min(1, Math.max(LEAST, room / (current.width + MARGIN)));
    const ratio = window.devicePixelRatio || 1;
    return Math.min(fitting * zoom, TALLEST / ratio / (current.height + MARGIN), TALLEST / ratio / (current.width + MARGIN));
  }

  function size() {
    const room = frame.clientWidth - 2;
    const scale = scaleOf();
    box.style.width = `${Math.max(room, Math.ceil((current.width + MARGIN) * scale))}px`;
    box.style.height = `${Math.max(220, Math.ceil((current.height + MARGIN) * scale))}px`;
  }

  function place() {
    const position = { x: current.left + current.width / 2, y: current.top + current.height / 2 };
    network.moveTo({ scale: scaleOf(), position, animation: false });
  }

  function resize() {
    size();
    network.setSize(box.style.width, box.style.height);
    network.redraw();
    place();
  }

  function tellWhere() {
    by("note").hidden = !current.note;
    by("note-words").textContent = current.note;
    by("back").hidden = !current.id;
    document.querySelectorAll("[data-sheet]").forEach((made) => made.setAttribute("aria-pressed", sheets[made.dataset.sheet] === current));
    const svg = by("svg");
    if (svg.href) {
      const address = new URL(svg.dataset.href ?? (svg.dataset.href = svg.href));
      if (current.id) address.searchParams.set("open", current.id);
      svg.href = address.href;
    } else svg.disabled = Boolean(current.id); // a file holds the pictures of its first drawings only
  }

  function name(shown) {
    named = shown;
    by("names").setAttribute("aria-pressed", shown);
    edges.update(edges.get({ filter: (edge) => edge.named }).map((edge) => {
      const line = current.lines[edge.line];
      return { id: edge.id, label: (shown && line.name) || line.label || " " };
    }));
  }

  // What is told ----------------------------------------------------------------------------------

  function tooltip(thing) {
    if (!thing) return undefined;
    const quotes = thing.quotes.slice(0, 2).map((quote) => `“${quote.text}” (${quote.place})`);
    return [thing.title, ...thing.facts, ...quotes].map((line) => (line.length > 280 ? `${line.slice(0, 280)}…` : line)).join("\n");
  }

  function element(tag, text, parent) {
    const made = document.createElement(tag);
    made.textContent = text; // never innerHTML: what a plan says is text
    parent.append(made);
    return made;
  }

  function button(text, parent, act) {
    const made = element("button", text, parent);
    made.type = "button";
    made.addEventListener("click", act);
    return made;
  }

  function tell(thing, node) {
    told.replaceChildren();
    button("×", told, () => { clear(); box.focus({ preventScroll: true }); }).className = "close";
    told.lastChild.setAttribute("aria-label", words.close);
    element("h3", thing.title, told).lang = "en";
    thing.facts.forEach((fact) => (element("p", fact, told).lang = "en"));
    if (thing.href) {
      const link = element("a", words.page, element("p", "", told));
      link.href = thing.href;
      link.target = "_top";
    }
    if (thing.items.length) {
      const items = element("ul", "", told);
      thing.items.forEach((item) => element("li", item, items));
    }
    if (node !== undefined) joined(node);
    thing.quotes.forEach((quote) => {
      const shown = element("blockquote", `“${quote.text}”`, told);
      shown.lang = "en";
      const cited = element("cite", quote.href ? "" : quote.place, shown);
      if (quote.href) Object.assign(element("a", quote.place, cited), { href: quote.href, target: "_top" });
    });
    if (thing.more) element("p", say(words.places, thing.more), told);
  }

  function joined(node) {
    for (const [mine, other, title] of [["from", "to", words.to], ["to", "from", words.from]]) {
      const lines = current.lines.filter((line) => line[mine] === node);
      if (!lines.length) continue;
      element("h4", title, told);
      const near = element("ul", "", told);
      near.className = "near";
      lines.slice(0, 12).forEach((line) => {
        const item = element("li", "", near);
        button(short(about[line[other]].title), item, () => choose(line[other])).lang = "en";
        if (line.name) element("span", ` ${line.name}`, item);
      });
      if (lines.length > 12) element("p", `+ ${lines.length - 12}`, told);
    }
  }

  // Choosing --------------------------------------------------------------------------------------

  function choose(node, moving = true) {
    if (current.opens.includes(node) && moving) return unfold(node);
    chosen = node;
    again = () => choose(node, false);
    network.selectNodes([node], false);
    tell(about[node], node);
    highlight(...way(node));
    by("said").textContent = about[node].title;
    pop(node, moving);
    mark();
  }

  // Draws what stands behind a box; a page of a site asks for it. `then` is the box to choose there.
  function unfold(node, then) {
    const at = sheets.findIndex((sheet) => sheet.id === node);
    if (at < 0) {
      const address = new URL(opening, location.href);
      if (node) address.searchParams.set("open", node);
      if (then) address.hash = `box=${encodeURIComponent(then)}`;
      return location.assign(address);
    }
    draw(at);
    box.focus({ preventScroll: true });
    if (then && boxes.some((other) => other.id === then)) choose(then);
  }

  function chooseLine(number) {
    const line = current.lines[number];
    chosen = null;
    again = () => chooseLine(number);
    tell(line.about);
    highlight(new Set([line.from, line.to]), new Set([number]));
    by("said").textContent = line.about.title;
    pop(line.to, false);
  }

  function clear() {
    chosen = again = null;
    network.unselectAll();
    told.replaceChildren(hint);
    details.classList.remove("popped");
    highlight(null);
    mark();
  }

  // The boxes and lines to show with a box: its neighbours, or the whole way through it.
  function way(node) {
    const kept = new Set([node]);
    const lines = new Set();
    for (const [mine, other] of [["from", "to"], ["to", "from"]]) {
      const waiting = current.lines.map((line, number) => ({ line, number })).filter(({ line }) => line[mine] === node);
      while (waiting.length) {
        const { line, number } = waiting.pop();
        if (lines.has(number)) continue;
        lines.add(number);
        kept.add(line[other]);
        if (!current.follows) continue;
        current.lines.forEach((next, at) => {
          const goesOn = current.follows === "any" || !next.name || !line.name || next.name === line.name;
          if (next[mine] === line[other] && goesOn) waiting.push({ line: next, number: at });
        });
      }
    }
    return [kept, lines];
  }

  function highlight(kept, lines) {
    nodes.update(boxes.map((node) => ({ id: node.id, opacity: !kept || kept.has(node.id) ? 1 : FADED })));
    edges.update(current.edges.map((edge, id) => {
      const line = current.lines[edge.line];
      const shown = !kept || (lines ? lines.has(edge.line) : kept.has(line.from) && kept.has(line.to));
      return { id, color: { ...edge.color, opacity: shown ? edge.color.opacity : FADED } };
    }));
  }

  // Beside the drawing there is no room on a narrow page: what is told stands under the box instead.
  function pop(node, moving) {
    const { x, y, height } = boxes.find((other) => other.id === node);
    const top = network.canvasToDOM({ x, y: y - height / 2 });
    const bottom = network.canvasToDOM({ x, y: y + height / 2 });
    const narrow = board.classList.contains("wide") || innerWidth <= 900;
    if (moving) {
      spot.style.left = `${top.x - 60}px`;
      spot.style.top = `${top.y - 20}px`;
      spot.style.height = `${bottom.y - top.y + 40}px`;
      spot.scrollIntoView({ block: "nearest", inline: "nearest" });
    }
    details.classList.toggle("popped", narrow);
    if (!narrow) aside.scrollTop = details.offsetTop - aside.offsetTop - 8;
    if (narrow) {
      details.style.top = `${frame.getBoundingClientRect().top + scrollY + bottom.y + 8}px`;
      const width = Math.min(380, board.clientWidth - 16);
      const left = Math.max(8, Math.min(board.clientWidth - width - 8, top.x - frame.scrollLeft - width / 2));
      details.style.width = `${width}px`;
      details.style.left = `${board.getBoundingClientRect().left + left}px`;
    }
  }

  // Searching, and the list of boxes --------------------------------------------------------------

  const everywhere = new Map(); // each box with the sheet on which it is drawn by itself first
  sheets.forEach((sheet, at) => sheet.nodes.forEach((node) => {
    if (about[node.id] && !everywhere.has(node.id)) everywhere.set(node.id, sheets[at].id);
  }));
  const titles = new Map(hidden.map(([id, title]) => [id, title]));
  hidden.forEach(([id, , behind]) => everywhere.has(id) || everywhere.set(id, behind));

  function fits(asked, text) {
    return asked.every((word) => text.toLowerCase().includes(word));
  }

  function texts(id) {
    return about[id] ? [about[id].title, ...about[id].facts].join(" ") : titles.get(id);
  }

  function find() {
    const asked = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    rows.forEach((row) => (row.hidden = !fits(asked, row.textContent)));
    list(asked);
    if (!asked.length) {
      by("found").textContent = "";
      return highlight(null);
    }
    const hits = boxes.filter((node) => fits(asked, texts(node.id))).map((node) => node.id);
    const near = new Set(hits);
    current.lines.forEach((line) => hits.includes(line.from) && near.add(line.to));
    current.lines.forEach((line) => hits.includes(line.to) && near.add(line.from));
    highlight(near);
    const all = [...everywhere.keys()].filter((id) => fits(asked, texts(id))).length;
    const lines = rows.filter((row) => !row.hidden).length;
    by("found").textContent = all + lines ? say(words.found, all, lines) : words.nothing;
  }

  function list(asked = []) {
    const shown = asked.length ? [...everywhere.keys()].filter((id) => fits(asked, texts(id))) : boxes.map((node) => node.id);
    const own = new Set(boxes.map((node) => node.id));
    by("boxes").replaceChildren();
    shown.slice(0, LISTED).forEach((id) => {
      const item = element("li", "", by("boxes"));
      const title = about[id]?.title ?? titles.get(id);
      const made = button(short(title), item, () => (own.has(id) ? choose(id) : unfold(everywhere.get(id), id)));
      made.dataset.box = id;
      if (!own.has(id) && everywhere.get(id)) element("span", ` ${say(words.in, about[everywhere.get(id)]?.title ?? "")}`, item);
    });
    by("more").hidden = shown.length <= LISTED;
    by("more").textContent = say(words.more, shown.length - LISTED);
    mark();
  }

  function mark() {
    by("boxes").querySelectorAll("button").forEach((made) => made.setAttribute("aria-pressed", made.dataset.box === chosen));
  }

  // Keys ------------------------------------------------------------------------------------------

  function step(key) {
    const here = boxes.find((node) => node.id === chosen);
    if (!here) return choose(boxes[0].id);
    const upright = key === "ArrowUp" || key === "ArrowDown";
    const sign = key === "ArrowUp" || key === "ArrowLeft" ? -1 : 1;
    const ahead = boxes.filter((node) => (upright ? node.x === here.x && sign * (node.y - here.y) > 0 : sign * (node.x - here.x) > 0));
    const far = (node) => (upright ? Math.abs(node.y - here.y) : Math.abs(node.x - here.x) * 1e6 + Math.abs(node.y - here.y));
    const next = ahead.sort((a, b) => far(a) - far(b))[0];
    if (next) choose(next.id, false), pop(next.id, true);
  }

  box.addEventListener("keydown", (event) => {
    if (event.key.startsWith("Arrow")) step(event.key);
    else if (event.key === "Escape") clear();
    else if (event.key === "Enter" && chosen) {
      if (current.opens.includes(chosen)) choose(chosen);
      else if (about[chosen].href) open(about[chosen].href, "_top");
    } else return;
    event.preventDefault();
  });

  // Saving ----------------------------------------------------------------------------------------

  function save(blob, ending) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = `${document.title.replace(/[^\p{L}\p{N}]+/gu, "-").slice(0, 60)}.${ending}`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  }

  by("png").addEventListener("click", () => {
    const drawn = box.querySelector("canvas");
    const paper = document.createElement("canvas");
    [paper.width, paper.height] = [drawn.width, drawn.height];
    const pen = paper.getContext("2d");
    pen.fillStyle = "#fff";
    pen.fillRect(0, 0, paper.width, paper.height);
    pen.drawImage(drawn, 0, 0);
    paper.toBlob((blob) => save(blob, "png"));
  });
  by("svg").addEventListener("click", () => {
    if (!by("svg").href) save(new Blob([pictures[sheets.indexOf(current)].trim()], { type: "image/svg+xml" }), "svg");
  });

  document.querySelectorAll("[data-sheet]").forEach((made) => made.addEventListener("click", () => {
    draw(Number(made.dataset.sheet));
    if (search.value) find();
  }));
  document.querySelectorAll("[data-zoom]").forEach((made) => made.addEventListener("click", () => {
    zoom = Number(made.dataset.zoom) ? Math.min(4, Math.max(0.3, zoom * Number(made.dataset.zoom))) : Math.min(1, (frame.clientWidth - 2) / (current.width + MARGIN) / (scaleOf() / zoom));
    resize();
  }));
  by("back").addEventListener("click", () => unfold(current.parent));
  by("names").addEventListener("click", () => name(!named));
  search.addEventListener("input", find);
  let before = innerWidth;
  window.addEventListener("resize", () => {
    if (innerWidth === before) return; // a frame that only grows higher, or a keyboard that opens
    before = innerWidth;
    const choice = again;
    draw(sheets.indexOf(current));
    if (search.value) find();
    choice?.();
  });
  document.querySelectorAll(".scripted").forEach((part) => (part.hidden = false));
  draw(0);
  const asked = decodeURIComponent(location.hash.replace(/^#box=/, ""));
  if (boxes.some((node) => node.id === asked)) choose(asked);
})();
