package shop.config;

class PagesSecurity {
    void old(HttpSecurity http) throws Exception {
        http.csrf().disable().authorizeRequests().anyRequest().authenticated(); // finds: java.security.csrf-protection-off
    }

    SecurityFilterChain chain(HttpSecurity http) throws Exception {
        http.csrf(AbstractHttpConfigurer::disable); // finds: java.security.csrf-protection-off
        http.csrf(csrf -> csrf.disable()); // finds: java.security.csrf-protection-off
        return http.build();
    }

    SecurityFilterChain kept(HttpSecurity http) throws Exception {
        http.csrf(csrf -> csrf.ignoringRequestMatchers("/hook")); // ok: java.security.csrf-protection-off
        http.cors(cors -> cors.disable()); // ok: java.security.csrf-protection-off
        return http.formLogin(withDefaults()).build();
    }
}
