// Forms in the box that the CMS opens over the page: what becomes of each save. See saving-said.js.
(function () {
  "use strict";

  const saving = window.LimburgSaving;
  if (!window.CMS_Editor || window !== window.top) {
    return;
  }

  const DONE = "script#data-bridge, .cms-close-frame, .messagelist .success, .messagelist .info, .messagelist .warning";
  let sent = null;

  function documentOf(frame) {
    try {
      return frame.contentDocument;
    } catch {
      return null;
    }
  }

  function fieldsOf(frame, form) {
    const editor = frame.contentWindow.cms_editor_plugin;
    const fields = {};
    for (const field of form.elements) {
      if (!field.name || ["hidden", "file", "password", "submit"].includes(field.type)) {
        continue;
      }
      const tick = ["checkbox", "radio"].includes(field.type);
      fields[field.id] = tick ? field.checked : editor?.getHTML(field) ?? field.value;
    }
    return fields;
  }

  function fill(frame, fields) {
    const editors = frame.contentWindow.cms_editor_plugin?._editors || {};
    for (const [id, value] of Object.entries(fields)) {
      const field = frame.contentDocument.getElementById(id);
      if (id in editors) {
        editors[id].commands.setContent(value, {emitUpdate: true});
      } else if (field) {
        field[typeof value === "boolean" ? "checked" : "value"] = value;
      }
    }
  }

  function plain(fields) {
    const strip = (value) => new DOMParser().parseFromString(value, "text/html").body.innerText;
    return Object.values(fields).filter((value) => typeof value === "string" && value).map(strip).join("\n\n");
  }

  function judge(frame, content) {
    const {url, opened, fields} = sent;
    sent = null;
    if (content?.querySelector(DONE)) {
      saving.forget(url);
      saving.saved();
    } else if (!content?.querySelector(".errornote, .errorlist, input[name=post]")) {
      const status = content && frame.contentWindow.performance.getEntriesByType("navigation")[0]?.responseStatus;
      const said = content?.contentType === "text/plain" && content.body.textContent.trim();
      const sentence = saving.sentence(content?.location.protocol.startsWith("http") ? status || 500 : 0, content?.URL, said);
      const again = frame.isConnected && content && [saving.words().again, () => { frame.src = opened; }];
      saving.refused(sentence, saving.waysOn(sentence, again, () => plain(fields)));
    }
  }

  function offer(frame, kept) {
    const words = saving.words();
    const restore = () => {
      fill(frame, kept.fields);
      saving.settled();
    };
    saving.refused(words.kept.replace("%s", kept.at), [[words.restore, restore], [words.drop, () => {
      saving.forget(frame.contentDocument.URL);
      saving.settled();
    }]]);
  }

  function watch(frame, content) {
    content.addEventListener("submit", (event) => {
      const url = event.target.action || content.URL;
      sent = {url, opened: content.URL, fields: fieldsOf(frame, event.target)};
      saving.keep(url, sent.fields);
    }, true);
    const kept = saving.kept(content.URL);
    if (kept && content.querySelector("form[method=post]")) {
      setTimeout(() => offer(frame, kept), 300); // once the editor has taken the place of its field
    }
  }

  document.addEventListener("load", (event) => {
    const frame = event.target;
    if (!frame.matches?.(".cms-modal iframe")) {
      return;
    }
    const content = documentOf(frame);
    if (sent) {
      judge(frame, content);
    }
    if (content?.querySelector("form")) {
      watch(frame, content);
    }
  }, true);
})();
