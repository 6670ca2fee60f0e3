"use strict";
// Draws the sheets that stand in the page, and joins the search field, the panel and the table to them.
(() => {
  const sheets = JSON.parse(document.getElementById("sheets").textContent);
  const box = document.getElementById("map");
  const details = document.getElementById("details");
  const search = document.getElementById("search");
  const found = document.getElementById("found");
  const rows = [...document.querySelectorAll("tbody tr")];
  const FADED = 0.13;
  const LEAST = 0.82; // below this the words are too small, and the map scrolls sideways instead
  const MARGIN = 44;
  let network, nodes, edges, current;

  function draw(at) {
    current = sheets[at];
    nodes = new vis.DataSet(current.nodes);
    edges = new vis.DataSet(current.edges.map((edge, id) => ({ id, ...edge })));
    // The page scrolls rather than the map shrinking: text stays as large as it was meant to be.
    const board = document.querySelector(".board");
    board.classList.remove("wide");
    board.classList.toggle("wide", (current.width + MARGIN) * LEAST > box.parentElement.clientWidth);
    const room = box.parentElement.clientWidth - 2;
    const scale = Math.min(1, Math.max(LEAST, room / (current.width + MARGIN)));
    box.style.width = `${Math.max(room, Math.ceil((current.width + MARGIN) * scale))}px`;
    box.style.height = `${Math.max(260, Math.ceil((current.height + MARGIN) * scale))}px`;
    if (network) network.destroy();
    network = new vis.Network(box, { nodes, edges }, current.options);
    network.on("selectNode", (event) => show(nodes.get(event.nodes[0]), event.nodes[0]));
    network.on("selectEdge", (event) => {
      if (!event.nodes.length) show(edges.get(event.edges[0]));
    });
    network.on("deselectNode", () => highlight(null));
    whole();
    highlight(null);
  }

  function whole() {
    const scale = Math.min(1, box.clientWidth / (current.width + MARGIN), box.clientHeight / (current.height + MARGIN));
    const position = { x: current.left + current.width / 2, y: current.top + current.height / 2 };
    network.moveTo({ scale, position, animation: false });
  }

  function element(tag, text, parent) {
    const made = document.createElement(tag);
    made.textContent = text; // never innerHTML: what a plan says is text
    parent.append(made);
    return made;
  }

  function show(thing, node) {
    if (!thing || !thing.about) return;
    const about = thing.about;
    details.replaceChildren();
    element("h3", about.title, details);
    about.facts.forEach((fact) => element("p", fact, details));
    if (about.items.length) {
      const list = document.createElement("ul");
      about.items.forEach((item) => element("li", item, list));
      details.append(list);
    }
    about.quotes.forEach((quote) => {
      const shown = element("blockquote", `“${quote.text}”`, details);
      element("cite", quote.place, shown);
    });
    if (about.more) element("p", `and ${about.more} more ${about.more === 1 ? "place" : "places"}`, details);
    if (node !== undefined) highlight(new Set([node, ...network.getConnectedNodes(node)]), node);
  }

  function highlight(kept, centre) {
    nodes.update(
      current.nodes.map((node) => ({ id: node.id, opacity: !kept || kept.has(node.id) || node.heading ? 1 : FADED })),
    );
    edges.update(
      edges.get().map((edge) => {
        const shown = !kept || (centre ? edge.from === centre || edge.to === centre : kept.has(edge.from) && kept.has(edge.to));
        const opacity = current.edges[edge.id].color.opacity;
        return { id: edge.id, color: { ...edge.color, opacity: shown ? opacity : FADED } };
      }),
    );
  }

  function find() {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const fits = (text) => words.every((word) => text.toLowerCase().includes(word));
    rows.forEach((row) => (row.hidden = !fits(row.textContent)));
    if (!words.length) {
      found.textContent = "";
      return highlight(null);
    }
    const hits = current.nodes.filter((node) => !node.heading && fits([node.about.title, ...node.about.facts].join(" ")));
    const near = hits.flatMap((node) => network.getConnectedNodes(node.id));
    highlight(new Set([...hits.map((node) => node.id), ...near]));
    const lines = rows.filter((row) => !row.hidden).length;
    found.textContent = `${hits.length} on the map, ${lines} in the table`;
  }

  search.addEventListener("input", find);
  document.querySelectorAll("[data-sheet]").forEach((button) =>
    button.addEventListener("click", () => {
      document.querySelectorAll("[data-sheet]").forEach((other) => other.setAttribute("aria-pressed", other === button));
      draw(Number(button.dataset.sheet));
      find();
    }),
  );
  document.querySelectorAll("[data-zoom]").forEach((button) =>
    button.addEventListener("click", () => {
      const by = Number(button.dataset.zoom);
      if (by) network.moveTo({ scale: network.getScale() * by });
      else whole();
    }),
  );
  window.addEventListener("resize", () => draw(sheets.indexOf(current)));
  draw(0);
})();
