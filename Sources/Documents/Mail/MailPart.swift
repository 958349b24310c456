import CMail
import Glibc
import Stories

/// A part of a message, or a message itself, with what is in it.
struct MailPart {
  /// The type in lower case, such as "text/plain"; "message/" is a message itself.
  var type: String
  /// The fields that are `read`, in their order, as they stand in the message.
  var fields: [(name: String, value: [UInt8])] = []
  /// The content without its transfer encoding, of parts that have no parts and may be read; of what is no text and no document
  /// only the start.
  var content: [UInt8] = []
  /// The lines of its content, if somebody has read them already.
  var lines: [MailLine]?
  /// The parts within it.
  var parts: [MailPart] = []

  /// What `name` says, as it stands; the first if there are several.
  func raw(_ name: String) -> [UInt8]? { fields.first { $0.name == name }?.value }

  /// What the field `name` says, as words; `nil` if it says nothing.
  func words(_ name: String) -> String? {
    guard let raw = raw(name) else { return nil }
    let text = HeaderField.words(raw)
    return text.isEmpty ? nil : text
  }

  /// The parameters of the type, such as its charset.
  var parameters: [String: String] { raw("content-type").map(HeaderField.parameters) ?? [:] }

  /// The charset that the part declares.
  var charset: Charset? { parameters["charset"].flatMap { Charset(label: $0) } }

  /// The name that the part has as a file.
  var fileName: String? {
    raw("content-disposition").map(HeaderField.parameters)?["filename"] ?? parameters["name"]
  }

  /// Whether the part is a file beside the text.
  var isAttachment: Bool {
    raw("content-disposition").map { HeaderField.words($0).lowercased().hasPrefix("attachment") } ?? false
  }
}

// MARK: - Taking a message apart

extension MailPart {
  /// How deep parts may lie within parts.
  static let depth = 40

  /// The fields that somebody asks for; most messages carry dozens of others.
  private static let read = [
    "content-type", "content-disposition", "content-language", "from", "sender", "subject", "date", "list-id",
    "list-unsubscribe", "precedence",
  ]

  private static let isReady: Void = mail_prepare()

  /// Gathers what C tells.
  private final class Gatherer {
    var open: [MailPart] = []
    var whole: MailPart?
  }

  /// The message in `bytes`.
  ///
  /// Throws `DocumentProblem.tooDeep` if parts are nested too deeply in it, `.damaged` if it is no message at all.
  init(message bytes: [UInt8]) throws(DocumentProblem) {
    _ = Self.isReady
    let gatherer = Gatherer()
    var teller = mail_teller()
    teller.context = Unmanaged.passUnretained(gatherer).toOpaque()
    teller.open = { context, type, subtype in
      let type = (String(cString: type!) + "/" + String(cString: subtype!)).lowercased()
      MailPart.gatherer(context).open.append(MailPart(type: type))
      return !["image", "audio", "video", "font", "model"].contains { type.hasPrefix($0) }
    }
    teller.field = { context, name, value in
      guard let name = MailPart.read.first(where: { strcasecmp($0, name!) == 0 }) else { return }
      let open = MailPart.gatherer(context)
      open.open[open.open.count - 1].fields.append(
        (name, Array(UnsafeRawBufferPointer(start: value!, count: strlen(value!)))))
    }
    teller.content = { context, bytes, count in
      let open = MailPart.gatherer(context)
      let all = UnsafeBufferPointer(start: bytes, count: count)
      // The start tells of what is no text that nobody will read it.
      let head = Array(all.prefix(DocumentKind.headLength))
      let isRead = open.open[open.open.count - 1].type.hasPrefix("text/") || DocumentKind(head[...]) != .plain
      open.open[open.open.count - 1].content = isRead ? Array(all) : head
    }
    teller.close = { context in
      let open = MailPart.gatherer(context)
      let part = open.open.removeLast()
      if open.open.isEmpty { open.whole = part } else { open.open[open.open.count - 1].parts.append(part) }
    }
    let outcome = bytes.withUnsafeBufferPointer { mail_tell($0.baseAddress, $0.count, Int32(Self.depth), &teller) }
    if outcome == mail_too_deep { throw .tooDeep(.mail) }
    guard let whole = gatherer.whole else { throw .damaged(.mail) }
    self = whole
  }

  private static func gatherer(_ context: UnsafeMutableRawPointer?) -> Gatherer {
    Unmanaged<Gatherer>.fromOpaque(context!).takeUnretainedValue()
  }
}
