import CCMark
import Glibc

/// A text as libcmark parsed it, which is freed with this value. No pointer leaves this file.
@safe struct ParsedText: ~Copyable {
  private let root: OpaquePointer?

  /// Parses a text in UTF-8 without U+0000.
  init(_ text: [UInt8]) {
    unsafe root = text.withUnsafeBytes { bytes in
      unsafe cmark_parse_document(
        bytes.bindMemory(to: CChar.self).baseAddress, bytes.count, CMARK_OPT_DEFAULT)
    }
  }

  deinit { unsafe cmark_node_free(root) }

  /// The nodes in the order of the text.
  ///
  /// - Parameter blocksOnly: whether to leave out what is in paragraphs and headings.
  /// - Parameter escape: the character that stands for an escaped tilde, if one does.
  func tree(blocksOnly: Bool = false, escape: TildeEscape?) throws(MarkdownRefusal) -> MarkdownTree
  {
    var builder = MarkdownTree.Builder(escape: escape)
    let iterator = unsafe cmark_iter_new(root)
    defer { unsafe cmark_iter_free(iterator) }
    while true {
      let event = unsafe cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE else { return builder.tree }
      let node = unsafe cmark_iter_get_node(iterator)
      guard let kind = unsafe Self.kind(of: node) else { continue }
      guard event == CMARK_EVENT_ENTER else {
        builder.close()
        continue
      }
      unsafe Self.add(node, kind, to: &builder)
      try builder.checkDepth()
      if blocksOnly, kind.holdsInlines {
        // This takes the end of the node as read.
        unsafe cmark_iter_reset(iterator, node, CMARK_EVENT_EXIT)
        builder.close()
      }
    }
  }

  private static func add(
    _ node: OpaquePointer?, _ kind: MarkdownTree.Kind, to builder: inout MarkdownTree.Builder
  ) {
    let text = unsafe kind.isLink ? cmark_node_get_url(node) : cmark_node_get_literal(node)
    let title = unsafe Self.title(of: node, kind)
    let position = unsafe MarkdownTree.Position(
      startLine: Int(cmark_node_get_start_line(node)),
      startColumn: Int(cmark_node_get_start_column(node)),
      endLine: Int(cmark_node_get_end_line(node)))
    unsafe withBytes(of: text) { text in
      unsafe withBytes(of: title) { title in
        unsafe builder.open(kind, position, text: text, title: title)
      }
    }
  }

  private static func title(
    of node: OpaquePointer?, _ kind: MarkdownTree.Kind
  ) -> UnsafePointer<CChar>? {
    if kind.isLink { return unsafe cmark_node_get_title(node) }
    return unsafe kind == .codeBlock ? cmark_node_get_fence_info(node) : nil
  }

  private static func withBytes(
    of string: UnsafePointer<CChar>?, _ body: (UnsafeRawBufferPointer) -> Void
  ) {
    guard let string = unsafe string else {
      return unsafe body(UnsafeRawBufferPointer(start: nil, count: 0))
    }
    unsafe body(UnsafeRawBufferPointer(start: string, count: strlen(string)))
  }

  private static func kind(of node: OpaquePointer?) -> MarkdownTree.Kind? {
    switch unsafe cmark_node_get_type(node) {
    case CMARK_NODE_BLOCK_QUOTE: .blockQuote
    case CMARK_NODE_LIST: unsafe list(node)
    case CMARK_NODE_ITEM: .item
    case CMARK_NODE_CODE_BLOCK: .codeBlock
    case CMARK_NODE_HTML_BLOCK: .htmlBlock
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_HEADING: unsafe .heading(level: Int(cmark_node_get_heading_level(node)))
    case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
    case CMARK_NODE_TEXT: .text
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_LINEBREAK: .lineBreak
    case CMARK_NODE_CODE: .code
    case CMARK_NODE_HTML_INLINE: .html
    case CMARK_NODE_EMPH: .emphasis
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_LINK: .link
    case CMARK_NODE_IMAGE: .image
    default: nil
    }
  }

  private static func list(_ node: OpaquePointer?) -> MarkdownTree.Kind {
    let isOrdered = unsafe cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
    return .list(
      start: unsafe isOrdered ? Int(cmark_node_get_list_start(node)) : nil,
      isTight: unsafe cmark_node_get_list_tight(node) != 0)
  }
}
