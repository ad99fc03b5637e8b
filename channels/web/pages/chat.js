"use strict";
(() => {
  const address = location.pathname.replace(/\/$/, "") + "/messages";
  const talk = document.querySelector(".talk");
  const form = document.querySelector(".say");
  const field = form.querySelector("textarea");
  const wrong = document.querySelector(".wrong");
  const name = "salesflow-visitor:" + location.pathname;
  let visitor = null;
  const known = new Set();
  let timer = 0;
  try { visitor = localStorage.getItem(name); } catch { /* a browser that keeps nothing still talks */ }

  const headers = (more) => (visitor ? { ...more, "X-Visitor": visitor } : more);

  const show = (item) => {
    const line = document.createElement("li");
    line.className = item.mine ? "mine" : "theirs";
    line.textContent = item.text;
    talk.append(line);
    line.scrollIntoView({ block: "end" });
  };

  const look = async () => {
    clearTimeout(timer);
    try {
      if (visitor) {
        const answer = await fetch(address, { headers: headers({}) });
        if (answer.ok) {
          for (const item of await answer.json()) {
            if (!known.has(item.id)) { known.add(item.id); show(item); }
          }
        }
      }
    } catch { /* the next look tries again */ }
    timer = setTimeout(look, document.hidden ? 15000 : 2000);
  };

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const text = field.value.trim();
    if (!text) { return; }
    const key = Array.from(crypto.getRandomValues(new Uint8Array(16)), (n) => n.toString(16).padStart(2, "0")).join("");
    const body = JSON.stringify({ text, key });
    wrong.hidden = true;
    try {
      const answer = await fetch(address, { method: "POST", headers: headers({ "Content-Type": "application/json" }), body });
      if (!answer.ok) { throw new Error(String(answer.status)); }
      visitor = (await answer.json()).visitor;
      try { localStorage.setItem(name, visitor); } catch { /* then it lasts as long as this page */ }
      field.value = "";
      await look();
    } catch {
      wrong.hidden = false;
    }
    field.focus();
  });

  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      form.requestSubmit();
    }
  });

  document.addEventListener("visibilitychange", () => { if (!document.hidden) { look(); } });
  look();
})();
