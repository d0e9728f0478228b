using System.Diagnostics;

public static class Tools
{
    public static void Ping(string host)
    {
        Process.Start("cmd.exe", $"/c ping -n 1 {host}"); // finds: csharp.security.command-through-shell
    }

    public static void Archive(string folder)
    {
        var start = new ProcessStartInfo("/bin/bash", "-c \"tar czf backup.tgz " + folder + "\""); // finds: csharp.security.command-through-shell
        Process.Start(start);
    }

    public static ProcessStartInfo Convert(string file)
    {
        return new ProcessStartInfo // finds: csharp.security.command-through-shell
        {
            FileName = "powershell.exe",
            Arguments = "-Command Convert-File " + file,
            UseShellExecute = false,
        };
    }

    public static void Direct(string host)
    {
        Process.Start("ping", "-n 1 " + host); // ok: csharp.security.command-through-shell
    }

    public static void Constant()
    {
        Process.Start("cmd.exe", "/c " + "dir"); // ok: csharp.security.command-through-shell
        Process.Start("bash", "-c uptime"); // ok: csharp.security.command-through-shell
    }

    public static void Later(string file)
    {
        var start = new ProcessStartInfo("cmd.exe");
        start.Arguments = "/c type " + file; // missing: csharp.security.command-through-shell
        Process.Start(start);
    }
}
