package shop.names;

class Names {
    List<String> all() {
        Vector<String> names = new Vector<>(); // finds: java.maintainability.synchronized-collection
        StringBuffer text = new StringBuffer(); // finds: java.maintainability.synchronized-collection
        List<String> list = new ArrayList<>(); // ok: java.maintainability.synchronized-collection
        StringBuilder builder = new StringBuilder(); // ok: java.maintainability.synchronized-collection
        return names;
    }

    DirContext context() throws NamingException {
        Hashtable<String, String> settings = new Hashtable<>(); // ok: java.maintainability.synchronized-collection
        return new InitialDirContext(settings);
    }
}
