package shop.products;

import org.springframework.security.access.annotation.Secured;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.*;

@RestController
@RequestMapping("/products")
@PreAuthorize("isAuthenticated()")
class ProductController {
    private ProductRepository products;

    @GetMapping
    Object every() { // ok: java.security.admin-route-without-role
        return products.findAll();
    }

    @PostMapping
    @PreAuthorize("hasAuthority('PRODUCTS_WRITE')")
    Object create(@RequestBody Product product) {
        return products.save(product);
    }

    @PutMapping("/{id}")
    @PreAuthorize("hasAuthority('PRODUCTS_WRITE')")
    Object change(@RequestBody Product product) {
        return products.save(product);
    }

    @PatchMapping("/{id}/price")
    @Secured("ROLE_PRICING")
    Object price(@RequestBody Product product) {
        return products.save(product);
    }

    @DeleteMapping("/{id}")
    void drop(@PathVariable long id) { // finds: java.security.admin-route-without-role
        products.deleteById(id);
    }
}

@RestController
@RequestMapping("/admin")
@PreAuthorize("isAuthenticated()")
class AdminController {
    private UserRepository users;

    @GetMapping("/users") @PreAuthorize("hasRole('ADMIN')")
    Object every() { return users.findAll(); }

    @GetMapping("/users/{id}") @PreAuthorize("hasRole('ADMIN')")
    Object one(@PathVariable long id) { return users.findById(id); }

    @GetMapping("/reports") @PreAuthorize("hasRole('ADMIN')")
    Object reports() { return users.count(); }

    @GetMapping("/export")
    Object export() { // finds: java.security.admin-route-without-role
        return users.findAll();
    }
}

// Whoever is logged in writes his own reviews, and moderates them only with a role.
@RestController
@RequestMapping("/reviews")
@PreAuthorize("isAuthenticated()")
class ReviewController {
    private ReviewRepository reviews;

    @PostMapping
    Object create(@RequestBody Review review) { // ok: java.security.admin-route-without-role
        return reviews.save(review);
    }

    @DeleteMapping("/{id}") @PreAuthorize("hasRole('OFFICE')")
    void drop(@PathVariable long id) {
        reviews.deleteById(id);
    }
}
