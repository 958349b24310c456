// GMime, GLib and libarchive would convert what a message or a name says in other charsets with iconv, for which the C library loads modules; a
// program that is one static file cannot, and must not try those of another system. `Charset` knows what is needed. So these
// stand in for iconv, know nothing, and bytes are left as they are.
#include <errno.h>
#include <iconv.h>

iconv_t iconv_open(const char *to, const char *from) {
  (void)to, (void)from;
  errno = EINVAL;
  return (iconv_t)-1;
}

size_t iconv(iconv_t conversion, char **in, size_t *in_left, char **out, size_t *out_left) {
  (void)conversion, (void)in, (void)in_left, (void)out, (void)out_left;
  errno = EBADF;
  return (size_t)-1;
}

int iconv_close(iconv_t conversion) {
  (void)conversion;
  errno = EBADF;
  return -1;
}
