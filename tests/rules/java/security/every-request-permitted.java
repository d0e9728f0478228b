package shop.config;

class OpenSecurity {
    void old(HttpSecurity http) throws Exception {
        http.authorizeRequests().antMatchers("/admin").hasRole("ADMIN").anyRequest().permitAll(); // finds: java.security.every-request-permitted
        http.authorizeRequests().antMatchers("/**").permitAll(); // finds: java.security.every-request-permitted
    }

    SecurityFilterChain chain(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(a -> a.requestMatchers("/css/**").permitAll() // ok: java.security.every-request-permitted
            .anyRequest().authenticated()).build();
    }

    void form(HttpSecurity http) throws Exception {
        http.formLogin(form -> form.loginPage("/login").permitAll()); // ok: java.security.every-request-permitted
        http.authorizeHttpRequests(a -> a.anyRequest().denyAll()); // ok: java.security.every-request-permitted
    }
}
