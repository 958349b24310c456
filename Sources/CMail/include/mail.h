/// Makes GMime ready; once in a program, before anything else of it.
void mail_prepare(void);
