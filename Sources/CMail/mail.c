#include "mail.h"

#include <gmime/gmime.h>

// What GLib and others do at the start of a program, which `late.ld` puts off; of shared libraries nothing is put off.
typedef void start(void);
extern start *mail_start[] __attribute__((weak)), *mail_start_end[] __attribute__((weak));

void mail_prepare(void) {
  for (start **next = mail_start; next < mail_start_end; next++) (*next)();
  g_mime_init();
}

struct walk {
  const struct mail_teller *teller;
  int depth;
  bool too_deep;
};

static void fields(const struct walk *walk, GMimeObject *object) {
  GMimeHeaderList *list = g_mime_object_get_header_list(object);
  int count = g_mime_header_list_get_count(list);
  for (int i = 0; i < count; i++) {
    GMimeHeader *header = g_mime_header_list_get_header_at(list, i);
    const char *name = g_mime_header_get_name(header), *value = g_mime_header_get_raw_value(header);
    if (name && value) walk->teller->field(walk->teller->context, name, value);
  }
}

static void content(const struct walk *walk, GMimePart *part) {
  GMimeDataWrapper *wrapper = g_mime_part_get_content(part);
  if (!wrapper) return;
  GMimeStream *memory = g_mime_stream_mem_new();
  g_mime_data_wrapper_write_to_stream(wrapper, memory);
  GByteArray *bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(memory));
  if (bytes) walk->teller->content(walk->teller->context, bytes->data, bytes->len);
  g_object_unref(memory);
}

static void message(struct walk *walk, GMimeMessage *message, int level);

static void object(struct walk *walk, GMimeObject *part, int level) {
  const struct mail_teller *teller = walk->teller;
  if (level > walk->depth) {
    walk->too_deep = true;
    return;
  }
  GMimeContentType *type = g_mime_object_get_content_type(part);
  const char *media = type ? g_mime_content_type_get_media_type(type) : NULL;
  const char *subtype = type ? g_mime_content_type_get_media_subtype(type) : NULL;
  bool wanted = teller->open(teller->context, media ? media : "text", subtype ? subtype : "plain");
  fields(walk, part);
  if (GMIME_IS_MULTIPART(part)) {
    int count = g_mime_multipart_get_count(GMIME_MULTIPART(part));
    for (int i = 0; i < count; i++) object(walk, g_mime_multipart_get_part(GMIME_MULTIPART(part), i), level + 1);
  } else if (GMIME_IS_MESSAGE_PART(part)) {
    GMimeMessage *inner = g_mime_message_part_get_message(GMIME_MESSAGE_PART(part));
    if (inner) message(walk, inner, level + 1);
  } else if (GMIME_IS_PART(part) && wanted) {
    content(walk, GMIME_PART(part));
  }
  teller->close(teller->context);
}

static void message(struct walk *walk, GMimeMessage *message, int level) {
  const struct mail_teller *teller = walk->teller;
  teller->open(teller->context, "message", "");
  fields(walk, GMIME_OBJECT(message));
  GMimeObject *part = g_mime_message_get_mime_part(message);
  if (part) object(walk, part, level + 1);
  teller->close(teller->context);
}

static void warn(gint64 offset, GMimeParserWarning code, const gchar *item, gpointer user) {
  (void)offset, (void)item;
  if (code == GMIME_CRIT_NESTING_OVERFLOW) ((struct walk *)user)->too_deep = true;
}

enum mail_outcome mail_tell(const uint8_t *bytes, size_t count, int depth, const struct mail_teller *teller) {
  struct walk walk = {teller, depth, false};
  // The stream reads where the bytes are, which may be many, and only reads.
  GByteArray *array = g_byte_array_new_take((guint8 *)bytes, count);
  GMimeStream *stream = g_mime_stream_mem_new_with_byte_array(array);
  g_mime_stream_mem_set_owner(GMIME_STREAM_MEM(stream), FALSE);
  GMimeParser *parser = g_mime_parser_new_with_stream(stream);
  g_object_unref(stream);
  GMimeParserOptions *options = g_mime_parser_options_new();
  g_mime_parser_options_set_warning_callback(options, warn, &walk);
  GMimeMessage *whole = g_mime_parser_construct_message(parser, options);
  g_mime_parser_options_free(options);
  g_object_unref(parser);
  if (whole) {
    message(&walk, whole, 0);
    g_object_unref(whole);
  }
  g_byte_array_free(array, FALSE);
  return !whole ? mail_none : walk.too_deep ? mail_too_deep : mail_whole;
}
