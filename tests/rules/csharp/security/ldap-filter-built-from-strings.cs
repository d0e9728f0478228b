using System.DirectoryServices;

public class Directory
{
    public SearchResult Find(DirectoryEntry root, string name)
    {
        var searcher = new DirectorySearcher(root);
        searcher.Filter = $"(&(objectClass=user)(sAMAccountName={name}))"; // finds: csharp.security.ldap-filter-built-from-strings
        return searcher.FindOne();
    }

    public DirectorySearcher Mail(DirectoryEntry root, string mail)
    {
        return new DirectorySearcher(root, "(mail=" + mail + ")"); // finds: csharp.security.ldap-filter-built-from-strings
    }

    public void Escaped(DirectorySearcher searcher, string name)
    {
        searcher.Filter = $"(sAMAccountName={LdapEscape(name)})"; // ok: csharp.security.ldap-filter-built-from-strings
    }

    public void Dialog(OpenFileDialog dialog, string ending)
    {
        dialog.Filter = "Pictures (" + ending + ")|" + ending; // ok: csharp.security.ldap-filter-built-from-strings
    }
}
