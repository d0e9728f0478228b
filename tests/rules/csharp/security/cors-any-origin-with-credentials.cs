using Microsoft.AspNetCore.Builder;

public static class Startup
{
    public static void Configure(IServiceCollection services)
    {
        services.AddCors(options => options.AddPolicy("all", policy =>
            policy.AllowAnyOrigin().AllowAnyMethod().AllowCredentials())); // finds: csharp.security.cors-any-origin-with-credentials
        services.AddCors(options => options.AddPolicy("echo", policy =>
        {
            policy.SetIsOriginAllowed(_ => true).AllowAnyHeader().AllowCredentials(); // finds: csharp.security.cors-any-origin-with-credentials
        }));
        services.AddCors(options => options.AddPolicy("named", policy =>
            policy.WithOrigins("https://shop.example").AllowAnyMethod().AllowCredentials())); // ok: csharp.security.cors-any-origin-with-credentials
        services.AddCors(options => options.AddPolicy("public", policy =>
            policy.AllowAnyOrigin().AllowAnyMethod())); // ok: csharp.security.cors-any-origin-with-credentials
        services.AddCors(options => options.AddPolicy("suffix", policy =>
            policy.SetIsOriginAllowed(o => o.EndsWith(".shop.example")).AllowCredentials())); // ok: csharp.security.cors-any-origin-with-credentials
    }
}
