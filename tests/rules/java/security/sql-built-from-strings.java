package shop.users;

class UserRepository {
    private static final String TABLE = "users";

    List<User> byName(Connection connection, String name) throws SQLException {
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT id, name FROM users WHERE name = '" + name + "'"); // finds: java.security.sql-built-from-strings
        return map(rows);
    }

    void quoted(Statement statement, String name) throws SQLException {
        statement.executeQuery("SELECT id FROM users WHERE name = \"" + name + "\""); // finds: java.security.sql-built-from-strings
    }

    User login(Connection connection, HttpServletRequest request) throws SQLException {
        String sql = "select * from users where login = '" + request.getParameter("login") + "' and role = 'user'";
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql); // finds: java.security.sql-built-from-strings
        PreparedStatement late = connection.prepareStatement(sql); // finds: java.security.sql-built-from-strings
        return first(rows);
    }

    int rename(long id, String name) {
        return jdbcTemplate.update(String.format("UPDATE users SET name = '%s' WHERE id = %d", name, id)); // finds: java.security.sql-built-from-strings
    }

    List<User> ofTeam(EntityManager entities, String team) {
        return entities.createQuery("SELECT u FROM User u WHERE u.team = '" + team + "'", User.class).getResultList(); // finds: java.security.sql-built-from-strings
    }

    List<User> parameters(Connection connection, String name) throws SQLException {
        PreparedStatement statement = connection.prepareStatement("SELECT * FROM users WHERE name = ?"); // ok: java.security.sql-built-from-strings
        statement.setString(1, name);
        PreparedStatement fixed = connection.prepareStatement("SELECT * FROM " + TABLE + " WHERE name = ?"); // ok: java.security.sql-built-from-strings
        PreparedStatement split = connection.prepareStatement("SELECT * FROM users " + "WHERE name = ?"); // ok: java.security.sql-built-from-strings
        return map(statement.executeQuery());
    }

    void notSql(Shell shell, String query) {
        shell.execute("build " + query); // ok: java.security.sql-built-from-strings
        cache.update("selected from the list: " + query); // ok: java.security.sql-built-from-strings
        jdbcTemplate.query("SELECT * FROM users WHERE id IN (" + placeholders(3) + ")", mapper); // ok: java.security.sql-built-from-strings
    }

    List<User> builder(Connection connection, String name) throws SQLException {
        StringBuilder sql = new StringBuilder("SELECT * FROM users WHERE name = '");
        sql.append(name).append("'");
        return map(connection.createStatement().executeQuery(sql.toString())); // missing: java.security.sql-built-from-strings
    }
}
