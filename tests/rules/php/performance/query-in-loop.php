<?php

foreach ($orders as $order) {
    $row = $db->query('SELECT name FROM customers WHERE id = ' . (int) $order['customer'])->fetch(); // finds: php.performance.query-in-loop
    $customer = Customer::find($order['customer']); // finds: php.performance.query-in-loop
    $total = $wpdb->get_var($wpdb->prepare('SELECT total FROM orders WHERE id = %d', $order['id'])); // finds: php.performance.query-in-loop
    $db->query('UPDATE orders SET seen = 1'); // ok: php.performance.query-in-loop
}

foreach ($db->query('SELECT id FROM orders') as $row) { // ok: php.performance.query-in-loop
    echo $row['id'];
}

foreach ($words as $word) {
    $later[] = function () use ($db) {
        return $db->query('SELECT 1 FROM dual'); // ok: php.performance.query-in-loop
    };
}
