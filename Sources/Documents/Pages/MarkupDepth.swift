import CGumbo

/// Looks through a page before it is parsed, for how deeply its elements are nested.
///
/// Gumbo takes time that grows with the square of the depth, and a deep tree helps nobody: browsers stop at some hundred
/// elements. So the tags are followed by a stack, by the rules of the HTML standard, section 13.2.6, as far as they tell what is
/// closed when. Where the standard mends what is nested wrongly, the stack takes the deeper alternative.
struct MarkupDepth {
  /// How many elements may be open within each other.
  static let most = 4000
  /// How many open elements may be looked at for all tags together, so that many tags at a great depth are found too.
  private static let mostSteps = 1 << 28

  private struct Open {
    var tag: GumboTag
    /// Whether what stands within are elements of SVG or MathML.
    var isForeign: Bool
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var at = 0
  private var open: [Open] = []
  private var tables = 0
  private var steps = 0

  /// Whether the page `html`, in UTF-8, is nested too deeply to be parsed; takes time that grows linearly with its length.
  static func isTooDeep(_ html: [UInt8]) -> Bool {
    html.withUnsafeBufferPointer { bytes in
      var depth = MarkupDepth(bytes: bytes)
      return depth.isTooDeep()
    }
  }

  private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  private mutating func isTooDeep() -> Bool {
    while let next = find("<", from: at) {
      at = next + 1
      guard at < bytes.count else { return false }
      switch bytes[at] {
      case UInt8(ascii: "!"): skipDeclaration()
      case UInt8(ascii: "?"): at = (find(">", from: at) ?? bytes.count - 1) + 1
      case UInt8(ascii: "/"):
        at += 1
        guard at < bytes.count else { return false }
        if isLetter(bytes[at]) {
          let name = tagName()
          _ = skipAttributes()
          end(name.tag)
        } else {
          at = (find(">", from: at) ?? bytes.count - 1) + 1
        }
      case let byte where isLetter(byte):
        let name = tagName()
        let closesItself = skipAttributes()
        guard at <= bytes.count else { return false }
        start(name.tag, name: name.range, closesItself: closesItself)
        if open.count > Self.most || steps > Self.mostSteps { return true }
      default: break
      }
    }
    return false
  }

  // MARK: Characters

  private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- UInt8(ascii: "a") < 26 }

