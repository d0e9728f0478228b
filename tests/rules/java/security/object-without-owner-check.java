package shop.orders;

import java.security.Principal;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.*;

@Entity
class Order {
    private Long id;
    private Customer customer;
    private String items;
}

@Entity
class Article {
    private Long id;
    private String name;
}

interface OrderRepository extends JpaRepository<Order, Long> {
    Order findByIdAndCustomer(Long id, Customer customer);
}

interface ArticleRepository extends JpaRepository<Article, Long> {}

@Service
class OrderService {
    private OrderRepository orders;

    Order load(Long number) {
        return orders.findById(number).orElseThrow(); // finds: java.security.object-without-owner-check
    }

    Order loadOwn(Long number) {
        Order order = orders.findById(number).orElseThrow(); // ok: java.security.object-without-owner-check
        if (!order.getCustomer().equals(currentUsers.getCurrentUser())) {
            throw new AccessDeniedException("not yours");
        }
        return order;
    }
}

@RestController
@PreAuthorize("isAuthenticated()")
class OrderController {
    private OrderRepository orders;
    private ArticleRepository articles;
    private OrderService service;

    @GetMapping("/orders/{id}")
    Order one(@PathVariable Long id, @AuthenticationPrincipal Customer customer) {
        return orders.findByIdAndCustomer(id, customer); // ok: java.security.object-without-owner-check
    }

    @DeleteMapping("/orders/{id}")
    void drop(@PathVariable Long id) {
        orders.deleteById(id); // finds: java.security.object-without-owner-check
    }

    @GetMapping("/orders/{orderId}/invoice")
    Object invoice(@PathVariable Long orderId) {
        return Invoice.of(service.load(orderId));
    }

    @GetMapping("/orders/{orderId}/delivery")
    Object delivery(@PathVariable Long orderId) {
        return Delivery.of(service.loadOwn(orderId));
    }

    @PutMapping("/orders/{id}")
    Order change(@PathVariable Long id, @RequestBody Order changed, Principal who) {
        Order order = orders.findById(id).orElseThrow(); // ok: java.security.object-without-owner-check
        if (!order.getCustomer().getName().equals(who.getName())) throw new AccessDeniedException("not yours");
        return orders.save(changed);
    }

    // Articles belong to nobody.
    @GetMapping("/articles/{id}")
    Article article(@PathVariable Long id) {
        return articles.findById(id).orElseThrow(); // ok: java.security.object-without-owner-check
    }

    @PreAuthorize("hasRole('OFFICE')")
    @PostMapping("/orders/{id}/refund")
    void refund(@PathVariable Long id) {
        orders.deleteById(id); // ok: java.security.object-without-owner-check
    }
}
