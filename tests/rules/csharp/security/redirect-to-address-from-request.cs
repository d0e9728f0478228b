using Microsoft.AspNetCore.Mvc;

public class AccountController : Controller
{
    [HttpPost]
    public async Task<IActionResult> Login(LoginModel model, string returnUrl = null)
    {
        await signIn.PasswordSignInAsync(model.Name, model.Password, false, false);
        return Redirect(returnUrl); // finds: csharp.security.redirect-to-address-from-request
    }

    public void Leave()
    {
        Response.Redirect(Request.Query["next"]); // finds: csharp.security.redirect-to-address-from-request
    }

    public IActionResult Checked(string returnUrl)
    {
        if (Url.IsLocalUrl(returnUrl))
        {
            return Redirect(returnUrl); // ok: csharp.security.redirect-to-address-from-request
        }
        return RedirectToAction("Index");
    }

    public IActionResult Local(string returnUrl)
    {
        return LocalRedirect(returnUrl); // ok: csharp.security.redirect-to-address-from-request
    }

    public IActionResult Home()
    {
        var target = Url.Action("Index");
        return Redirect(target); // ok: csharp.security.redirect-to-address-from-request
    }

    public IActionResult Renamed(string link)
    {
        return Redirect(link); // missing: csharp.security.redirect-to-address-from-request
    }
}
