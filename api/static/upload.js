"use strict";
// Shows how much of an upload is sent, and how far its reading is; without it the pages tell the same when asked again.
const form = document.getElementById("upload-form");
if (form) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const box = document.getElementById("upload-progress");
    const [bar, words] = [box.querySelector("progress"), box.querySelector("[role=status]")];
    const button = form.querySelector("button");
    const request = new XMLHttpRequest();
    box.hidden = false;
    button.disabled = true;
    words.textContent = form.dataset.sending;
    request.upload.addEventListener("progress", (sent) => {
      if (sent.lengthComputable) {
        bar.value = sent.loaded / sent.total;
        words.textContent = `${form.dataset.sending} ${Math.round((100 * sent.loaded) / sent.total)}%`;
      }
    });
    const refused = (detail) => {
      button.disabled = false;
      bar.value = 0;
      words.textContent = detail ? `${form.dataset.refused}: ${detail}` : form.dataset.refused;
    };
    request.addEventListener("error", () => refused(""));
    request.addEventListener("load", () => {
      if (request.status === 202) {
        window.location.assign(`/upload/${JSON.parse(request.responseText).id}`);
        return;
      }
      let detail = "";
      try {
        detail = JSON.parse(request.responseText).detail;
      } catch {
        // no problem document; the plain words serve
      }
      refused(detail);
    });
    request.open("POST", "/api/documents");
    request.send(new FormData(form));
  });
}
const job = document.getElementById("job");
if (job) {
  const bar = document.getElementById("job-progress");
  const task = document.getElementById("job-task");
  const look = async () => {
    try {
      const told = await (await fetch(job.dataset.job, { headers: { Accept: "application/json" } })).json();
      if (told.state !== "waiting" && told.state !== "reading") {
        window.location.reload();
        return;
      }
      if (told.progress) {
        if (task.textContent !== told.progress.said) task.textContent = told.progress.said;
        if (told.progress.total) {
          bar.max = told.progress.total;
          bar.value = told.progress.done;
        } else {
          bar.removeAttribute("value");
        }
      }
    } catch {
      // the server may be busy; the next look tells
    }
    setTimeout(look, 1000);
  };
  setTimeout(look, 700);
}
