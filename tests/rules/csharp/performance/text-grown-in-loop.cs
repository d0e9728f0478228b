public class Report
{
    public string Build(IEnumerable<Order> orders)
    {
        string text = "";
        foreach (var order in orders)
        {
            text += order.Number + ";"; // finds: csharp.performance.text-grown-in-loop
        }
        var head = string.Empty;
        for (int i = 0; i < 10; i++)
        {
            head += $"{i},"; // finds: csharp.performance.text-grown-in-loop
        }
        return head + text;
    }

    public string Once(bool open)
    {
        var text = "orders";
        text += open ? " (open)" : ""; // ok: csharp.performance.text-grown-in-loop
        return text;
    }

    public int Sum(IEnumerable<Order> orders)
    {
        int total = 0;
        foreach (var order in orders)
        {
            total += order.Total; // ok: csharp.performance.text-grown-in-loop
        }
        return total;
    }

    public void Inside(IEnumerable<Order> orders)
    {
        foreach (var order in orders)
        {
            var line = "";
            line += order.Number; // ok: csharp.performance.text-grown-in-loop
            Print(line);
        }
    }
}
