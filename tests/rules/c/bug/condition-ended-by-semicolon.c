void send(int open, const char *text)
{
    if (!open); // finds: c.bug.condition-ended-by-semicolon
    {
        reopen();
    }
    while (*text == ' '); // finds: c.bug.condition-ended-by-semicolon
    {
        text++;
    }
    if (!open) { // ok: c.bug.condition-ended-by-semicolon
        reopen();
    }
    while (*text++) // ok: c.bug.condition-ended-by-semicolon
        ;
    send_now(text);
    if (open)
        ; // ok: c.bug.condition-ended-by-semicolon
    else
        reopen();
    {
        int local = 0; // ok: c.bug.condition-ended-by-semicolon
    }
}
