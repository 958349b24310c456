// One array called NAME for BuiltIn.c: the file of `Data` that the macro PATH names, at a multiple of 16 bytes. Both may be set
// anew afterwards. No include guard: it is included once a file.
#define TEXT_OF(words) #words
#define TEXT(words) TEXT_OF(words)

static _Alignas(16) const unsigned char NAME[] = {
#embed TEXT(../../Data/PATH)
};

#undef NAME
#undef PATH
#undef TEXT
#undef TEXT_OF
