package shop.orders;

import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.*;

@RestController
@RequestMapping("/api/orders")
class OrderController {
    private final OrderService service;

    OrderController(OrderService service) {
        this.service = service;
    }

    @GetMapping
    @PreAuthorize("isAuthenticated()")
    List<Order> every() {
        return service.every();
    }

    @GetMapping("/{id}")
    @PreAuthorize("isAuthenticated()")
    Order one(@PathVariable long id) {
        return service.one(id);
    }

    @PostMapping
    @PreAuthorize("hasRole('BUYER')")
    Order create(@RequestBody Order order) {
        return service.keep(order);
    }

    @PutMapping("/{id}")
    @PreAuthorize("hasRole('BUYER')")
    Order change(@PathVariable long id, @RequestBody Order order) {
        return service.keep(order);
    }

    @PostMapping("/{id}/cancel")
    void cancel(@PathVariable long id) { // finds: java.security.missing-authentication
        service.drop(id);
    }

    // The service asks.
    @DeleteMapping("/{id}")
    void drop(@PathVariable long id) { // ok: java.security.missing-authentication
        service.dropForOffice(id);
    }

    // The program says that strangers may see it.
    @PostMapping("/{id}/views")
    @PreAuthorize("permitAll()")
    void seen(@PathVariable long id) { // ok: java.security.missing-authentication
        service.keep(service.one(id).seen());
    }
}

class OrderService {
    private OrderRepository orders;

    List<Order> every() {
        return orders.findAll();
    }

    Order one(long id) {
        return orders.findById(id).orElseThrow();
    }

    Order keep(Order order) {
        return orders.save(order);
    }

    void drop(long id) {
        orders.deleteById(id);
    }

    @PreAuthorize("hasRole('OFFICE')")
    void dropForOffice(long id) {
        orders.deleteById(id);
    }
}

interface OrderRepository extends JpaRepository<Order, Long> {}
