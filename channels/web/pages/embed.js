"use strict";
(() => {
  const source = new URL(document.currentScript.src);
  const page = source.origin + source.pathname.replace(/\/embed\.js$/, "");
  const frame = document.createElement("iframe");
  const button = document.createElement("button");
  const place = "position:fixed;right:16px;z-index:2147483000;border:0;";
  button.type = "button";
  button.textContent = "💬";
  button.setAttribute("aria-label", "Chat");
  button.setAttribute("aria-expanded", "false");
  button.style.cssText = place + "bottom:16px;width:56px;height:56px;border-radius:28px;font-size:26px;cursor:pointer;" +
    "background:#0b5c63;color:#fff;box-shadow:0 6px 20px rgba(0,0,0,.25)";
  frame.title = "Chat";
  frame.style.cssText = place + "bottom:84px;width:min(380px,calc(100vw - 32px));height:min(560px,calc(100vh - 110px));" +
    "border-radius:16px;background:#fff;box-shadow:0 10px 40px rgba(0,0,0,.3);display:none";
  button.addEventListener("click", () => {
    const open = frame.style.display === "none";
    if (open && !frame.src) { frame.src = page; }
    frame.style.display = open ? "block" : "none";
    button.setAttribute("aria-expanded", String(open));
  });
  document.body.append(frame, button);
})();
