#include <iostream>

void dump(std::ostream &out, const Orders &orders)
{
    for (const auto &order : orders) {
        out << order.number() << std::endl; // finds: c.performance.flush-in-loop
        out << order.total() << '\n'; // ok: c.performance.flush-in-loop
    }
    while (more())
        std::cout << next() << std::endl; // finds: c.performance.flush-in-loop
    for (const auto &error : orders.errors())
        std::cerr << error << std::endl; // ok: c.performance.flush-in-loop
    out << "done" << std::endl; // ok: c.performance.flush-in-loop
}
