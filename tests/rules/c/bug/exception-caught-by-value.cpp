#include <stdexcept>

void load()
{
    try {
        run();
    } catch (std::exception error) { // finds: c.bug.exception-caught-by-value
        log(error.what());
    } catch (ParseError) { // finds: c.bug.exception-caught-by-value
        log("parse");
    } catch (const std::runtime_error &error) { // ok: c.bug.exception-caught-by-value
        log(error.what());
    } catch (int code) { // ok: c.bug.exception-caught-by-value
        log(code);
    } catch (...) { // ok: c.bug.exception-caught-by-value
        throw;
    }
}
