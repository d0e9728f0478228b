using System.Data.SqlClient;

public static class Database
{
    private const string Main = "Server=db1.internal;Database=shop;User Id=shop;Password=q7Vx!mmP2"; // finds: csharp.security.password-in-connection-string

    public static SqlConnection Reports()
    {
        return new SqlConnection(@"Data Source=reports\main;Initial Catalog=r;uid=reader;pwd=Tz4-lopw"); // finds: csharp.security.password-in-connection-string
    }

    private const string Integrated = "Server=db1.internal;Database=shop;Integrated Security=true"; // ok: csharp.security.password-in-connection-string

    private const string Template = "Server=db1.internal;User Id=shop;Password={0}"; // ok: csharp.security.password-in-connection-string

    private const string Sample = "Server=HOST;User Id=USER;Password=your_password"; // ok: csharp.security.password-in-connection-string

    private const string Message = "The server = {name} refused; password = wrong"; // ok: csharp.security.password-in-connection-string
}
