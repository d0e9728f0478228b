#include <sstream>
#include <string>
#include <string_view>

void label(int id, const std::string &name)
{
    std::ostringstream stream;
    std::string_view number = std::to_string(id); // finds: c.bug.view-of-temporary
    const char *text = stream.str().c_str(); // finds: c.bug.view-of-temporary
    std::string copy = stream.str(); // ok: c.bug.view-of-temporary
    std::string_view whole = name; // ok: c.bug.view-of-temporary
    const char *kept = copy.c_str(); // ok: c.bug.view-of-temporary
    print(std::to_string(id).c_str()); // ok: c.bug.view-of-temporary
    std::string_view joined = name + "!"; // missing: c.bug.view-of-temporary
}
