import java.sql.*;
import javax.servlet.http.HttpServletRequest;
import javax.sql.DataSource;

class Sql {
    private DataSource source;

    void statements(HttpServletRequest request) throws SQLException {
        String name = request.getParameter("name");
        try (Connection connection = source.getConnection(); Statement statement = connection.createStatement()) {
            statement.executeQuery("select * from users where name = '" + name + "'"); // finds: request > sql
            statement.executeQuery("select * from users where age = " + Integer.parseInt(name)); // ok
            statement.executeUpdate("delete from users where name = " + name, 1); // finds: request > sql
            statement.addBatch(name); // finds: request > sql
        }
        Connection connection = DriverManager.getConnection("jdbc:h2:mem", "sa", "");
        PreparedStatement prepared = connection.prepareStatement("select * from users where name = ?"); // ok
        prepared.setString(1, name); // ok
        prepared.executeQuery(); // ok
        connection.prepareStatement("select * from users where name = " + name); // finds: request > sql
        connection.prepareCall("{call " + name + "}"); // finds: request > sql
    }

    void rows(ResultSet rows, Statement statement) throws SQLException {
        statement.execute("select " + rows.getString("name")); // finds: database > sql
        statement.execute("select " + rows.getInt("age")); // ok
    }
}
