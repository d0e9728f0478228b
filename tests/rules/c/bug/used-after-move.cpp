#include <string>
#include <utility>

void send(std::string text, std::vector<int> numbers)
{
    queue.push(std::move(text));
    log(text.size()); // finds: c.bug.used-after-move
    auto kept = std::move(numbers);
    int first = numbers.front(); // finds: c.bug.used-after-move
    use(kept, first);
}

std::size_t right(std::string text)
{
    auto size = text.size(); // ok: c.bug.used-after-move
    queue.push(std::move(text));
    text = "again";
    log(text.size()); // ok: c.bug.used-after-move
    queue.push(std::move(text));
    text.clear(); // ok: c.bug.used-after-move
    return size;
}
