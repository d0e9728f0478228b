package shop.accounts;

class SecurityConfiguration {
    private static final String NOOP_PREFIX = "{noop}"; // ok: java.security.password-kept-as-text

    @Bean
    PasswordEncoder encoder() {
        return NoOpPasswordEncoder.getInstance(); // finds: java.security.password-kept-as-text
    }

    @Bean
    UserDetailsService users(@Value("${clerk.password}") String password) {
        UserDetails clerk = User.withUsername("clerk")
            .password("{noop}" + password) // finds: java.security.password-kept-as-text
            .roles("CLERK")
            .build();
        UserDetails guest = User.withUsername("guest").password("{bcrypt}" + hash).build(); // ok: java.security.password-kept-as-text
        return new InMemoryUserDetailsManager(clerk, guest);
    }

    UserDetails desk() {
        return User.builder().username("desk").password("{noop}letmein").build(); // finds: java.security.password-kept-as-text
    }

    PasswordEncoder strong() {
        return new BCryptPasswordEncoder(12); // ok: java.security.password-kept-as-text
    }
}
