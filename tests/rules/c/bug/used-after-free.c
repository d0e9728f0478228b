#include <stdlib.h>

void drop(struct list *list, struct node *node)
{
    free(node);
    list->bytes -= node->size; // finds: c.bug.used-after-free
    list->count--;
}

int last(int *values, int count)
{
    free(values);
    return values[count - 1]; // finds: c.bug.used-after-free
}

void all(struct node *node)
{
    while (node) {
        struct node *next = node->next; // ok: c.bug.used-after-free
        free(node);
        node = next; // ok: c.bug.used-after-free
    }
}

void again(struct node *node)
{
    free(node);
    node = make_node();
    node->size = 1; // ok: c.bug.used-after-free
}

void freed_field(struct node *node)
{
    free(node->name);
    node->name = NULL; // ok: c.bug.used-after-free
}
