using System.Web;

public partial class Greeting : Page
{
    protected void Page_Load(object sender, EventArgs e)
    {
        Response.Write("<p>Hello " + Request.QueryString["name"] + "</p>"); // finds: csharp.security.html-from-request
        banner.InnerHtml = Request.Form["banner"]; // finds: csharp.security.html-from-request
        Response.Write("<p>" + HttpUtility.HtmlEncode(Request.QueryString["name"]) + "</p>"); // ok: csharp.security.html-from-request
        Response.Write("<p>" + int.Parse(Request.QueryString["page"]) + "</p>"); // ok: csharp.security.html-from-request
        banner.InnerText = Request.Form["banner"]; // ok: csharp.security.html-from-request
        var name = Request.QueryString["name"];
        Response.Write(name); // missing: csharp.security.html-from-request
    }
}
