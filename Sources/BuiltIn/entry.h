// One entry of the table in BuiltIn.c: the file of `Data` that the macro PATH names, which may be set anew afterwards.
// No include guard: it is included once a file.
#define TEXT_OF(words) #words
#define TEXT(words) TEXT_OF(words)

    {TEXT(PATH),
     (const unsigned char[]){
#embed TEXT(../../Data/PATH)
     },
     // The compiler tells an array's size only to whoever names the array, so the file is named twice; it is kept once.
     sizeof(const unsigned char[]){
#embed TEXT(../../Data/PATH)
     }},

#undef PATH
#undef TEXT
#undef TEXT_OF
