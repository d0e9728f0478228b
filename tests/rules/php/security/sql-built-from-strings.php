<?php

function find_user(mysqli $link, string $name): ?array
{
    $result = mysqli_query($link, "SELECT * FROM users WHERE name = '$name'"); // finds: php.security.sql-built-from-strings
    return mysqli_fetch_assoc($result);
}

class Orders
{
    public function __construct(private PDO $db, private string $table)
    {
    }

    public function of(string $customer): array
    {
        $sql = "SELECT id, total FROM orders WHERE customer = '" . $customer . "' ORDER BY id";
        return $this->db->query($sql)->fetchAll(); // finds: php.security.sql-built-from-strings
    }

    public function remove(): void
    {
        $this->db->exec("DELETE FROM orders WHERE id = {$_POST['id']}"); // finds: php.security.sql-built-from-strings
    }

    public function bound(string $customer): array
    {
        $stmt = $this->db->prepare("SELECT id FROM {$this->table} WHERE customer = ?"); // ok: php.security.sql-built-from-strings
        $stmt->execute([$customer]);
        return $stmt->fetchAll();
    }

    public function numbered($given): array
    {
        $id = (int) $given;
        return $this->db->query("SELECT total FROM orders WHERE id = $id")->fetchAll(); // ok: php.security.sql-built-from-strings
    }
}

function posts_of($author)
{
    global $wpdb;
    $wpdb->get_results("SELECT * FROM $wpdb->posts WHERE post_status = 'publish'"); // ok: php.security.sql-built-from-strings
    $wpdb->get_var($wpdb->prepare("SELECT count(*) FROM $wpdb->posts WHERE post_author = %d", $author)); // ok: php.security.sql-built-from-strings
    return $wpdb->get_row("SELECT * FROM $wpdb->users WHERE user_login = '$author'"); // finds: php.security.sql-built-from-strings
}

function appended(mysqli $link, $city)
{
    $sql = 'SELECT * FROM shops WHERE 1';
    $sql .= " AND city = '$city'";
    return $link->query($sql); // missing: php.security.sql-built-from-strings
}

function listed(PDO $db)
{
    $set = isset($_GET['set']) ? $_GET['set'] : 1;
    return $db->query('SELECT * FROM shops WHERE set_id = ' . intval($set)); // ok: php.security.sql-built-from-strings
}

function stored(PDO $db, array $row)
{
    $values = placeholders($row);
    $now = Date::now()->toSql();
    $db->query("INSERT INTO visits (created, shop) VALUES ('$now', 1)"); // ok: php.security.sql-built-from-strings
    return $db->prepare("INSERT INTO visits VALUES ($values)"); // ok: php.security.sql-built-from-strings
}
