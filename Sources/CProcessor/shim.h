// Has memory brought near that will be read soon; nothing happens if it cannot be read.
static inline void processor_fetch(const void *place) { __builtin_prefetch(place); }
