using System.IO;

public class Downloads : Controller
{
    public IActionResult Get()
    {
        return Content(System.IO.File.ReadAllText("files/" + Request.Query["name"])); // finds: csharp.security.path-from-request
    }

    public void Remove()
    {
        var path = Path.Combine(root, Request.Form["name"]); // finds: csharp.security.path-from-request
        System.IO.File.Delete(path);
    }

    public IActionResult Safe()
    {
        return Content(System.IO.File.ReadAllText(Path.Combine(root, Path.GetFileName(Request.Query["name"])))); // ok: csharp.security.path-from-request
    }

    public IActionResult Numbered()
    {
        return Content(System.IO.File.ReadAllText(Path.Combine(root, int.Parse(Request.Query["id"]) + ".txt"))); // ok: csharp.security.path-from-request
    }

    public IActionResult ByParameter(string name)
    {
        return Content(System.IO.File.ReadAllText(Path.Combine(root, name))); // missing: csharp.security.path-from-request
    }
}
