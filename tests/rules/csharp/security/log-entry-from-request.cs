using Microsoft.AspNetCore.Mvc;

public class LoginController : Controller
{
    private readonly ILogger<LoginController> _logger;

    [HttpPost]
    public IActionResult Login(LoginForm form)
    {
        _logger.LogInformation("Login of {Name}", Request.Form["name"]); // finds: csharp.security.log-entry-from-request
        _logger.LogWarning($"Agent {HttpContext.Request.Headers["User-Agent"]}"); // finds: csharp.security.log-entry-from-request
        _logger.LogDebug("Login of {Name}", Clean(Request.Form["name"])); // ok: csharp.security.log-entry-from-request
        _logger.LogDebug("Path {Path}", Request.Path); // ok: csharp.security.log-entry-from-request
        _logger.LogInformation("Login of {Name}", form.Name); // missing: csharp.security.log-entry-from-request
        return Redirect("/");
    }
}
