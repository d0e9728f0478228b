package shop.catalogue;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.*;

/** The records of a shop: searches, and a page of what sells best. */
@RestController
@RequestMapping("/records")
public class RecordController {
    private static final Set<String> COLUMNS = Set.of("title", "artist", "year");

    private final JdbcTemplate jdbc;
    private final EntityManager entities;
    private final RecordDao records;

    public RecordController(JdbcTemplate jdbc, EntityManager entities, RecordDao records) {
        this.jdbc = jdbc;
        this.entities = entities;
        this.records = records;
    }

    @GetMapping
    public List<Map<String, Object>> search(@RequestParam String title, @RequestParam(defaultValue = "year") String order) {
        if (!COLUMNS.contains(order)) {
            throw new IllegalArgumentException("no such order");
        }
        String sql = "SELECT * FROM records WHERE title LIKE ? ORDER BY " + order;
        return jdbc.queryForList(sql, "%" + title + "%"); // ok: java.security.sql-injection
    }

    @GetMapping("/newest")
    public List<Map<String, Object>> newest(@RequestParam String order, @RequestParam int limit) {
        StringBuilder sql = new StringBuilder("SELECT * FROM records ");
        sql.append("ORDER BY ").append(order).append(" LIMIT ").append(limit);
        return jdbc.queryForList(sql.toString()); // finds: java.security.sql-injection
    }

    @GetMapping("/page")
    public List<Map<String, Object>> page(@RequestParam int number) {
        return jdbc.queryForList("SELECT * FROM records LIMIT 20 OFFSET " + 20 * number); // ok: java.security.sql-injection
    }

    @PostMapping("/search")
    public List<?> find(@RequestBody Search search) {
        String query = String.format("SELECT r FROM Record r WHERE r.artist = '%s'", search.getArtist());
        return entities.createQuery(query).getResultList(); // finds: java.security.sql-injection
    }

    @PostMapping("/artists")
    public List<?> artists(@RequestBody Search search) {
        return entities.createQuery("SELECT r FROM Record r WHERE r.artist = :artist") // ok: java.security.sql-injection
            .setParameter("artist", search.getArtist())
            .getResultList();
    }

    @GetMapping("/shelf/{shelf}")
    public int count(@PathVariable String shelf) throws SQLException {
        return records.count(shelf) + records.countOf(shelf);
    }
}

class Search {
    private String artist;

    public String getArtist() {
        return artist;
    }

    public void setArtist(String artist) {
        this.artist = artist;
    }
}

class RecordDao {
    private final Connection connection;

    RecordDao(Connection connection) {
        this.connection = connection;
    }

    int count(String shelf) throws SQLException {
        try (ResultSet counted = connection.createStatement().executeQuery("SELECT count(*) FROM records WHERE shelf = '" + shelf + "'")) { // finds: java.security.sql-injection
            return counted.next() ? counted.getInt(1) : 0;
        }
    }

    int countOf(String shelf) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT count(*) FROM records WHERE shelf = ?")) { // ok: java.security.sql-injection
            statement.setString(1, shelf);
            ResultSet counted = statement.executeQuery();
            return counted.next() ? counted.getInt(1) : 0;
        }
    }
}
