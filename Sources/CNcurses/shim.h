// What Swift cannot import of ncurses: macros that compute, mutable globals, and names that need a feature macro.
#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <langinfo.h>
#include <locale.h>
#include <panel.h>
#include <stddef.h>
#include <term.h>
#include <wchar.h>

// <term.h> makes macros of some short common words.
#undef lines
#undef columns
#undef tab
#undef bell
#undef newline

int wcwidth(wchar_t character);
// Hidden behind a feature macro of its own.
int memfd_create(const char *name, unsigned int flags);

static inline attr_t ncurses_bold(void) { return WA_BOLD; }
static inline attr_t ncurses_underline(void) { return WA_UNDERLINE; }
static inline attr_t ncurses_reverse(void) { return WA_REVERSE; }
static inline attr_t ncurses_dim(void) { return WA_DIM; }
static inline attr_t ncurses_italic(void) { return WA_ITALIC; }

static inline WINDOW *ncurses_stdscr(void) { return stdscr; }
static inline WINDOW *ncurses_curscr(void) { return curscr; }
static inline WINDOW *ncurses_newscr(void) { return newscr; }
static inline TERMINAL *ncurses_terminal(void) { return cur_term; }
static inline int ncurses_colors(void) { return COLORS; }
static inline int ncurses_color_pairs(void) { return COLOR_PAIRS; }
static inline int ncurses_lines(void) { return LINES; }
static inline int ncurses_columns(void) { return COLS; }

static inline int ncurses_set_cell(cchar_t *cell, const wchar_t *text, attr_t attributes, int pair) {
  return setcchar(cell, text, attributes, (short)(pair < 0x7FFF ? pair : 0x7FFF), &pair);
}

static inline char *ncurses_with_number(const char *capability, int number) { return tiparm(capability, number); }
