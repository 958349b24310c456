#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Makes GMime ready; once in a program, before anything else of it.
void mail_prepare(void);

/// What is told of a message, from its outside to its inside. A part is opened, then its fields are told, then its content or
/// the parts within it, and then it is closed.
struct mail_teller {
  void *context;
  /// A part is of the type `type`/`subtype`; a message itself, the outermost or one that another carries, is of "message"/"".
  /// Returns whether its content is wanted.
  bool (*open)(void *context, const char *type, const char *subtype);
  /// A field of the part that is open, as it stands in the message, folded or not.
  void (*field)(void *context, const char *name, const char *value);
  /// The content of the part that is open, without its transfer encoding.
  void (*content)(void *context, const uint8_t *bytes, size_t count);
  void (*close)(void *context);
};

enum mail_outcome { mail_whole, mail_too_deep, mail_none };

/// Takes the message in `bytes` apart and tells of it; parts deeper within each other than `depth` are left out, and the
/// outcome says so. It is `mail_none` if nothing was told.
enum mail_outcome mail_tell(const uint8_t *bytes, size_t count, int depth, const struct mail_teller *teller);
