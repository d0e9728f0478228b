using System.Runtime.Serialization.Formatters.Binary;
using System.Web.UI;

public class SessionStore
{
    public Session Load(Stream stream)
    {
        var formatter = new BinaryFormatter();
        return (Session)formatter.Deserialize(stream); // finds: csharp.security.unsafe-deserializer
    }

    public object View(string state)
    {
        return new LosFormatter().Deserialize(state); // finds: csharp.security.unsafe-deserializer
    }

    public object Contract(Stream stream)
    {
        NetDataContractSerializer serializer = new NetDataContractSerializer();
        return serializer.ReadObject(stream); // finds: csharp.security.unsafe-deserializer
    }

    public void Save(Stream stream, Session session)
    {
        var formatter = new BinaryFormatter();
        formatter.Serialize(stream, session); // ok: csharp.security.unsafe-deserializer
    }

    public Session Json(string text)
    {
        return JsonSerializer.Deserialize<Session>(text); // ok: csharp.security.unsafe-deserializer
    }

    public Session Xml(Stream stream)
    {
        var serializer = new XmlSerializer(typeof(Session));
        return (Session)serializer.Deserialize(stream); // ok: csharp.security.unsafe-deserializer
    }

    public object Given(BinaryFormatter formatter, Stream stream)
    {
        return formatter.Deserialize(stream); // missing: csharp.security.unsafe-deserializer
    }
}
