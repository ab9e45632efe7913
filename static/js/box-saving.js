// Forms in the box that the CMS opens over the page: what becomes of each save. See saving-said.js.
(function () {
  "use strict";

  const saving = window.LimburgSaving;
  if (!window.CMS_Editor || window !== window.top) {
    return;
  }

  const DONE = "script#data-bridge, .cms-close-frame, .messagelist .success";
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
      if (!field.name || !field.id || ["hidden", "file", "password", "submit"].includes(field.type)) {
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

  // Undefined where the answer can't be read, and where the browser doesn't tell.
  function statusOf(frame, content) {
    const isAnswer = content?.location.protocol.startsWith("http");
    return isAnswer && frame.contentWindow.performance.getEntriesByType("navigation")[0]?.responseStatus;
  }

  // A page that neither saved nor refused says itself what it wants: a mistake in a form, or a question of ours.
  function isFault(content, status) {
    return !content?.location.protocol.startsWith("http")
      || /\/login\//.test(content.URL)
      || (status ? status >= 400 : !content.querySelector("form"));
  }

  function judge(frame, content) {
    const {url, opened, fields, size} = sent;
    const status = statusOf(frame, content);
    sent = null;
    if (content?.querySelector(DONE)) {
      saving.forget(url);
      saving.saved();
    } else if (isFault(content, status)) {
      const said = content?.contentType === "text/plain" && content.body.textContent.trim();
      const isAnswer = content?.location.protocol.startsWith("http");
      const sentence = saving.sentence(isAnswer ? status || 500 : 0, content?.URL, said, size);
      const again = frame.isConnected && content && [saving.words().again, () => { frame.src = opened; }];
      saving.refused(sentence, saving.waysOn(sentence, again, () => plain(fields)));
    } else {
      saving.settled();
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

  // Of what stays in the box. A question of ours has what was typed in hidden fields: that stays kept as it was.
  function send(content, frame, form, submitter) {
    if (!form.matches("[method=post]") || (submitter?.formTarget || form.target || "_self") !== "_self") {
      return;
    }
    const url = form.action || content.URL;
    const fields = fieldsOf(frame, form);
    if (Object.keys(fields).length) {
      saving.keep(url, fields);
    }
    sent = {url, opened: content.URL, fields: saving.kept(url)?.fields || fields, size: sizeOf(form)};
  }

  function sizeOf(form) {
    const chosen = [...form.elements].flatMap((field) => [...(field.files || [])]);
    const written = [...form.elements].map((field) => field.value?.length || 0);
    return [...written, ...chosen.map((file) => file.size)].reduce((sum, size) => sum + size, 0);
  }

  function watch(frame, content, isAnswer) {
    content.addEventListener("submit", (event) => send(content, frame, event.target, event.submitter), true);
    const kept = isAnswer ? null : saving.kept(content.URL);
    if (kept && Object.keys(kept.fields).some((id) => content.getElementById(id))) {
      setTimeout(() => offer(frame, kept), 300); // once the editor has taken the place of its field
    }
  }

  document.addEventListener("load", (event) => {
    const frame = event.target;
    if (!frame.matches?.(".cms-modal iframe")) {
      return;
    }
    const content = documentOf(frame);
    const isAnswer = Boolean(sent);
    if (isAnswer) {
      judge(frame, content);
    }
    if (content?.querySelector("form")) {
      watch(frame, content, isAnswer);
    }
  }, true);
})();
