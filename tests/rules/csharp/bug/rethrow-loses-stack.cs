public class Importer
{
    public void Run(string path)
    {
        try
        {
            Load(path);
        }
        catch (IOException error)
        {
            logger.LogError(error, "cannot load");
            throw error; // finds: csharp.bug.rethrow-loses-stack
        }
        catch (FormatException ex)
        {
            if (strict)
            {
                throw ex; // finds: csharp.bug.rethrow-loses-stack
            }
        }
        catch (ImportException error)
        {
            logger.LogError(error, "bad import");
            throw; // ok: csharp.bug.rethrow-loses-stack
        }
        catch (AggregateException error)
        {
            throw error.InnerException; // ok: csharp.bug.rethrow-loses-stack
        }
        catch (Exception error)
        {
            throw new ImportException(path, error); // ok: csharp.bug.rethrow-loses-stack
        }
    }
}
