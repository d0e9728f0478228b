using System.Data.SqlClient;
using Dapper;

public class OrderRepository
{
    private readonly SqlConnection connection;

    public Order Find(string number)
    {
        var command = new SqlCommand($"SELECT * FROM orders WHERE number = '{number}'", connection); // finds: csharp.security.sql-built-from-strings
        return Read(command);
    }

    public void Rename(int id, string name)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "UPDATE orders SET name = '" + name + "' WHERE id = " + id; // finds: csharp.security.sql-built-from-strings
        command.ExecuteNonQuery();
    }

    public DataSet Search(string term)
    {
        string sql = "select number, total from orders " +
                     "where title like '%" + term + "%'";
        var adapter = new MySqlDataAdapter(sql, connection); // finds: csharp.security.sql-built-from-strings
        return Fill(adapter);
    }

    public IEnumerable<Order> Recent(string customer)
    {
        return connection.Query<Order>(string.Format("SELECT * FROM orders WHERE customer = '{0}'", customer)); // finds: csharp.security.sql-built-from-strings
    }

    public IQueryable<Order> Raw(string state)
    {
        return context.Orders.FromSqlRaw($"SELECT * FROM orders WHERE state = '{state}'"); // finds: csharp.security.sql-built-from-strings
    }

    private const string TABLE = "orders";

    public int Count()
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM " + TABLE; // ok: csharp.security.sql-built-from-strings
        return (int)command.ExecuteScalar();
    }

    public IQueryable<Order> Parameterised(string state)
    {
        return context.Orders.FromSql($"SELECT * FROM orders WHERE state = {state}"); // ok: csharp.security.sql-built-from-strings
    }

    public Order Bound(string number)
    {
        var command = new SqlCommand("SELECT * FROM orders " + "WHERE number = @number", connection); // ok: csharp.security.sql-built-from-strings
        command.Parameters.AddWithValue("@number", number);
        return Read(command);
    }

    public IEnumerable<Order> Named(string customer)
    {
        return connection.Query<Order>("SELECT * FROM orders WHERE customer = @customer", new { customer }); // ok: csharp.security.sql-built-from-strings
    }

    public void Log(string name)
    {
        runner.Execute($"Select the order {name}"); // spurious: csharp.security.sql-built-from-strings
    }

    public Order Passed(string number)
    {
        return Load("SELECT * FROM orders WHERE number = '" + number + "'"); // missing: csharp.security.sql-built-from-strings
    }
}
