// Texts that are written on the page itself: what becomes of each save. See saving-said.js.
(function () {
  "use strict";

  const cms = window.CMS_Editor;
  const saving = window.LimburgSaving;
  if (!cms || !cms.saveData || window !== window.top) {
    return;
  }

  const refused = new Set();
  const save = cms.saveData.bind(cms);

  function contentOf(el) {
    return window.cms_editor_plugin.getHTML(el) ?? el.textContent;
  }

  cms.saveData = function (el, action) {
    if (!el || el.dataset.changed !== "true") {
      return save(el, action);
    }
    let answer = null;
    const body = contentOf(el);
    saving.keep(el.dataset.cmsEditUrl, {body});
    const noted = (element, response) => {
      answer = response.clone();
      action?.(element, response);
    };
    return save(el, noted).then(() => refusalIn(answer, body.length)).then((refusal) => settle(el, refusal));
  };

  // Its sentence and the ways on that the server names; null where the text, `size` signs, was saved.
  async function refusalIn(answer, size) {
    if (!answer) {
      return {sentence: saving.sentence(0), ways: []};
    }
    const body = await answer.text();
    const page = new DOMParser().parseFromString(body, "text/html");
    if (answer.ok && page.querySelector(".messagelist > .success")) {
      return null;
    }
    const plain = (answer.headers.get("Content-Type") || "").startsWith("text/plain");
    const problems = [...page.querySelectorAll(".errorlist > li")].map((problem) => problem.textContent.trim());
    const {said, ways} = plain ? {said: body.trim(), ways: []} : saving.saidIn(page);
    const sentence = problems.join(" ") || saving.sentence(answer.status, answer.url, said, size);
    return {sentence, ways: sentence === said ? ways : []};
  }

  function settle(el, refusal) {
    if (!refusal) {
      refused.delete(el);
      saving.forget(el.dataset.cmsEditUrl);
      saving.saved();
      return;
    }
    refused.add(el);
    el.dataset.changed = "true";
    window.CMS.API.Messages.close(); // "Failed to fetch", in English, and gone after a while
    const again = [saving.words().again, () => tryAgain(el)];
    const text = () => el.querySelector(".tiptap")?.innerText ?? el.innerText;
    saving.refused(refusal.sentence, [...refusal.ways, ...saving.waysOn(refusal.sentence, again, text)]);
  }

  // Who logged in again has another token against forged requests.
  async function tryAgain(el) {
    try {
      const form = await (await fetch(el.dataset.cmsEditUrl)).text();
      const token = new DOMParser().parseFromString(form, "text/html").querySelector("[name=csrfmiddlewaretoken]");
      window.CMS.config.csrf = token?.value || window.CMS.config.csrf;
    } catch {
      // The save itself says that the server is away.
    }
    el.dataset.changed = "true";
    cms.saveData(el);
  }

  window.addEventListener("beforeunload", (event) => {
    if (refused.size) {
      event.preventDefault();
    }
  });

  // What a reload, or logging in again, would have lost.
  function offer(el) {
    const kept = saving.kept(el.dataset.cmsEditUrl);
    if (!kept) {
      return;
    }
    const words = saving.words();
    const html = kept.fields.body;
    const restore = () => {
      saving.settled();
      cms.init(el);
      window.cms_editor_plugin._editors[el.id].commands.setContent(html, {emitUpdate: true});
      el.dataset.changed = "true";
      cms.saveData(el);
    };
    const drop = () => {
      saving.settled();
      saving.forget(el.dataset.cmsEditUrl);
    };
    const plain = () => new DOMParser().parseFromString(html, "text/html").body.textContent;
    const ways = [[words.restore, restore], [words.copy, () => navigator.clipboard.writeText(plain())], [words.drop, drop]];
    saving.refused(words.kept.replace("%s", kept.at), ways);
  }

  window.addEventListener("load", () => document.querySelectorAll(".cms-editor-inline-wrapper[data-cms-edit-url]").forEach(offer));
})();
