#include <vector>

void resize(int count)
{
    int *numbers = new int[count];
    char *text;
    text = new char[64];
    delete numbers; // finds: c.bug.array-deleted-as-object
    delete text; // finds: c.bug.array-deleted-as-object
}

void right(int count)
{
    int *numbers = new int[count];
    Order *order = new Order(count);
    delete[] numbers; // ok: c.bug.array-deleted-as-object
    delete order; // ok: c.bug.array-deleted-as-object
}

void given(int *numbers)
{
    delete numbers; // ok: c.bug.array-deleted-as-object
}
