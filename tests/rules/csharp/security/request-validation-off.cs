using System.Web.Mvc;

public class PostsController : Controller
{
    [HttpPost]
    [ValidateInput(false)] // finds: csharp.security.request-validation-off
    public ActionResult Save(Post post)
    {
        ControllerBase.ValidateRequest = false; // finds: csharp.security.request-validation-off
        return View(post);
    }

    [HttpPost, ValidateInput(true)] // ok: csharp.security.request-validation-off
    public ActionResult Edit(Post post)
    {
        return View(post);
    }

    [ValidateAntiForgeryToken] // ok: csharp.security.request-validation-off
    public ActionResult Delete(int id)
    {
        return View();
    }
}
