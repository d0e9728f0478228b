using Microsoft.AspNetCore.Builder;

public class Startup
{
    public void Configure(IApplicationBuilder app, IWebHostEnvironment environment)
    {
        app.UseDeveloperExceptionPage(); // finds: csharp.security.developer-page-always-on
        app.UseRouting();
    }

    public void Chained(IApplicationBuilder app)
    {
        app.UseRouting().UseDatabaseErrorPage(); // finds: csharp.security.developer-page-always-on
    }

    public void Careful(IApplicationBuilder app, IWebHostEnvironment environment)
    {
        if (environment.IsDevelopment())
        {
            app.UseDeveloperExceptionPage(); // ok: csharp.security.developer-page-always-on
        }
        else
        {
            app.UseExceptionHandler("/error"); // ok: csharp.security.developer-page-always-on
        }
    }

    public void ConfigureDevelopment(IApplicationBuilder app)
    {
        app.UseDeveloperExceptionPage(); // ok: csharp.security.developer-page-always-on
    }
}
