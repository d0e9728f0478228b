#include <stdlib.h>
#include <string.h>

struct node {
    int value;
    struct node *next;
};

char *duplicate(const char *name)
{
    char *copy = malloc(strlen(name) + 1);
    strcpy(copy, name); /* finds: c.bug.allocation-used-unchecked */
    return copy;
}

struct node *push(struct node *list, int value)
{
    struct node *node;
    node = (struct node *)calloc(1, sizeof(*node));
    node->value = value; /* finds: c.bug.allocation-used-unchecked */
    node->next = list;
    return node;
}

char *zeroed(size_t size)
{
    return memset(malloc(size), 0, size); /* finds: c.bug.allocation-used-unchecked */
}

char *checked(const char *name)
{
    char *copy = malloc(strlen(name) + 1);
    if (!copy)
        return NULL;
    strcpy(copy, name); /* ok: c.bug.allocation-used-unchecked */
    return copy;
}

void fill(char *buffer, size_t size)
{
    char *spare = malloc(size);
    memset(buffer, 0, size); /* ok: c.bug.allocation-used-unchecked */
    free(spare);
}

struct node *own_allocator(int value)
{
    struct node *node = xmalloc(sizeof(*node));
    node->value = value; /* ok: c.bug.allocation-used-unchecked */
    return node;
}

char *later(const char *name)
{
    char *copy = malloc(strlen(name) + 1);
    size_t length = strlen(name);
    memcpy(copy, name, length + 1); /* missing: c.bug.allocation-used-unchecked */
    return copy;
}
