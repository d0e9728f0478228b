#include <memory>

class Shop
{
    std::auto_ptr<Order> order; // finds: c.maintainability.auto-ptr
    std::unique_ptr<Order> other; // ok: c.maintainability.auto-ptr
};

void run()
{
    std::auto_ptr<Order> order(new Order()); // finds: c.maintainability.auto-ptr
    mine::auto_ptr<Order> own; // ok: c.maintainability.auto-ptr
}
