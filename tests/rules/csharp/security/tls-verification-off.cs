using System.Net;
using System.Net.Http;

public static class Clients
{
    public static HttpClient Open()
    {
        var handler = new HttpClientHandler
        {
            ServerCertificateCustomValidationCallback = (_, _, _, _) => true, // finds: csharp.security.tls-verification-off
        };
        return new HttpClient(handler);
    }

    public static void Old()
    {
        ServicePointManager.ServerCertificateValidationCallback += delegate { return true; }; // finds: csharp.security.tls-verification-off
    }

    public static void Dangerous(HttpClientHandler handler)
    {
        handler.ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator; // finds: csharp.security.tls-verification-off
    }

    public static void Pinned(HttpClientHandler handler, string thumbprint)
    {
        handler.ServerCertificateCustomValidationCallback = (_, certificate, _, _) => certificate.Thumbprint == thumbprint; // ok: csharp.security.tls-verification-off
    }

    public static void Removed(HttpClientHandler handler)
    {
        handler.ServerCertificateCustomValidationCallback = null; // ok: csharp.security.tls-verification-off
    }

    public static void ByMethod(HttpClientHandler handler)
    {
        handler.ServerCertificateCustomValidationCallback = AcceptAll; // missing: csharp.security.tls-verification-off
    }
}
