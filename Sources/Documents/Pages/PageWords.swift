import CGumbo

/// What the words in an element's class, id, role and name say of it.
///
/// The words are data: lists below, each with what they stand for. They are compared with the words that a name is made of, in lower
/// case: "ArticleBody", "article-body" and "article_body" are all "article body". A list holds single words and pairs.
struct PageWords: OptionSet, Hashable {
  let rawValue: UInt32

  /// What readers write.
  static let comments = PageWords(rawValue: 1)
  /// What leads to other articles, or tells of the author.
  static let related = PageWords(rawValue: 1 << 1)
  static let advertising = PageWords(rawValue: 1 << 2)
  /// What asks for consent.
  static let consent = PageWords(rawValue: 1 << 3)
  /// Buttons, and what else one does with an article.
  static let tools = PageWords(rawValue: 1 << 4)
  static let newsletter = PageWords(rawValue: 1 << 5)
  /// What asks for money, or wraps what is to be paid for.
  static let paywall = PageWords(rawValue: 1 << 6)
  /// Parts of a page that are seldom the article, though what holds the article may be called so too.
  static let layout = PageWords(rawValue: 1 << 7)
  /// What belongs to a picture.
  static let caption = PageWords(rawValue: 1 << 8)
  static let author = PageWords(rawValue: 1 << 9)
  static let day = PageWords(rawValue: 1 << 10)
  /// The section or theme above a headline.
  static let kicker = PageWords(rawValue: 1 << 11)
  /// The words under a headline.
  static let standfirst = PageWords(rawValue: 1 << 12)
  /// The article, or its text.
  static let content = PageWords(rawValue: 1 << 13)
  /// The text of the article and nothing else.
  static let body = PageWords(rawValue: 1 << 14)
  /// A report that goes on while things happen.
  static let live = PageWords(rawValue: 1 << 15)

  /// What leads to more, or is more.
  static let unfolding = PageWords(rawValue: 1 << 16)

  /// What is never text of the article.
  static let furniture: PageWords = [.comments, .related, .advertising, .consent, .tools, .newsletter, .caption]
  /// What says who wrote an article and when, or what it is filed under.
  static let credits: PageWords = [.author, .day, .kicker]

