package shop.directory;

import javax.naming.directory.DirContext;

class People {
    SearchResult byUid(DirContext context, String uid) throws NamingException {
        return context.search("ou=people", "(uid=" + uid + ")", controls).next(); // finds: java.security.ldap-filter-built-from-strings
    }

    boolean login(DirContext context, String name, String password) throws NamingException {
        String filter = "(&(uid=" + name + ")(userPassword=" + password + "))";
        return context.search("ou=people", filter, controls).hasMore(); // finds: java.security.ldap-filter-built-from-strings
    }

    List<Person> formatted(LdapTemplate ldap, String mail) {
        return ldap.search("ou=people", String.format("(mail=%s)", mail), mapper); // finds: java.security.ldap-filter-built-from-strings
    }

    SearchResult bound(DirContext context, String uid) throws NamingException {
        return context.search("ou=people", "(uid={0})", new Object[] {uid}, controls).next(); // ok: java.security.ldap-filter-built-from-strings
    }

    SearchResult all(DirContext context, String unit) throws NamingException {
        return context.search("ou=" + unit, "(objectClass=person)", controls).next(); // ok: java.security.ldap-filter-built-from-strings
    }

    String label(int count) {
        return "people (count=" + count + ")"; // ok: java.security.ldap-filter-built-from-strings
    }
}
