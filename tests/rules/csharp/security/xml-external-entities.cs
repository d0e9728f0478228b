using System.Xml;

public class Invoices
{
    public XmlDocument Load(string path)
    {
        var document = new XmlDocument();
        document.XmlResolver = new XmlUrlResolver(); // finds: csharp.security.xml-external-entities
        document.Load(path);
        return document;
    }

    public XmlReader Open(Stream stream)
    {
        var settings = new XmlReaderSettings();
        settings.DtdProcessing = DtdProcessing.Parse; // finds: csharp.security.xml-external-entities
        return XmlReader.Create(stream, settings);
    }

    public XmlReader Old(Stream stream)
    {
        return XmlReader.Create(stream, new XmlReaderSettings { ProhibitDtd = false }); // finds: csharp.security.xml-external-entities
    }

    public XmlReader Closed(Stream stream)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit }; // ok: csharp.security.xml-external-entities
        settings.XmlResolver = null; // ok: csharp.security.xml-external-entities
        return XmlReader.Create(stream, settings);
    }

    public XmlReader Internal(Stream stream)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Parse, // ok: csharp.security.xml-external-entities
            XmlResolver = null,
        };
        return XmlReader.Create(stream, settings);
    }

    public XmlReader Bounded(Stream stream)
    {
        return XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, MaxCharactersFromEntities = 1024 }); // ok: csharp.security.xml-external-entities
    }
}