  private static let lists: [(PageWords, [String])] = [
    (
      .comments,
      [
        "comment", "comments", "commentlist", "commentaire", "commentaires", "commenter", "disqus", "respond",
        "replies",
        "reactions", "forum", "discussion", "coral", "viafoura", "livefyre", "reader letters", "conversation",
      ]
    ),
    (
      .related,
      [
        "related", "relatedarticles", "relatedposts", "relatedlinks", "relatedcontent", "relateditems", "relatednews",
        "recommended", "recommendation", "recommendations", "recirculation", "outbrain",
        "taboola", "teaser", "teasers", "trending", "popular", "most read", "mostread", "most viewed", "lire aussi",
        "read also", "see also", "voir aussi", "also read", "more from", "more on",
        "more stories",
        "up next", "next article", "previous article", "prev next", "post navigation", "associes", "similaires",
        "plus lus",
        "a lire", "lireaussi", "sur le", "inline link", "further reading", "suggested", "suggestions",
        "bio", "about author", "author box", "author info", "author card", "tags", "tag list", "taglist", "topics",
        "keywords",
        "mots cles", "themes", "latest", "headlines", "onward", "spotlight", "zergnet", "carousel",
      ]
    ),
    (.unfolding, ["read more", "readmore", "show more", "en savoir", "lire suite", "lire la", "continue reading"]),
    (
      .advertising,
      [
        "ad", "ads", "advert", "adverts", "advertisement", "advertising", "adslot", "adsbygoogle", "adunit", "adbox",
        "dfp", "gpt", "pub", "pubs", "publicite", "sponsor", "sponsored", "sponsors", "promo", "promos", "promobox",
        "promotion", "promoted", "partner content", "annonce", "annonces", "leaderboard", "skyscraper", "affiliate",
      ]
    ),
    (
      .consent,
      [
        "cookie", "cookies", "cookiebanner", "consent", "gdpr", "rgpd", "ccpa", "onetrust", "didomi", "cmp", "axeptio",
        "quantcast", "privacy", "cookielaw", "tarteaucitron",
      ]
    ),
    (
      .tools,
      [
        "share", "shares", "sharing", "sharebar", "sharethis", "addthis", "addtoany", "social", "socials", "partage",
        "partager",
        "breadcrumb", "breadcrumbs", "ariane", "toolbar", "article tools", "actions", "follow us", "suivez nous",
        "rating",
        "pagination", "pager", "skip link", "skip links", "skip to", "sr only", "screen reader", "visually hidden",
        "visuallyhidden", "noprint", "no print", "print only", "font size", "text size", "whatsapp", "clipboard",
        "poll",
        "quiz", "survey", "sondage", "login", "signin", "signup", "register", "connexion", "search", "recherche",
        "bookmark", "listen", "audio player", "text to", "feedback", "reading time", "read time", "temps lecture",
        "temps de", "view count", "vues",
      ]
    ),
    (
      .newsletter,
      [
        "newsletter", "newsletters", "infolettre", "mailing", "email signup", "email alert", "optin", "subscribe form",
        "alerts", "alertes",
      ]
    ),
    (
      .paywall,
      [
        "paywall", "premium", "abonnement", "abonnez", "abonnes", "subscribe", "subscription", "subscriber",
        "subscribers",
        "piano", "regwall", "barrier", "metered", "offer", "offre", "offres", "upsell",
      ]
    ),
    (
      .layout,
      [
        "nav", "navbar", "navigation", "menu", "menus", "sidebar", "aside", "rail", "footer", "foot", "masthead",
        "banner",
        "header", "topbar", "bottom bar", "popup", "modal", "overlay", "lightbox", "toast", "widget", "widgets",
        "weather",
        "meteo", "ticker", "quotes box", "market data", "video", "player", "podcast", "gallery", "diaporama",
        "slideshow", "copyright", "legal", "mentions", "disclaimer", "hidden", "infobox", "factbox", "timeline nav",
        "colonne droite", "right col", "left col", "app download", "appstore", "sticky",
      ]
    ),
    (
      .caption,
      [
        "caption", "captions", "figcaption", "legende", "photo credit", "image credit", "img credit", "credit photo",
        "photo copyright", "picture credit", "credit", "credits", "copyright image",
      ]
    ),
    (
      .author,
      [
        "byline", "bylines", "author", "authors", "auteur", "auteurs", "signature", "journalist", "journaliste",
        "writer",
        "contributor", "contributors", "vcard",
      ]
    ),
    (
      .day,
      [
        "date", "dateline", "datetime", "timestamp", "time", "published", "pubdate", "publication", "publish", "publie",
        "posted",
        "updated", "modified", "horodatage", "dates", "entry meta", "post meta", "article meta", "meta",
      ]
    ),
    (
      .kicker,
      [
        "kicker", "surtitre", "rubrique", "eyebrow", "section name", "category", "categories", "overline", "topic",
        "label",
      ]
    ),
    (
      .standfirst,
      [
        "standfirst", "chapo", "chapeau", "dek", "deck", "lede", "lead", "intro", "introduction", "subtitle",
        "subheadline", "subhead",
        "subheading", "soustitre", "sous titre", "accroche", "excerpt", "summary", "abstract", "article description",
        "strapline", "teaser text",
      ]
    ),
    (
      .body,
      [
        "articlebody", "article body", "story body", "storybody", "article text", "article content", "articlecontent",
        "entry content", "post content", "post body", "story content", "story text", "body text", "bodytext",
        "texte article",
        "corps article", "contenu article", "article contenu", "article texte", "body copy", "news body",
        "news content", "release body",
        "release text", "article corps", "content body", "main text", "article main", "page content", "content text",
        "rich text", "richtext", "story paragraphs", "article paragraphs", "field body",
      ]
    ),
    (
      .content,
      [
        "article", "story", "post", "entry", "content", "contenu", "body", "texte", "corps", "text", "main", "hentry",
        "release",
        "communique", "depeche", "news", "paragraph", "print",
      ]
    ),
    (
      .live,
      [
        "live", "liveblog", "live blog", "livepost", "direct", "minute by", "en direct", "fil direct", "live entry",
        "live feed",
      ]
    ),
  ]
  /// Words after which a name says what a part has or lacks, not what it is.
  private static let modifiers: Set<String> = [
    "has", "with", "no", "not", "without", "hide", "hides", "avec", "sans", "non", "is", "js",
  ]

  private static let meanings: [String: PageWords] = lists.reduce(into: [:]) { meanings, list in
    for word in list.1 { meanings[word, default: []].formUnion(list.0) }
  }

  /// What the names of each node of a page say.
  static func all(of tree: PageTree) -> [PageWords] {
    var known: [String: PageWords] = [:]
    return tree.all.map { index in
      guard let tag = tree.tag(index) else { return [] }
      var names = ""
      func add(_ name: String?) {
        if let name, !name.isEmpty { names += names.isEmpty ? name : " / " + name }
      }
      add(tree.attribute(index, "class"))
      add(tree.attribute(index, "id"))
      add(tree.attribute(index, "data-component"))
      add(tree.attribute(index, "data-testid"))
      if tag == GUMBO_TAG_UNKNOWN { add(tree.foreignName(index)) }
      if names.isEmpty { return [] }
      if let meaning = known[names] { return meaning }
      let meaning = meaning(of: names)
      known[names] = meaning
      return meaning
    }
  }

  /// What names, one after the other, say of the element that has them.
  static func meaning(of names: String) -> PageWords {
    var meaning: PageWords = []
    var before: String?
    for word in words(of: names) {
      defer { before = word }
      if let before {
        if modifiers.contains(before) { continue }
        if let pair = meanings[before + " " + word] { meaning.formUnion(pair) }
      }
      if let single = meanings[word] { meaning.formUnion(single) }
    }
    return meaning
  }

  /// The words that names are made of, in lower case and without accents.
  private static func words(of names: String) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    var wasLower = false
    func end() {
      if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
      word = []
    }
    for byte in names.utf8.prefix(400) {
      let isUpper = UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
      let isLower = UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte
      if isUpper, wasLower { end() }
      if isUpper || isLower || byte >= 0x80 { word.append(isUpper ? byte | 0x20 : byte) } else { end() }
      wasLower = isLower
    }
    end()
    return words
  }
}
