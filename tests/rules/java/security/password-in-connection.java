package shop.data;

class Connections {
    Connection open() throws SQLException {
        return DriverManager.getConnection("jdbc:mysql://db/shop", "root", "hr7!kupa"); // finds: java.security.password-in-connection
    }

    DataSource pool() {
        HikariDataSource dataSource = new HikariDataSource();
        dataSource.setPassword("hr7!kupa"); // finds: java.security.password-in-connection
        return dataSource;
    }

    Connection fromEnvironment(Properties settings) throws SQLException {
        dataSource.setPassword(settings.getProperty("db.password")); // ok: java.security.password-in-connection
        account.setPassword("old"); // ok: java.security.password-in-connection
        return DriverManager.getConnection(URL, USER, System.getenv("DB_PASSWORD")); // ok: java.security.password-in-connection
    }

    Connection empty() throws SQLException {
        return DriverManager.getConnection("jdbc:h2:mem:shop", "sa", ""); // ok: java.security.password-in-connection
    }
}