  private func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0C || byte == 0x0D
  }

  private func find(_ character: Unicode.Scalar, from start: Int) -> Int? {
    guard start < bytes.count else { return nil }
    return bytes[start...].firstIndex(of: UInt8(ascii: character))
  }

  private func has(_ word: StaticString, at position: Int) -> Bool {
    guard position + word.utf8CodeUnitCount <= bytes.count else { return false }
    return (0..<word.utf8CodeUnitCount).allSatisfy { bytes[position + $0] == word.utf8Start[$0] }
  }

  /// Goes beyond a comment, a document type or a CDATA section.
  private mutating func skipDeclaration() {
    if has("!--", at: at) {
      if has(">", at: at + 3) || has("->", at: at + 3) { return at = find(">", from: at)! + 1 }
      var dash = at + 3
      while let next = find("-", from: dash) {
        if has("-->", at: next) { return at = next + 3 }
        if has("--!>", at: next) { return at = next + 4 }
        dash = next + 1
      }
      return at = bytes.count
    }
    if has("![CDATA[", at: at), open.last?.isForeign == true {
      var bracket = at + 8
      while let next = find("]", from: bracket) {
        if has("]]>", at: next) { return at = next + 3 }
        bracket = next + 1
      }
      return at = bytes.count
    }
    at = (find(">", from: at) ?? bytes.count - 1) + 1
  }

  private mutating func tagName() -> (tag: GumboTag, range: Range<Int>) {
    let start = at
    while at < bytes.count, !isSpace(bytes[at]), bytes[at] != UInt8(ascii: "/"), bytes[at] != UInt8(ascii: ">") {
      at += 1
    }
    let tag = UnsafeRawPointer(bytes.baseAddress! + start).withMemoryRebound(to: CChar.self, capacity: at - start) {
      gumbo_tagn_enum($0, UInt32(truncatingIfNeeded: min(at - start, 64)))
    }
    return (tag, start..<at)
  }

  /// Goes beyond the end of a tag, which nothing within quotation marks is; says whether the tag closes itself.
  private mutating func skipAttributes() -> Bool {
    // Gumbo compares each attribute with all before it.
    var attributes = 0
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: ">"):
        at += 1
        return bytes[at - 2] == UInt8(ascii: "/")
      case UInt8(ascii: "="):
        at += 1
        attributes += 1
        steps += attributes
        while at < bytes.count, isSpace(bytes[at]) { at += 1 }
        guard at < bytes.count else { break }
        if bytes[at] == UInt8(ascii: "\"") || bytes[at] == UInt8(ascii: "'") {
          at = (find(Unicode.Scalar(bytes[at]), from: at + 1) ?? bytes.count - 1) + 1
        } else {
          while at < bytes.count, !isSpace(bytes[at]), bytes[at] != UInt8(ascii: ">") { at += 1 }
        }
      case let byte where isSpace(byte):
        attributes += 1
        steps += attributes
        while at < bytes.count, isSpace(bytes[at]) { at += 1 }
      default: at += 1
      }
    }
    // The page ends within the tag, which then is none.
    at = bytes.count + 1
    return false
  }

  /// Goes beyond the end tag `name` of an element that holds characters only.
  private mutating func skipRaw(_ name: Range<Int>) {
    while let next = find("<", from: at) {
      at = next + 1
      guard has("/", at: at), at + 1 + name.count <= bytes.count else { continue }
      let isEnd = zip(bytes[name], bytes[(at + 1)...]).allSatisfy { $0 | 0x20 == $1 | 0x20 }
      let after = at + 1 + name.count
      if isEnd,
        after == bytes.count || isSpace(bytes[after]) || bytes[after] == UInt8(ascii: ">")
          || bytes[after] == UInt8(ascii: "/")
      {
        at = (find(">", from: after) ?? bytes.count - 1) + 1
        return
      }
    }
    at = bytes.count
  }

  // MARK: Elements

  private mutating func push(_ tag: GumboTag, isForeign: Bool = false) {
    open.append(Open(tag: tag, isForeign: isForeign))
    if tag == GUMBO_TAG_TABLE { tables += 1 }
  }

  private mutating func pop(to index: Int) {
    while open.count > index { if open.removeLast().tag == GUMBO_TAG_TABLE { tables -= 1 } }
  }

  /// The innermost open element that `isIt`; `nil` if there is none within what `bounds` it.
  private mutating func innermost(_ isIt: (GumboTag) -> Bool, bounds: (GumboTag) -> Bool) -> Int? {
    var index = open.count
    while index > 0 {
      index -= 1
      steps += 1
      if isIt(open[index].tag) { return index }
      if bounds(open[index].tag) { return nil }
    }
    return nil
  }

  private mutating func start(_ tag: GumboTag, name: Range<Int>, closesItself: Bool) {
    if open.last?.isForeign == true {
      if Self.leavesForeign.contains(tag) {
        while open.last?.isForeign == true { pop(to: open.count - 1) }
      } else {
        if !closesItself { push(tag, isForeign: !Self.holdsHTML.contains(tag)) }
        return
      }
    }
    if TagSet.void.contains(tag) { return }
    if TagSet.raw.contains(tag) { return skipRaw(name) }
    switch tag {
    case GUMBO_TAG_HTML, GUMBO_TAG_HEAD, GUMBO_TAG_BODY: return
    case GUMBO_TAG_PLAINTEXT: return at = bytes.count
    case GUMBO_TAG_SVG, GUMBO_TAG_MATH:
      if !closesItself { push(tag, isForeign: true) }
      return
    default: break
    }
    if TagSet.tableParts.contains(tag) {
      guard tables > 0 else { return }
      let ends: TagSet =
        switch tag {
        case GUMBO_TAG_TD, GUMBO_TAG_TH: [GUMBO_TAG_TD, GUMBO_TAG_TH]
        case GUMBO_TAG_TR: [GUMBO_TAG_TR]
        default: [GUMBO_TAG_TBODY, GUMBO_TAG_THEAD, GUMBO_TAG_TFOOT, GUMBO_TAG_CAPTION, GUMBO_TAG_COLGROUP]
        }
      if let index = innermost({ ends.contains($0) }, bounds: { $0 == GUMBO_TAG_TABLE || $0 == GUMBO_TAG_TEMPLATE }) {
        pop(to: index)
      }
      return push(tag)
    }
    if TagSet.endsParagraph.contains(tag) {
      if let index = innermost({ $0 == GUMBO_TAG_P }, bounds: { TagSet.scope.contains($0) || $0 == GUMBO_TAG_BUTTON }) {
        pop(to: index)
      }
    }
    let likes: TagSet? =
      switch tag {
      case GUMBO_TAG_LI: [GUMBO_TAG_LI]
      case GUMBO_TAG_DD, GUMBO_TAG_DT: [GUMBO_TAG_DD, GUMBO_TAG_DT]
      default: nil
      }
    if let likes {
      let index = innermost(
        { likes.contains($0) },
        bounds: { TagSet.special.contains($0) && $0 != GUMBO_TAG_ADDRESS && $0 != GUMBO_TAG_DIV && $0 != GUMBO_TAG_P })
      if let index { pop(to: index) }
    }
    if tag == GUMBO_TAG_OPTION || tag == GUMBO_TAG_OPTGROUP, open.last?.tag == GUMBO_TAG_OPTION {
      pop(to: open.count - 1)
    }
    if TagSet.headings.contains(tag), let last = open.last, TagSet.headings.contains(last.tag) {
      pop(to: open.count - 1)
    }
    if tag == GUMBO_TAG_A { end(tag) }
    push(tag)
  }

  private mutating func end(_ tag: GumboTag) {
    if open.last?.isForeign == true {
      if open.last?.tag == tag { return pop(to: open.count - 1) }
      if tag == GUMBO_TAG_SVG || tag == GUMBO_TAG_MATH {
        var index = open.count
        while index > 0, open[index - 1].isForeign {
          index -= 1
          if open[index].tag == tag { return pop(to: index) }
        }
        return
      }
    }
    if TagSet.formatting.contains(tag) {
      if let index = innermost({ $0 == tag }, bounds: { TagSet.special.contains($0) }) { pop(to: index) }
      return
    }
    if tag == GUMBO_TAG_TABLE || TagSet.tableParts.contains(tag) {
      let index = innermost(
        { $0 == tag },
        bounds: { tag != GUMBO_TAG_TABLE && $0 == GUMBO_TAG_TABLE || $0 == GUMBO_TAG_TEMPLATE })
      if let index { pop(to: index) }
      return
    }
    if tag == GUMBO_TAG_FORM {
      if let index = innermost({ $0 == tag }, bounds: { $0 == GUMBO_TAG_TEMPLATE }) { open.remove(at: index) }
      return
    }
    let isBlock = TagSet.special.contains(tag)
    let isHeading = TagSet.headings.contains(tag)
    let index = innermost(
      { isHeading ? TagSet.headings.contains($0) : $0 == tag && tag != GUMBO_TAG_UNKNOWN },
      bounds: {
        isBlock
          ? TagSet.scope.contains($0) || tag == GUMBO_TAG_LI && ($0 == GUMBO_TAG_UL || $0 == GUMBO_TAG_OL)
            || tag == GUMBO_TAG_P && $0 == GUMBO_TAG_BUTTON
          : tag == GUMBO_TAG_UNKNOWN || TagSet.special.contains($0)
      })
    if let index {
      pop(to: index)
    } else if tag == GUMBO_TAG_UNKNOWN, open.last?.tag == tag {
      pop(to: open.count - 1)
    }
  }

  /// Elements within SVG or MathML whose content is HTML again.
  private static let holdsHTML: TagSet = [
    GUMBO_TAG_FOREIGNOBJECT, GUMBO_TAG_DESC, GUMBO_TAG_TITLE, GUMBO_TAG_MI, GUMBO_TAG_MO, GUMBO_TAG_MN, GUMBO_TAG_MS,
    GUMBO_TAG_MTEXT, GUMBO_TAG_ANNOTATION_XML,
  ]
  /// Elements that end SVG and MathML where they begin.
  private static let leavesForeign: TagSet = [
    GUMBO_TAG_B, GUMBO_TAG_BIG, GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_BODY, GUMBO_TAG_BR, GUMBO_TAG_CENTER, GUMBO_TAG_CODE,
    GUMBO_TAG_DD, GUMBO_TAG_DIV, GUMBO_TAG_DL, GUMBO_TAG_DT, GUMBO_TAG_EM, GUMBO_TAG_EMBED, GUMBO_TAG_H1, GUMBO_TAG_H2,
    GUMBO_TAG_H3, GUMBO_TAG_H4, GUMBO_TAG_H5, GUMBO_TAG_H6, GUMBO_TAG_HEAD, GUMBO_TAG_HR, GUMBO_TAG_I, GUMBO_TAG_IMG,
    GUMBO_TAG_LI, GUMBO_TAG_LISTING, GUMBO_TAG_MENU, GUMBO_TAG_META, GUMBO_TAG_NOBR, GUMBO_TAG_OL, GUMBO_TAG_P,
    GUMBO_TAG_PRE, GUMBO_TAG_RUBY, GUMBO_TAG_S, GUMBO_TAG_SMALL, GUMBO_TAG_SPAN, GUMBO_TAG_STRONG, GUMBO_TAG_STRIKE,
    GUMBO_TAG_SUB, GUMBO_TAG_SUP, GUMBO_TAG_TABLE, GUMBO_TAG_TT, GUMBO_TAG_U, GUMBO_TAG_UL, GUMBO_TAG_VAR,
  ]
}
