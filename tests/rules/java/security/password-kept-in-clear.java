package shop.accounts;

import org.springframework.web.bind.annotation.*;

@Entity
class User {
    private String name;
    private String password;
    private String hash;
}

@RestController
class AccountController {
    private UserRepository users;
    private PasswordEncoder encoder;
    private EntityManager entityManager;

    @PostMapping("/login")
    String login(@RequestParam String name, @RequestParam String password) {
        User user = users.findByName(name);
        if (!user.getPassword().equals(password)) { // finds: java.security.password-kept-in-clear
            throw new BadCredentialsException("no");
        }
        return tokens.issue(user);
    }

    @PostMapping("/login/old")
    String oldLogin(@RequestBody Credentials given) {
        User user = users.findByNameAndPassword(given.getName(), given.getPassword()); // finds: java.security.password-kept-in-clear
        return tokens.issue(user);
    }

    @PostMapping("/register")
    User register(@RequestBody RegistrationDto dto) {
        User user = new User();
        user.setName(dto.getName());
        user.setPassword(dto.getPassword()); // finds: java.security.password-kept-in-clear
        return users.save(user);
    }

    @PostMapping("/signup")
    User signUp(@RequestBody RegistrationDto dto) {
        if (!dto.getPassword().equals(dto.getRepeatedPassword())) { // ok: java.security.password-kept-in-clear
            throw new IllegalArgumentException("not the same");
        }
        User user = new User();
        user.setPassword(encoder.encode(dto.getPassword())); // ok: java.security.password-kept-in-clear
        return users.save(user);
    }

    @PostMapping("/join")
    User join(@RequestBody RegistrationDto dto) {
        User user = new User();
        user.setPassword(dto.getPassword()); // ok: java.security.password-kept-in-clear
        return hashed(user);
    }

    private User hashed(User user) {
        user.setHash(encoder.encode(user.getPassword()));
        return users.save(user);
    }

    @PostMapping("/signin")
    String signIn(@RequestParam String name, @RequestParam String password) {
        User user = users.findByName(name);
        if (!encoder.matches(password, user.getHash())) { // ok: java.security.password-kept-in-clear
            throw new BadCredentialsException("no");
        }
        return tokens.issue(user);
    }
}
