#include "mail.h"

#include <gmime/gmime.h>

void mail_prepare(void) { g_mime_init(); }
