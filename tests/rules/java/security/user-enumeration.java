package shop.accounts;

import org.springframework.web.bind.annotation.*;

@RestController
class LoginController {
    private UserRepository users;
    private PasswordEncoder encoder;

    @PostMapping("/login")
    ResponseEntity<String> login(@RequestBody Credentials given) {
        User user = users.findByName(given.getName());
        if (user == null) {
            return ResponseEntity.status(401).body("User does not exist"); // finds: java.security.user-enumeration
        }
        if (!encoder.matches(given.getPassword(), user.getHash())) {
            return ResponseEntity.status(401).body("Wrong password");
        }
        return ResponseEntity.ok(tokens.issue(user));
    }

    @PostMapping("/partner/login")
    String partner(@RequestBody Credentials given) {
        User user = users.findByName(given.getName());
        if (user == null) throw new BadRequestException("No such user"); // finds: java.security.user-enumeration
        if (!encoder.matches(given.getPassword(), user.getHash())) throw new BadRequestException("Invalid password");
        return tokens.issue(user);
    }

    @PostMapping("/signin")
    ResponseEntity<String> signIn(@RequestBody Credentials given) {
        User user = users.findByName(given.getName());
        if (user == null || !encoder.matches(given.getPassword(), user.getHash())) {
            return ResponseEntity.status(401).body("Invalid name or password"); // ok: java.security.user-enumeration
        }
        return ResponseEntity.ok(tokens.issue(user));
    }

    // Only the log tells them apart.
    @PostMapping("/office/login")
    ResponseEntity<String> office(@RequestBody Credentials given) {
        User user = users.findByName(given.getName());
        if (user == null) {
            logger.info("User does not exist"); // ok: java.security.user-enumeration
            return ResponseEntity.status(401).body("No");
        }
        if (!encoder.matches(given.getPassword(), user.getHash())) {
            logger.info("Wrong password");
            return ResponseEntity.status(401).body("No");
        }
        return ResponseEntity.ok(tokens.issue(user));
    }
}
