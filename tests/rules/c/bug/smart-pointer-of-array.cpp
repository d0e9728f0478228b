#include <memory>

void read(int size)
{
    std::unique_ptr<char> text(new char[size]); // finds: c.bug.smart-pointer-of-array
    std::shared_ptr<Order> orders{new Order[size]}; // finds: c.bug.smart-pointer-of-array
    std::unique_ptr<char[]> right(new char[size]); // ok: c.bug.smart-pointer-of-array
    std::shared_ptr<char> deleted(new char[size], std::default_delete<char[]>()); // ok: c.bug.smart-pointer-of-array
    std::unique_ptr<Order> one(new Order(size)); // ok: c.bug.smart-pointer-of-array
}
