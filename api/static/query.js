"use strict";
// Puts the editor with highlighting and completion in the place of the plain field; without it the field serves.
(async () => {
  const form = document.getElementById("query-form");
  const field = document.getElementById("query");
  const vocabulary = await (await fetch("/api/terms")).json();
  const completed = (kind) => vocabulary.terms.filter((term) => term.kind === kind).map((term) => term.iri);
  // What the editor brings along would ask servers elsewhere; these complete from the project's own vocabulary.
  const own = (name, list) => ({ ...Yasqe.Autocompleters[name], name: `own-${name}`, bulk: true, persistenceId: null, get: () => list });
  Yasqe.registerAutocompleter(own("class", completed("class")), false);
  Yasqe.registerAutocompleter(own("property", completed("property")), false);
  const prefixes = Object.entries(vocabulary.prefixes).map(([prefix, iri]) => `${prefix}: <${iri}>`);
  Yasqe.registerAutocompleter({ ...own("prefixes", prefixes), onInitialize: () => {} }, false);
  const place = document.createElement("div");
  field.before(place);
  const send = () => form.requestSubmit();
  const editor = new Yasqe(place, {
    value: field.value || `${prefixes.filter((line) => /^(gt|rdfs):/.test(line)).map((line) => `PREFIX ${line}`).join("\n")}\n\nSELECT ?action ?label WHERE {\n  ?action a gt:Action ;\n          rdfs:label ?label .\n}\nLIMIT 20`,
    autocompleters: ["variables", "own-class", "own-property", "own-prefixes"],
    persistenceId: null,
    createShareableLink: null,
    consumeShareLink: null,
    showQueryButton: false,
    resizeable: false,
    editorHeight: "320px",
    extraKeys: {
      "Ctrl-Space": (one) => one.autocomplete(),
      "Ctrl-Enter": send,
      "Cmd-Enter": send,
      Tab: false, // the keyboard must find its way out of the editor
      "Shift-Tab": false,
    },
  });
  editor.getInputField().setAttribute("aria-label", form.dataset.label);
  field.hidden = true;
  field.required = false;
  document.querySelector("label[for=query]").hidden = true;
  form.addEventListener("submit", () => (field.value = editor.getValue()));
})();
