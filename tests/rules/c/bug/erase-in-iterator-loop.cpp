#include <map>
#include <vector>

void clean(std::vector<int> &numbers, std::map<int, Order> &orders)
{
    for (auto it = numbers.begin(); it != numbers.end(); ++it) {
        if (*it < 0)
            numbers.erase(it); // finds: c.bug.erase-in-iterator-loop
    }
    for (auto it = orders.begin(); it != orders.end(); it++) {
        if (it->second.closed()) {
            log(it->first);
            orders.erase(it); // finds: c.bug.erase-in-iterator-loop
        }
    }
    for (auto it = orders.begin(); it != orders.end();) {
        it = it->second.closed() ? orders.erase(it) : std::next(it); // ok: c.bug.erase-in-iterator-loop
    }
    for (auto it = orders.begin(); it != orders.end(); ++it) {
        if (it->first == 5) {
            orders.erase(it); // ok: c.bug.erase-in-iterator-loop
            break;
        }
    }
    for (int key = 0; key < 5; ++key)
        other.erase(find(key)); // ok: c.bug.erase-in-iterator-loop
}
