using System.Xml;

public class Users
{
    public XmlNode Login(XmlDocument users, string name, string password)
    {
        return users.SelectSingleNode("//user[name='" + name + "' and password='" + password + "']"); // finds: csharp.security.xpath-built-from-strings
    }

    public XmlNodeList Of(XmlDocument users, string group)
    {
        return users.SelectNodes($"//user[@group='{group}']"); // finds: csharp.security.xpath-built-from-strings
    }

    public XmlNodeList Fixed(XmlDocument users)
    {
        return users.SelectNodes("//user[@group='admin']"); // ok: csharp.security.xpath-built-from-strings
    }

    public XmlNode At(XmlDocument users, int index)
    {
        return users.SelectSingleNode($"//user[{index}]"); // ok: csharp.security.xpath-built-from-strings
    }
}
