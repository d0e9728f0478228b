package shop.accounts;

import org.springframework.security.authentication.*;
import org.springframework.web.bind.annotation.*;

@RestController
@RequestMapping("/auth")
class AuthController {
    private AuthenticationManager authenticationManager;
    private UserRepository users;
    private PasswordEncoder passwordEncoder;
    private LoginAttemptService loginAttempts;

    @PostMapping("/login")
    // finds: java.security.login-without-throttling
    String login(@RequestBody Credentials given) {
        Authentication found = authenticationManager.authenticate(
            new UsernamePasswordAuthenticationToken(given.getName(), given.getPassword()));
        return tokens.issue(found);
    }

    @PostMapping("/signin")
    // finds: java.security.login-without-throttling
    String signIn(@RequestBody Credentials given) {
        User user = users.findByName(given.getName());
        if (!passwordEncoder.matches(given.getPassword(), user.getHash())) throw new BadCredentialsException("no");
        return tokens.issue(user);
    }

    @PostMapping("/office/login")
    String office(@RequestBody Credentials given) { // ok: java.security.login-without-throttling
        if (loginAttempts.isBlocked(given.getName())) throw new LockedException("later");
        User user = users.findByName(given.getName());
        if (!passwordEncoder.matches(given.getPassword(), user.getHash())) throw new BadCredentialsException("no");
        return tokens.issue(user);
    }

    @RateLimiter(name = "login")
    @PostMapping("/partner/login")
    String partner(@RequestBody Credentials given) { // ok: java.security.login-without-throttling
        User user = users.findByName(given.getName());
        if (!passwordEncoder.matches(given.getPassword(), user.getHash())) throw new BadCredentialsException("no");
        return tokens.issue(user);
    }

    // Who is logged in already confirms that it is him.
    @PostMapping("/settings")
    void change(@RequestBody Settings given, Principal who) { // ok: java.security.login-without-throttling
        User user = users.findByName(who.getName());
        if (!passwordEncoder.matches(given.getPassword(), user.getHash())) throw new BadCredentialsException("no");
        users.save(user.with(given));
    }
}
