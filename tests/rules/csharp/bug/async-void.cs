public class Basket
{
    public async void Save(Order order) // finds: csharp.bug.async-void
    {
        await store.WriteAsync(order);
    }

    private static async void Notify(string address, string text) // finds: csharp.bug.async-void
    {
        await Task.Delay(10);
        await mail.SendAsync(address, text);
    }

    public async Task Load(int id) // ok: csharp.bug.async-void
    {
        order = await store.ReadAsync(id);
    }

    private async void SaveButton_Click(object sender, RoutedEventArgs e) // ok: csharp.bug.async-void
    {
        await Load(1);
    }

    protected override async void OnAppearing() // ok: csharp.bug.async-void
    {
        await Load(1);
    }

    private async void Background() // ok: csharp.bug.async-void
    {
        try
        {
            await Load(1);
        }
        catch (Exception error)
        {
            logger.LogError(error, "load");
        }
    }
}
