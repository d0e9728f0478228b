using Microsoft.AspNetCore.Http;

public class Sessions : Controller
{
    public void Start(string id)
    {
        var options = new CookieOptions
        {
            HttpOnly = false, // finds: csharp.security.cookie-protection-off
            Secure = true, // ok: csharp.security.cookie-protection-off
        };
        Response.Cookies.Append("session", id, options);
    }

    public void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.HttpOnly = false; // finds: csharp.security.cookie-protection-off
        options.Cookie.SecurePolicy = CookieSecurePolicy.None; // finds: csharp.security.cookie-protection-off
        options.Cookie.SecurePolicy = CookieSecurePolicy.Always; // ok: csharp.security.cookie-protection-off
    }

    public void Token(string token)
    {
        Response.Cookies.Append("XSRF-TOKEN", token, new CookieOptions { HttpOnly = false, Secure = true }); // ok: csharp.security.cookie-protection-off
    }

    public void Missing(string id)
    {
        Response.Cookies.Append("session", id); // missing: csharp.security.cookie-protection-off
    }
}
