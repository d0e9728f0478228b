package weather.station;

import java.io.IOException;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.owasp.encoder.Encode;

/** What a weather station has measured, and what observers have written about it. */
public class StationServlet extends HttpServlet {
    private static final Logger LOG = Logger.getLogger("station");
    private Connection connection;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        PrintWriter out = response.getWriter();
        try {
            notes(out, Integer.parseInt(request.getParameter("station")));
        } catch (NumberFormatException error) {
            response.sendError(400, error.getMessage()); // finds: java.security.error-details-in-response
        } catch (SQLException error) {
            error.printStackTrace(out); // finds: java.security.error-details-in-response
        } catch (IllegalStateException error) {
            LOG.log(Level.SEVERE, "no notes", error);
            out.println("There are no notes."); // ok: java.security.error-details-in-response
        } catch (RuntimeException error) {
            error.printStackTrace(); // ok: java.security.error-details-in-response
        }
    }

    private void notes(PrintWriter out, int station) throws SQLException {
        PreparedStatement statement = connection.prepareStatement("SELECT author, note, height FROM notes WHERE station = ?");
        statement.setInt(1, station);
        ResultSet notes = statement.executeQuery();
        while (notes.next()) {
            out.println("<h2>" + Encode.forHtml(notes.getString("author")) + "</h2>"); // ok: java.security.stored-cross-site-scripting
            out.println("<p>" + notes.getString("note") + "</p>"); // finds: java.security.stored-cross-site-scripting
            out.println("<p>" + notes.getInt("height") + "</p>"); // ok: java.security.stored-cross-site-scripting
            String last = notes.getString(2);
            out.printf("<a title='%s'>", last); // finds: java.security.stored-cross-site-scripting
            count(notes.getString("author"), notes.getInt("height"));
        }
    }

    private void count(String author, int height) throws SQLException {
        connection.createStatement().executeQuery("SELECT count(*) FROM notes WHERE author = '" + author + "'"); // finds: java.security.second-order-sql-injection
        connection.createStatement().executeQuery("SELECT count(*) FROM notes WHERE height = " + height); // ok: java.security.second-order-sql-injection
        PreparedStatement known = connection.prepareStatement("SELECT count(*) FROM notes WHERE author = ?"); // ok: java.security.second-order-sql-injection
        known.setString(1, author);
    }

    void rename(ResultSet stations) throws SQLException {
        while (stations.next()) {
            String table = stations.getString("kept_in");
            connection.createStatement().executeUpdate("UPDATE " + table + " SET seen = 1"); // finds: java.security.second-order-sql-injection
        }
    }
}
