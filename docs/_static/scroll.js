/* Let the keyboard scroll code and tables that are wider than the page. */
(() => {
  "use strict";
  const update = () => {
    for (const box of document.querySelectorAll("article :is(.highlight pre, .table-wrapper)")) {
      const attributes = { tabindex: "0", role: "group", "aria-label": box.matches("pre") ? "Code" : "Table" };
      for (const [name, value] of Object.entries(attributes)) {
        if (box.scrollWidth > box.clientWidth) box.setAttribute(name, value);
        else box.removeAttribute(name);
      }
    }
  };
  addEventListener("load", update);
  addEventListener("resize", update);
})();
