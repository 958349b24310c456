import Stories

/// What Outlook wraps text and attachments of a message in, in a form of its own that is called TNEF: mostly a file
/// `winmail.dat` beside a message's text.
struct WinMail {
  /// The forms of the message's text, none if it has none.
  private(set) var texts: [MailPart] = []
  private(set) var attachments: [MailPart] = []
  private var fields: [(name: String, value: [UInt8])] = []
  private var charset: Charset?

  /// What such a file begins with.
  static let signature: [UInt8] = [0x78, 0x9F, 0x3E, 0x22]
  /// How deep messages may be attached to each other.
  private static let depth = 8

  /// What `bytes` hold.
  ///
  /// Of a file that is cut short what comes before the cut is there. Throws `DocumentProblem.damaged` if that is nothing, and
  /// `.tooDeep` where messages are attached to each other without end.
  init(_ bytes: [UInt8]) throws(DocumentProblem) { try self.init(bytes[...], level: 0) }

  private init(_ bytes: ArraySlice<UInt8>, level: Int) throws(DocumentProblem) {
    if level > Self.depth { throw .tooDeep(.winMail) }
    var reader = LittleEndian(bytes)
    guard reader.bytes(4)?.elementsEqual(Self.signature) ?? false, reader.number(2) != nil else {
      throw .damaged(.winMail)
    }
    var file = Attachment()
    var isEmpty = true
    // Each thing that is said comes with its level, its name, its length and the sum of its bytes.
    while reader.number(1) != nil, let name = reader.number(4), let length = reader.number(4),
      let data = reader.bytes(length)
    {
      _ = reader.bytes(2)
      isEmpty = false
      switch Name(rawValue: name) {
      case .codePage: charset = LittleEndian(data).codePage
      case .subject: say("subject", text(data))
      case .dateSent: say("date", Self.day(data))
      case .text: add(text(data))
      case .properties: take(Properties(data))
      case .nextAttachment:
        try finish(&file, level)
      case .attachmentTitle: file.name = text(data)
      case .attachmentContent: file.content = data
      case .attachmentProperties: file.properties = Properties(data)
      case nil: break
      }
    }
    try finish(&file, level)
    if isEmpty { throw .damaged(.winMail) }
  }

  /// All of it as a message.
  var message: MailPart {
    let forms = MailPart(type: "multipart/alternative", parts: texts)
    let all = MailPart(type: "multipart/mixed", parts: (texts.isEmpty ? [] : [forms]) + attachments)
    return MailPart(type: "message/", fields: fields, parts: [all])
  }

  /// What is read of all that is said, by the number that stands for it.
  private enum Name: Int {
    case subject = 0x0001_8004
    case text = 0x0002_800C
    case dateSent = 0x0003_8005
    case properties = 0x0006_9003
    case codePage = 0x0006_9007
    case nextAttachment = 0x0006_9002
    case attachmentTitle = 0x0001_8010
    case attachmentContent = 0x0006_800F
    case attachmentProperties = 0x0006_9005
  }

  /// A file that is attached, as far as it was read.
  private struct Attachment {
    var name = ""
    var content: ArraySlice<UInt8> = []
    var properties = Properties([])
  }

  // MARK: - The message

  private mutating func say(_ name: String, _ value: String) {
    if !value.isEmpty, !fields.contains(where: { $0.name == name }) { fields.append((name, Array(value.utf8))) }
  }

  private mutating func add(_ text: String) {
    if text.allSatisfy(\.isWhitespace) { return }
    texts.append(MailPart(type: "text/plain", content: Array(text.utf8)))
  }

  private mutating func take(_ properties: Properties) {
    say("subject", properties.text(.subject, charset))
    say("from", properties.text(.sender, charset))
    if texts.isEmpty { add(properties.text(.text, charset)) }
    if let page = properties.value(.page), !page.isEmpty {
      texts.append(MailPart(type: "text/html", content: Array(page)))
    }
    // Mostly the only form, and else the same again.
    if texts.isEmpty, let packed = properties.value(.richText), let rich = PackedRichText.unpacked(packed) {
      let text = RichText(rich)
      if text.isPage {
        texts.append(MailPart(type: "text/html", content: Array(text.text.utf8)))
      } else {
        add(text.text)
      }
    }
  }

  /// The day in seven numbers, of which the year, the month and the day come first.
  private static func day(_ data: ArraySlice<UInt8>) -> String {
    var reader = LittleEndian(data)
    guard let year = reader.number(2), let month = reader.number(2), let day = reader.number(2) else { return "" }
    return "\(year)-\(month)-\(day)"
  }

