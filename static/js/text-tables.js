// Tables in the text editor: a caption, and a row of headers in what is pasted. While a table is edited, its caption
// is an attribute of it, as the editor's tables hold rows alone; pages/text_tables.py makes the element of it again.
(function () {
  "use strict";

  const editors = window.CMS_Editor && window.CMS_Editor.tiptap;
  if (!editors) {
    return;
  }

  function captionOf(table) {
    const caption = table.querySelector("caption");
    return (caption ? caption.textContent.trim() : table.dataset.caption) || null;
  }

  function becomesHeader(cell) {
    const header = document.createElement("th");
    header.append(...cell.childNodes);
    cell.replaceWith(header);
  }

  // Word and spreadsheets know no headers. What comes from the editor itself is left as it is.
  function withHeaders(html) {
    if (!/<table/i.test(html) || html.includes("data-pm-slice")) {
      return html;
    }
    const template = document.createElement("template");
    template.innerHTML = html;
    for (const table of template.content.querySelectorAll("table")) {
      if (!table.querySelector("th")) {
        [...table.rows[0]?.cells || []].forEach(becomesHeader);
      }
    }
    return template.innerHTML;
  }

  // The editor draws a table once, and not again when its caption changes.
  function shownCaptions({Decoration, DecorationSet}, doc) {
    const shown = [];
    doc.descendants((node, from) => {
      if (node.attrs.caption) {
        shown.push(Decoration.node(from, from + node.nodeSize, {"data-caption": node.attrs.caption}));
      }
    });
    return DecorationSet.create(doc, shown);
  }

  editors.register("limburg-tables", ({Node, pm}) => Node.create({
    name: "tableCaption",

    // Without this the words of a caption would become a row.
    parseHTML() {
      return [{tag: "caption", ignore: true}];
    },

    addGlobalAttributes() {
      const caption = {
        default: null,
        parseHTML: captionOf,
        renderHTML: (attributes) => attributes.caption ? {"data-caption": attributes.caption} : {},
      };
      return [{types: ["table"], attributes: {caption}}];
    },

    addProseMirrorPlugins() {
      const decorations = (state) => shownCaptions(pm, state.doc);
      return [
        new pm.Plugin({
          key: new pm.PluginKey("limburgTables"),
          props: {transformPastedHTML: withHeaders, decorations},
        }),
      ];
    },
  }), {apiVersion: 1});

  editors.registerToolbarItem("TableCaption", {
    type: "mark",
    enabled: (editor) => editor.isActive("table"),
    active: (editor) => Boolean(editor.getAttributes("table").caption),
    attributes: (editor) => ({caption: editor.getAttributes("table").caption}),
    action: (editor) => setTimeout(() => editor.commands.openCmsForm("TableCaption"), 0),
    formAction: (editor, data) => {
      if (data) {
        editor.chain().focus().updateAttributes("table", {caption: data.get("caption").trim() || null}).run();
        // The dialog goes on listening for a click beside it, and would take the cursor back at the next one.
        document.dispatchEvent(new Event("click"));
      }
    },
  });
})();
