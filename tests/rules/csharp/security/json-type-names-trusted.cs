using Newtonsoft.Json;

public class Messages
{
    private static readonly JsonSerializerSettings Settings = new JsonSerializerSettings
    {
        TypeNameHandling = TypeNameHandling.Auto, // finds: csharp.security.json-type-names-trusted
        Formatting = Formatting.Indented,
    };

    public object Read(string text)
    {
        var serializer = new JsonSerializer();
        serializer.TypeNameHandling = TypeNameHandling.All; // finds: csharp.security.json-type-names-trusted
        return serializer.Deserialize(new JsonTextReader(new StringReader(text)));
    }

    private static readonly JsonSerializerSettings Bound = new JsonSerializerSettings
    {
        TypeNameHandling = TypeNameHandling.Objects, // ok: csharp.security.json-type-names-trusted
        SerializationBinder = new KnownTypes(),
    };

    public JsonSerializerSettings Plain()
    {
        return new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.None }; // ok: csharp.security.json-type-names-trusted
    }

    public bool Is(JsonSerializer serializer)
    {
        return serializer.TypeNameHandling == TypeNameHandling.All; // ok: csharp.security.json-type-names-trusted
    }
}

public class Attributed
{
    [JsonProperty(TypeNameHandling = TypeNameHandling.All)] // missing: csharp.security.json-type-names-trusted
    public object Payload { get; set; }
}
