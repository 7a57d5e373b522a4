"use strict";
// Filters, a mark that follows the finding one looks at, and notes as a file. Without this script the page is complete
// but for these three.
(function () {
  const all = (query) => Array.from(document.querySelectorAll(query));
  const findings = all("li.finding");
  const marks = new Map();
  for (const mark of all("a[data-key]")) {
    const key = mark.dataset.key;
    if (!marks.has(key)) marks.set(key, []);
    marks.get(key).push(mark);
  }

  const form = document.querySelector("form.filters");
  if (form) {
    form.hidden = false;
    const apply = () => {
      const severities = all("input[name=severity]:checked").map((box) => box.value);
      const family = form.elements.family ? form.elements.family.value : "";
      let shown = 0;
      for (const finding of findings) {
        const visible =
          severities.includes(finding.dataset.severity) && (!family || finding.dataset.family === family);
        finding.hidden = !visible;
        if (visible) shown += 1;
        for (const mark of marks.get(finding.dataset.key) || []) mark.classList.toggle("off", !visible);
      }
      form.querySelector(".shown").textContent =
        shown === findings.length ? "All " + shown + " shown" : shown + " of " + findings.length + " shown";
    };
    form.addEventListener("change", apply);
    form.addEventListener("submit", (event) => event.preventDefault());
    apply();
  }

  const light = (key, on) => {
    for (const mark of marks.get(key) || []) mark.classList.toggle("on", on);
    const finding = document.getElementById("f" + key);
    if (finding) finding.classList.toggle("on", on);
  };
  for (const element of [...findings, ...all("a[data-key]")]) {
    for (const [name, on] of [["mouseenter", true], ["mouseleave", false], ["focusin", true], ["focusout", false]]) {
      element.addEventListener(name, () => light(element.dataset.key, on));
    }
  }

  // A place inside a closed <details> is opened when one goes there, in browsers that do not do so themselves.
  const open = () => {
    const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    const details = target && target.closest("details");
    if (details && !details.open) {
      details.open = true;
      target.scrollIntoView();
    }
  };
  addEventListener("hashchange", open);
  open();

  const actions = document.querySelector(".actions");
  if (actions) {
    actions.hidden = false;
    const title = document.querySelector("h1").textContent;
    // The whole of a long note is printed, not only what fits into the field.
    const note = document.getElementById("note");
    note.addEventListener("input", () => {
      note.style.height = "auto";
      note.style.height = note.scrollHeight + 4 + "px";
    });
    document.getElementById("print").addEventListener("click", () => print());
    document.getElementById("save").addEventListener("click", () => {
      const questions = all(".checklist li").map(
        (item) => (item.querySelector("input").checked ? "[x] " : "[ ] ") + item.textContent.trim()
      );
      const text = ["Notes on " + title, "", note.value, "", ...questions, ""].join("\n");
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
      link.download = title.replace(/^.*[\\/]/, "").replace(/\.[^.]*$/, "") + ".notes.txt";
      link.click();
      URL.revokeObjectURL(link.href);
      document.getElementById("saved").textContent = "Saved as " + link.download;
    });
  }
})();
