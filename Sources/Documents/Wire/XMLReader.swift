import CExpat
import Glibc

/// Elements of XML, one after the other, as they are read.
///
/// Of a document only the element that is being read is held. No entity brings in another file, and entities that unfold
/// without end are refused.
struct XMLReader {
  /// The kind of document, for what is said of problems.
  let kind: DocumentKind
  /// Whether an element in the elements of these names, the outermost first, is wanted whole.
  let wants: (_ path: [String]) -> Bool
  /// Takes an element with the names of those that it is in; says whether more are wanted.
  let take: (_ element: XMLElement, _ path: [String]) -> Bool

  /// How deep elements may lie within elements.
  static let depth = 256
  /// How many bytes of text an element that is wanted whole may have.
  static let limit = DocumentReader.limit / 2

  /// Reads the elements of `stream` until no more are wanted.
  ///
  /// Throws `DocumentProblem.damaged` where it is no XML, or is cut, `.tooDeep`, `.tooLarge` where an attack is.
  func read(_ stream: ByteStream) throws(DocumentProblem) {
    let bytes = XMLBytes(stream)
    try bytes.start()
    guard let parser = XML_ParserCreateNS("UTF-8", 0x20) else { throw .system(ENOMEM) }
    defer { XML_ParserFree(parser) }
    let gatherer = Gatherer(self, parser)
    XML_SetUserData(parser, Unmanaged.passUnretained(gatherer).toOpaque())
    XML_SetElementHandler(
      parser, { Gatherer.of($0).open($1, $2) }, { context, _ in Gatherer.of(context).close() })
    XML_SetCharacterDataHandler(parser) { context, text, count in
      Gatherer.of(context).add(UnsafeRawBufferPointer(start: text, count: Int(count)))
    }
    // Names of characters are declared in files that are not read; without a handler they would be errors.
    XML_UseForeignDTD(parser, XML_Bool(XML_TRUE))
    XML_SetParamEntityParsing(parser, XML_PARAM_ENTITY_PARSING_UNLESS_STANDALONE)
    XML_SetExternalEntityRefHandler(parser) { parser, context, _, _, _ in
      // An entity in the text is left out; declarations elsewhere are taken for empty.
      guard context == nil, let empty = XML_ExternalEntityParserCreate(parser, context, nil) else { return 1 }
      defer { XML_ParserFree(empty) }
      return XML_Parse(empty, "", 0, 1) == XML_STATUS_OK ? 1 : 0
    }
    XML_SetSkippedEntityHandler(parser) { context, name, isParameter in
      if isParameter == 0, let name { Gatherer.of(context).add(String(cString: name)) }
    }
    while true {
      let block = try bytes.next()
      let status = block.withUnsafeBytes { bytes in
        XML_Parse(
          parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), bytes.isEmpty ? 1 : 0)
      }
      if gatherer.isOver { return }
      if let problem = gatherer.problem { throw problem }
      if status == XML_STATUS_ERROR {
        let error = XML_GetErrorCode(parser)
        // What follows the end changes nothing.
        if error == XML_ERROR_JUNK_AFTER_DOC_ELEMENT { return }
        throw error == XML_ERROR_AMPLIFICATION_LIMIT_BREACH
          ? .tooLarge(kind, limit: Self.limit) : .damaged(kind)
      }
      if block.isEmpty { return }
    }
  }
}

/// What expat tells, put together.
private final class Gatherer {
  private let reader: XMLReader
  private let parser: XML_Parser
  /// The names of the elements that are open.
  private var path: [String] = []
  /// The elements that are open from the one that is wanted whole on.
  private var open: [XMLElement] = []
  private var size = 0
  /// Text that is not yet in the last of them.
  private var pending: [UInt8] = []
  /// The languages that the open elements say they are in.
  private var languages: [String?] = []
  private(set) var isOver = false
  private(set) var problem: DocumentProblem?

  init(_ reader: XMLReader, _ parser: XML_Parser) { (self.reader, self.parser) = (reader, parser) }

  static func of(_ context: UnsafeMutableRawPointer?) -> Gatherer {
    Unmanaged<Gatherer>.fromOpaque(context!).takeUnretainedValue()
  }

  func open(_ name: UnsafePointer<CChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?) {
    guard problem == nil, !isOver, let name else { return }
    if path.count >= XMLReader.depth { return fail(.tooDeep(reader.kind)) }
    let (space, local) = Self.split(name)
    path.append(local)
    flush()
    var values: [String: String] = [:]
    var i = 0
    while let key = attributes?[i], let value = attributes?[i + 1] {
      values[Self.split(key).1] = String(cString: value)
      size += strlen(value)
      i += 2
    }
    languages.append(values["lang"] ?? languages.last ?? nil)
    guard !open.isEmpty || reader.wants(path) else {
      size = 0
      return
    }
    values["lang"] = languages.last ?? nil
    let element = XMLElement(name: local, space: space, attributes: values)
    open.last?.append(element)
    open.append(element)
    grow(by: 64)
  }

  func close() {
    guard problem == nil, !isOver else { return }
    flush()
    languages.removeLast()
    if let element = open.popLast(), open.isEmpty {
      size = 0
      if !reader.take(element, path) {
        isOver = true
        XML_StopParser(parser, 0)
      }
    }
    path.removeLast()
  }

  func add(_ text: UnsafeRawBufferPointer) {
    guard problem == nil, !isOver, !open.isEmpty else { return }
    pending += text
    grow(by: text.count)
  }

  /// Adds the character that is called `name`.
  func add(_ name: String) {
    guard problem == nil, !isOver, !open.isEmpty else { return }
    pending += (CharacterName.character(name) ?? "&\(name);").utf8
  }

  private func flush() {
    if pending.isEmpty { return }
    open.last?.append(String(decoding: pending, as: UTF8.self))
    pending.removeAll(keepingCapacity: pending.count < 1 << 20)
  }

  private func grow(by count: Int) {
    size += count
    if size > XMLReader.limit { fail(.tooLarge(reader.kind, limit: XMLReader.limit)) }
  }

  private func fail(_ problem: DocumentProblem) {
    self.problem = problem
    XML_StopParser(parser, 0)
  }

  /// The namespace and the name of what expat calls "namespace name".
  private static func split(_ name: UnsafePointer<CChar>) -> (String, String) {
    let words = String(cString: name)
    guard let space = words.lastIndex(of: " ") else { return ("", words) }
    return (String(words[..<space]), String(words[words.index(after: space)...]))
  }
}

/// Characters by the names that HTML gives them, as far as news has them.
enum CharacterName {
  /// The character that is called `name`; `nil` if none is.
  static func character(_ name: String) -> String? { names[name] }

  private static let names: [String: String] = {
    let latin = """
      nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro \
      para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil \
      Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave \
      Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml \
      igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute \
      thorn yuml
      """
    var names = [
      "OElig": "Œ", "oelig": "œ", "Scaron": "Š", "scaron": "š", "Yuml": "Ÿ", "ndash": "–", "mdash": "—", "lsquo": "‘",
      "rsquo": "’", "sbquo": "‚", "ldquo": "“", "rdquo": "”", "bdquo": "„", "dagger": "†", "bull": "•", "hellip": "…",
      "permil": "‰", "lsaquo": "‹", "rsaquo": "›", "euro": "€", "trade": "™", "ensp": " ", "emsp": " ",
      "thinsp": "\u{2009}",
      "minus": "−", "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'",
    ]
    for (i, name) in latin.split(separator: " ").enumerated() {
      names[String(name)] = String(Unicode.Scalar(UInt8(0xA0 + i)))
    }
    return names
  }()
}
