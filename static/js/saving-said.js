// Says on the page of an editor whether a text was saved, and keeps in this tab what was refused until it is saved.
(function () {
  "use strict";

  const PREFIX = "text-not-saved:";
  const place = (url) => PREFIX + new URL(url, location.href).pathname;

  // Who is logged in, on a page that is edited or a screen of the administration.
  function person() {
    const told = document.querySelector("meta[name=person], script[data-person]");
    return told?.content || told?.dataset.person || "";
  }

  // One line, kept out of what the CMS exchanges after each change of the content.
  function line(role) {
    const element = document.createElement("div");
    element.className = "saving-said";
    element.setAttribute("role", role);
    element.hidden = true;
    return element;
  }

  const lines = {alert: line("alert"), status: line("status")};

  function show(role, sentence, ways = []) {
    const element = lines[role];
    if (!element.isConnected) {
      (document.getElementById("cms-top") || document.body).append(element);
    }
    const words = document.createElement("p");
    words.textContent = sentence;
    element.replaceChildren(words, ...ways.map(way));
    element.hidden = false;
  }

  function way([words, act]) {
    const element = document.createElement(typeof act === "string" ? "a" : "button");
    element.textContent = words;
    if (typeof act === "string") {
      Object.assign(element, {href: act, target: "_blank", rel: "noopener"});
    } else {
      element.type = "button";
      element.addEventListener("click", act);
    }
    return element;
  }

  const clock = (moment) => `${moment.getHours()}.${String(moment.getMinutes()).padStart(2, "0")}`;

  window.LimburgSaving = {
    words: () => window.CMS_Editor._global_settings.lang.TextSaving,

    // Where the browser has no room left nothing is kept, and the save goes on.
    keep(url, fields) {
      this.forget(url);
      try {
        sessionStorage.setItem(place(url), JSON.stringify({fields, person: person(), at: clock(new Date())}));
      } catch (problem) {
        console.warn("What is sent could not be kept", problem);
      }
    },
    // Not what somebody else wrote who used this tab.
    kept(url) {
      const kept = JSON.parse(sessionStorage.getItem(place(url)));
      if (kept && kept.person !== person()) {
        this.forget(url);
        return null;
      }
      return kept;
    },
    forget: (url) => sessionStorage.removeItem(place(url)),

    refused: (sentence, ways) => {
      lines.status.hidden = true;
      show("alert", sentence, ways);
    },
    settled: () => { lines.alert.hidden = true; },
    saved() {
      this.settled();
      show("status", this.words().saved.replace("%s", clock(new Date())));
    },

    // What the server itself says in a page of one sentence, and the ways on that it names.
    saidIn(page) {
      const links = [...page.querySelectorAll("a[href]")];
      const ways = links.map((link) => [link.textContent, link.href]);
      links.forEach((link) => link.remove());
      return {said: page.body.textContent.trim(), ways};
    },

    // The sentence for an answer: `status` 0 is no answer at all; `said` is what the server itself has to say; `size`
    // is how much was sent: less than a session may send is refused where there is none.
    sentence(status, address, said, size) {
      const words = this.words();
      if (!status) { return words.away; }
      if (/\/(login|tweede-stap)\//.test(address)) { return words.ended; }
      if (status === 409 && said) { return said; }
      if (status === 413 && size <= words.most) { return words.ended; }
      return {403: words.forbidden, 413: words.large}[status] || words.failed;
    },

    waysOn(sentence, again, text) {
      const words = this.words();
      const copy = [words.copy, () => navigator.clipboard.writeText(text())];
      const login = [words.login, "/beheer/login/?next=/beheer/"];
      return [again, copy, ...(sentence === words.ended ? [login] : [])].filter(Boolean);
    },
  };
})();
