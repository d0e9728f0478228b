public class Cache
{
    public void Store(string key, byte[] value)
    {
        try
        {
            disk.Write(key, value);
        }
        catch (Exception) // finds: csharp.bug.exception-swallowed
        {
        }
        try { disk.Flush(); } catch { } // finds: csharp.bug.exception-swallowed
        try
        {
            disk.Trim();
        }
        catch (Exception) // ok: csharp.bug.exception-swallowed
        {
            // trimming is retried on the next start
        }
        try { disk.Lock(); } catch (IOException) { } // ok: csharp.bug.exception-swallowed
        try { disk.Sync(); } catch (Exception error) when (error is TimeoutException) { } // ok: csharp.bug.exception-swallowed
        try { disk.Close(); } catch (Exception error) { logger.LogWarning(error, "close"); } // ok: csharp.bug.exception-swallowed
    }
}
