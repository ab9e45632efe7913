// What is typed into a form of the administration stays in this tab until the server has saved it, which it tells by
// the name of the form (publication/saved_forms.py). Where it didn't, as it was away or the session had ended, the form
// offers it again. And whoever leaves a form with fields that are not saved is asked first, in the browser's words.
(function () {
  "use strict";

  if (window !== window.top) {
    return; // in its box the CMS asks itself, and box-saving.js keeps
  }

  const PREFIX = "fields-not-saved:";
  const FORM = ":is(form:has(.submit-row), #content form:has(textarea[name])):not([data-forgotten])";
  const START = "/beheer/";
  // A password is typed again, and a file is chosen again.
  const NOT_KEPT = ["file", "password", "submit", "button", "reset", "image"];
  const {person, method, saved} = document.currentScript.dataset;
  const name = `${Date.now()}-${Math.random()}`;
  let changed = false;

  const isTick = (field) => ["checkbox", "radio"].includes(field.type);
  const keyOf = (field) => (isTick(field) ? `${field.name}=${field.value}` : field.name);

  function isTyped(field) {
    return field.name && field.type !== "hidden" && !NOT_KEPT.includes(field.type)
      && field.autocomplete !== "one-time-code" && !field.name.includes("__prefix__");
  }

  function typedIn(form) {
    return Object.fromEntries([...form.elements].filter(isTyped).map((field) => [keyOf(field), field]));
  }

  function valueOf(field) {
    if (!field) {
      return null;
    }
    if (field.type.startsWith("select")) {
      return Array.from(field.selectedOptions, (option) => [option.value, option.text]);
    }
    return isTick(field) ? field.checked : field.value;
  }

  function labelOf(field) {
    const words = field.labels?.[0]?.textContent || field.getAttribute("aria-label") || field.name;
    return words.trim().replace(/:$/, "");
  }

  function textOf(value) {
    return Array.isArray(value) ? value.map(([, text]) => text).join(", ") : {true: "✓", false: "–"}[value] ?? value;
  }

  // How many rows there were, which row of the database each was, and what a form without drafts had shown.
  function hiddenIn(form) {
    const fields = [...form.querySelectorAll("input[type=hidden]")];
    const told = fields.filter((field) => field.name === "seen" || /-TOTAL_FORMS$|-\d+-id$/.test(field.name));
    return Object.fromEntries(told.map((field) => [field.name, field.value]));
  }

  function clock(moment) {
    return `${moment.getHours()}.${String(moment.getMinutes()).padStart(2, "0")}`;
  }

  // Where the browser has no room left nothing is kept, and the save goes on.
  function keep(form, sent) {
    const toKeep = ([key, field]) => [key, {label: labelOf(field), value: valueOf(field)}];
    const fields = Object.fromEntries(Object.entries(typedIn(form)).map(toKeep));
    if (!Object.keys(fields).length) {
      return;
    }
    const title = document.querySelector("#content h1")?.textContent.trim();
    const {pathname: path} = location;
    const kept = {name, person, sent, path, title, fields, hidden: hiddenIn(form), at: clock(new Date())};
    try {
      sessionStorage.setItem(PREFIX + name, JSON.stringify(kept));
    } catch (problem) {
      console.warn("What is typed could not be kept", problem);
    }
  }

  const forget = (kept) => sessionStorage.removeItem(PREFIX + kept.name);

  // Without what was saved, and what somebody else typed who used this tab.
  function waiting() {
    const keys = Object.keys(sessionStorage).filter((key) => key.startsWith(PREFIX));
    const all = keys.map((key) => JSON.parse(sessionStorage.getItem(key)));
    const gone = (kept) => kept.person !== person || saved.split(" ").includes(kept.name);
    all.filter(gone).forEach(forget);
    return all.filter((kept) => !gone(kept));
  }

  const isEmpty = (value) => value === null || value === "" || value === false || value.length === 0;

  // The keys of what says another thing in the form than was typed; a page without a form lacks it all.
  function missing(kept, form) {
    const fields = form ? typedIn(form) : {};
    return Object.keys(kept.fields).filter((key) => {
      const [typed, now] = [kept.fields[key].value, valueOf(isSameRow(kept, form, key) ? fields[key] : null)];
      return JSON.stringify(typed) !== JSON.stringify(now) && !(isEmpty(typed) && isEmpty(now));
    });
  }

  // A row that was added has no key yet; where a colleague took one away, the next has its number.
  function isSameRow(kept, form, key) {
    const row = /^(.+-\d+)-/.exec(key)?.[1];
    return !row || (kept.hidden[`${row}-id`] || "") === (form?.elements[`${row}-id`]?.value || "");
  }

  function addRows(kept, form) {
    for (const [total, number] of Object.entries(kept.hidden).filter(([key]) => key.endsWith("-TOTAL_FORMS"))) {
      const link = document.querySelector(`#${total.replace("TOTAL_FORMS", "group")} .add-row a`);
      for (let rows = Number(form.elements[total]?.value); link && rows < Number(number); rows += 1) {
        link.click();
      }
    }
  }

  function put(field, value) {
    if (Array.isArray(value)) {
      choose(field, value);
    } else {
      field[typeof value === "boolean" ? "checked" : "value"] = value;
    }
  }

  // What is looked up while somebody types is not among the options of a new page.
  function choose(field, chosen) {
    const known = Array.from(field.options, (option) => option.value);
    const unknown = chosen.filter(([value]) => !known.includes(value));
    unknown.forEach(([value, text]) => field.add(new Option(text, value)));
    const values = chosen.map(([value]) => value);
    [...field.options].forEach((option) => { option.selected = values.includes(option.value); });
    field.dispatchEvent(new Event("change", {bubbles: true}));
  }

  function putBack(kept, form) {
    addRows(kept, form);
    const fields = typedIn(form);
    const keys = missing(kept, form).filter((key) => fields[key] && isSameRow(kept, form, key));
    keys.forEach((key) => put(fields[key], kept.fields[key].value));
    if (kept.hidden.seen && form.elements.seen) {
      form.elements.seen.value = kept.hidden.seen; // what a colleague changed meanwhile is told at the save
    }
    if (keys.length) {
      changed = true;
      keep(form);
    }
  }

  function list(box, kept, keys) {
    box.querySelector(".typed").replaceChildren(...keys.map((key) => {
      const {label, value} = kept.fields[key];
      const [line, area] = [document.createElement("label"), document.createElement("textarea")];
      Object.assign(area, {readOnly: true, rows: 3, value: textOf(value)});
      line.append(label, area);
      return line;
    }));
  }

  function offer(kept, form) {
    const box = document.getElementById("unsaved-fields").content.firstElementChild.cloneNode(true);
    const [restore, drop, link] = ["[name=restore]", "[name=drop]", "a"].map((part) => box.querySelector(part));
    box.querySelector("time").textContent = kept.at;
    list(box, kept, missing(kept, form));
    restore.hidden = !form;
    Object.assign(link, {href: kept.path, hidden: kept.path === location.pathname});
    link.textContent += kept.title ? ` (${kept.title})` : "";
    restore.addEventListener("click", () => {
      putBack(kept, form);
      const left = missing(kept, form);
      if (left.length) {
        list(box, kept, left);
        restore.hidden = true;
        box.querySelector(".unsaved-fields__rest").hidden = false;
        box.querySelector("details").open = true;
      } else {
        forget(kept);
        box.remove();
      }
    });
    drop.addEventListener("click", () => {
      forget(kept);
      box.remove();
    });
    (form || document.querySelector("#content > :last-child")).before(box);
  }

  // What was typed into this form before. As it stands now it was saved, or came back with a mistake in it.
  function takeUp(kept, form) {
    if (missing(kept, form).length) {
      offer(kept, form);
      return;
    }
    if (method === "POST") {
      keep(form);
    }
    forget(kept);
  }

  function watch(form) {
    const field = Object.assign(document.createElement("input"), {type: "hidden", name: "form_name", value: name});
    form.append(field);
    ["input", "change"].forEach((event) => form.addEventListener(event, () => {
      changed = true;
      keep(form);
    }));
    form.addEventListener("submit", () => {
      changed = false;
      keep(form, true);
    });
  }

  document.addEventListener("DOMContentLoaded", () => {
    const form = document.querySelector(FORM);
    const all = waiting();
    if (form) {
      all.filter((kept) => kept.path === location.pathname).forEach((kept) => takeUp(kept, form));
      watch(form);
    } else if (method === "GET") {
      // A screen that is gone, or not for this person any more, leads to the start.
      const here = (kept) => kept.path === location.pathname || (kept.sent && location.pathname === START);
      all.filter(here).forEach((kept) => offer(kept, null));
    }
  });

  window.addEventListener("beforeunload", (event) => {
    if (changed) {
      event.preventDefault();
    }
  });
})();
