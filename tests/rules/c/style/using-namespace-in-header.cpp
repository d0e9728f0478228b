#pragma once
#include <string>

using namespace std; // finds: c.style.using-namespace-in-header

namespace shop {
using namespace boost; // finds: c.style.using-namespace-in-header
using std::string; // ok: c.style.using-namespace-in-header
using namespace shop::units; // ok: c.style.using-namespace-in-header

inline string label()
{
    using namespace std; // ok: c.style.using-namespace-in-header
    return string("shop");
}
}
