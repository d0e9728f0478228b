#include <stdlib.h>

int push(struct stack *stack, int value)
{
    stack->items = realloc(stack->items, (stack->count + 1) * sizeof(int)); // finds: c.bug.realloc-loses-pointer
    names = (char **)realloc(names, 64); // finds: c.bug.realloc-loses-pointer
    int *bigger = realloc(stack->items, 64); // ok: c.bug.realloc-loses-pointer
    if (bigger == NULL)
        return -1;
    stack->items = bigger; // ok: c.bug.realloc-loses-pointer
    stack->items = xrealloc(stack->items, 64); // ok: c.bug.realloc-loses-pointer
    return 0;
}
