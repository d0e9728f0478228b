#include <stdexcept>

class File
{
  public:
    ~File()
    {
        if (::close(fd) != 0)
            throw std::runtime_error("close"); // finds: c.bug.throw-in-destructor
    }
};

Lock::~Lock()
{
    if (!held)
        throw LockError(); // finds: c.bug.throw-in-destructor
}

Guard::~Guard() noexcept(false)
{
    throw GuardError(); // ok: c.bug.throw-in-destructor
}

Log::~Log()
{
    try {
        if (!flush())
            throw LogError(); // ok: c.bug.throw-in-destructor
    } catch (...) {
    }
}

void File::close()
{
    throw std::runtime_error("close"); // ok: c.bug.throw-in-destructor
}
