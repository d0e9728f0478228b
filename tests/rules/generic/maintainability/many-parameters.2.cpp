#include <map>

namespace draw {

void Canvas::arc(int x, int y, int radius, double from, double to, Colour fill, Colour stroke, bool closed) {  // finds: generic.maintainability.many-parameters
    path_.arc(x, y, radius, from, to);
}

std::map<int, int> merge(const std::map<int, int>& a, const std::map<int, int>& b,  // ok: generic.maintainability.many-parameters
                         std::map<int, std::map<int, int>> c, int (*pick)(int, int, int)) {
    return a;
}

int total(void) {  // ok: generic.maintainability.many-parameters
    return 0;
}

}  // namespace draw