  private func text(_ data: ArraySlice<UInt8>) -> String {
    TextBytes.string(data.prefix { $0 != 0 }, declared: charset)
  }

  // MARK: - What is attached

  /// Adds `file`, if there is one, and begins another.
  private mutating func finish(_ file: inout Attachment, _ level: Int) throws(DocumentProblem) {
    defer { file = Attachment() }
    let properties = file.properties
    // A message lies within as a file of its own kind, after 16 bytes that say so.
    if let inner = properties.value(.attachedObject)?.dropFirst(16), inner.starts(with: Self.signature) {
      attachments.append(MailPart(type: "message/rfc822", parts: [try WinMail(inner, level: level + 1).message]))
      return
    }
    if file.content.isEmpty { return }
    let longName = properties.text(.attachmentName, charset)
    let name = longName.isEmpty ? file.name : longName
    let type = properties.text(.attachmentType, charset).lowercased()
    attachments.append(
      MailPart(
        type: !type.isEmpty ? type : name.lowercased().hasSuffix(".txt") ? "text/plain" : "application/octet-stream",
        fields: [("content-disposition", Array("attachment; filename=\"\(Self.quoted(name))\"".utf8))],
        content: Array(file.content)))
  }

  private static func quoted(_ name: String) -> String { name.with("\\", as: "\\\\").with("\"", as: "\\\"") }
}

extension LittleEndian {
  /// The charset that Windows calls by the number that comes next.
  fileprivate var codePage: Charset? {
    var reader = self
    guard let number = reader.number(4) else { return nil }
    return number == 65001 ? .utf8 : Charset(label: "windows-\(number)")
  }
}

/// What Exchange knows of a message or of a file, under numbers.
private struct Properties {
  enum Name: Int {
    case subject = 0x0037
    case sender = 0x0C1A
    case text = 0x1000
    case richText = 0x1009
    case page = 0x1013
    case attachedObject = 0x3701
    case attachmentName = 0x3707
    case attachmentType = 0x370E
  }

  private var values: [Int: (isWide: Bool, bytes: ArraySlice<UInt8>)] = [:]

  /// Reads as many as `data` has whole.
  init(_ data: ArraySlice<UInt8>) {
    var reader = LittleEndian(data)
    _ = reader.number(4)
    while let type = reader.number(2), let name = reader.number(2) {
      if name >= 0x8000, !Self.skipName(&reader) { return }
      guard let first = Self.value(&reader, type) else { return }
      values[name] = (type & 0xFFF == 0x1F, first)
    }
  }

  /// What `name` stands for, as it is; `nil` if nothing is said of it.
  func value(_ name: Name) -> ArraySlice<UInt8>? { values[name.rawValue]?.bytes }

  /// What `name` stands for, as text in UTF-16 or `charset`.
  func text(_ name: Name, _ charset: Charset?) -> String {
    guard let (isWide, bytes) = values[name.rawValue] else { return "" }
    let text = TextBytes.string(bytes, declared: isWide ? .utf16LittleEndian : charset)
    return String(text.unicodeScalars.prefix { $0.value != 0 })
  }

  /// Passes over what a property is called that has no number of its own.
  private static func skipName(_ reader: inout LittleEndian) -> Bool {
    guard reader.bytes(16) != nil, let kind = reader.number(4), let number = reader.number(4) else { return false }
    return kind == 0 || reader.bytes(padded(number)) != nil
  }

  /// The value that comes next, the first if there are several; `nil` at the end.
  private static func value(_ reader: inout LittleEndian, _ type: Int) -> ArraySlice<UInt8>? {
    let size: Int
    switch type & 0xFFF {
    case 0x02, 0x03, 0x04, 0x0A, 0x0B: size = 4
    case 0x05, 0x06, 0x07, 0x14, 0x40: size = 8
    case 0x48: size = 16
    // Text, bytes and objects have a length each, and always say how many they are.
    case 0x0D, 0x1E, 0x1F, 0x102: size = 0
    default: return nil
    }
    var count = 1
    if size == 0 || type & 0x1000 != 0 {
      guard let number = reader.number(4) else { return nil }
      count = number
    }
    var first: ArraySlice<UInt8>?
    for _ in 0..<count {
      if size > 0 {
        guard let bytes = reader.bytes(size) else { return nil }
        first = first ?? bytes
      } else {
        guard let length = reader.number(4), let bytes = reader.bytes(padded(length)) else { return nil }
        first = first ?? bytes.prefix(length)
      }
    }
    return first ?? []
  }

  private static func padded(_ length: Int) -> Int { (length + 3) & ~3 }
}
