"""How parts of an Office file may hang together: the last words of the types of relations (ECMA-376, part 1, 8-15).

What no list names is refused with its name, so that it can be judged and added.
"""

OF_ANY_FILE = """
    officeDocument core-properties extended-properties custom-properties thumbnail classificationlabels
    customXml customXmlProps theme themeOverride image hdphoto svg audio video media hyperlink package printerSettings
    origin signature certificate
"""
OF_CHARTS_AND_DRAWINGS = """
    chart chartEx chartStyle chartColorStyle chartUserShapes drawing vmlDrawing legacyDiagramText ink
    diagramData diagramLayout diagramQuickStyle diagramColors diagramDrawing
"""
OF_PRESENTATIONS = """
    slide slideLayout slideMaster notesSlide notesMaster handoutMaster presProps viewProps tableStyles tags font
    comments commentAuthors authors changesInfo revisionInfo
"""
OF_TEXTS = """
    styles stylesWithEffects settings webSettings fontTable numbering footnotes endnotes header footer
    glossaryDocument commentsExtended commentsIds commentsExtensible documentTasks people bibliography
"""
OF_WORKBOOKS = """
    worksheet chartsheet sharedStrings calcChain table pivotTable pivotCacheDefinition pivotCacheRecords sheetMetadata
    slicer slicerCache timeline timelineCache threadedComment person namedSheetView
    rdRichValue rdRichValueStructure rdRichValueTypes richValueRel richStyles rdArray rdSupportingPropertyBag
    rdSupportingPropertyBagStructure featurePropertyBag
"""
RELATIONS = {
    word.lower()
    for words in (OF_ANY_FILE, OF_CHARTS_AND_DRAWINGS, OF_PRESENTATIONS, OF_TEXTS, OF_WORKBOOKS)
    for word in words.split()
}
# Data, texts and templates from elsewhere.
OF_ELSEWHERE = """
    externalLink externalLinkPath externalLinkLongPath xlExternalLinkPath connections queryTable attachedTemplate
    subDocument frame mailMergeSource mailMergeHeaderSource mailMergeRecipientData aFChunk slideUpdateInfo
    slideUpdateUrl transform recipientData rdRichValueWebImage volatileDependencies
"""
FETCHES = {word.lower() for word in OF_ELSEWHERE.split()}
