using Microsoft.AspNetCore.Http;

public class Avatars : Controller
{
    [HttpPost]
    public async Task<IActionResult> Upload(IFormFile file)
    {
        var path = Path.Combine(environment.WebRootPath, "avatars", file.FileName); // finds: csharp.security.upload-name-used-as-path
        using var stream = System.IO.File.Create(path);
        await file.CopyToAsync(stream);
        return Ok();
    }

    public string Prefixed(IFormFile avatarFile)
    {
        return Path.Combine(root, $"{Guid.NewGuid()}_{avatarFile.FileName}"); // finds: csharp.security.upload-name-used-as-path
    }

    public string Renamed(IFormFile file)
    {
        return Path.Combine(root, Path.GetRandomFileName()); // ok: csharp.security.upload-name-used-as-path
    }

    public string Ending(IFormFile file)
    {
        return Path.Combine(root, Guid.NewGuid() + Path.GetExtension(file.FileName)); // ok: csharp.security.upload-name-used-as-path
    }

    public string Program(ProcessStartInfo start)
    {
        return Path.Combine(root, start.FileName); // ok: csharp.security.upload-name-used-as-path
    }
}
