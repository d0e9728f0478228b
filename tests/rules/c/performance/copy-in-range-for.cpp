#include <string>
#include <vector>

void list(const std::vector<std::string> &names, const Orders &orders)
{
    for (const std::string name : names) { // finds: c.performance.copy-in-range-for
        print(name);
    }
    for (const std::vector<int> row : orders.rows()) // finds: c.performance.copy-in-range-for
        print(row);
    for (const std::string &name : names) // ok: c.performance.copy-in-range-for
        print(name);
    for (const int number : orders.numbers()) // ok: c.performance.copy-in-range-for
        print(number);
    for (std::string name : names) { // ok: c.performance.copy-in-range-for
        name += "!";
        print(name);
    }
}
