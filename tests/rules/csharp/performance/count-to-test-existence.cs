public class Mailer
{
    public void Send(IQueryable<Order> orders)
    {
        if (orders.Count() > 0) // finds: csharp.performance.count-to-test-existence
        {
            Deliver(orders);
        }
        if (orders.Count(order => order.Open) == 0) // finds: csharp.performance.count-to-test-existence
        {
            return;
        }
        if (orders.Any()) // ok: csharp.performance.count-to-test-existence
        {
            Deliver(orders);
        }
        if (list.Count > 0) // ok: csharp.performance.count-to-test-existence
        {
            Deliver(list);
        }
        if (orders.Count() > 10) // ok: csharp.performance.count-to-test-existence
        {
            Split(orders);
        }
    }
}
