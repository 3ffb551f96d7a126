package fr.jalon.web.securite;

import fr.jalon.agent.AgentConnecte;
import fr.jalon.agent.Authentification;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.NullRequestCache;

/** Three chains: style sheets and scripts without anything, the API without session, the screens with one. All ask the route table. */
@Configuration(proxyBeanMethods = false)
class SecuriteConfiguration {

    /** What a page is drawn with asks neither for a session nor for an account: it is there when the database is not. */
    @Bean
    @Order(0)
    SecurityFilterChain bibliotheques(HttpSecurity http, Routes routes, AccesRefuse accesRefuse) throws Exception {
        EntetesDeSecurite.regler(http);
        return http.securityMatcher("/lib/**")
                .csrf(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .exceptionHandling(e -> e.accessDeniedHandler(accesRefuse))
                .authorizeHttpRequests(a -> a.anyRequest().access(selonLaTable(routes)))
                .build();
    }

    @Bean
    @Order(1)
    SecurityFilterChain api(
            HttpSecurity http, Routes routes, AccesApi accesApi, RefusApi refus, MemoireDesEnvois memoire)
            throws Exception {
        EntetesDeSecurite.regler(http);
        return http.securityMatcher(SecuriteConfiguration::estUnAppelDApi)
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(c -> c.requestCache(new NullRequestCache()))
                .addFilterBefore(accesApi, BasicAuthenticationFilter.class)
                .addFilterBefore(new CorpsLimite(refus), AccesApi.class)
                .addFilterAfter(new EnvoisBornes(memoire, refus), AuthorizationFilter.class)
                .addFilterAfter(new TypeLisible(refus), AuthorizationFilter.class)
                .exceptionHandling(e -> e.authenticationEntryPoint(refus).accessDeniedHandler(refus))
                .authorizeHttpRequests(a -> a.anyRequest().access(selonLaTable(routes)))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain ecrans(
            HttpSecurity http,
            Routes routes,
            ConnexionParFormulaire connexion,
            Authentification authentification,
            AccesRefuse accesRefuse,
            RefusApi refus,
            MemoireDesEnvois memoire,
            MarqueSecondFacteur secondFacteur,
            @Value("${jalon.session.absolue}") java.time.Duration absolue)
            throws Exception {
        EntetesDeSecurite.regler(http);
        return http.authenticationManager(connexion)
                .exceptionHandling(e -> e.authenticationEntryPoint(versLaConnexion()))
                .requestCache(c -> c.requestCache(pageDemandee()))
                .formLogin(f -> f.loginPage("/connexion")
                        .loginProcessingUrl("/connexion")
                        .usernameParameter("identifiant")
                        .passwordParameter("motDePasse")
                        .authenticationDetailsSource(connexion)
                        .failureHandler(connexion)
                        .defaultSuccessUrl("/", false))
                .exceptionHandling(e -> e.accessDeniedHandler(accesRefuse))
                .logout(l -> l.logoutUrl("/deconnexion").logoutSuccessUrl("/connexion?au-revoir"))
                .sessionManagement(s -> s.sessionFixation().changeSessionId())
                .addFilterBefore(new FichiersDesConnectes(), CsrfFilter.class)
                .addFilterBefore(new EnvoisBornes(memoire, refus), CsrfFilter.class)
                .addFilterAfter(new TypeLisible(refus), AuthorizationFilter.class)
                .addFilterAfter(
                        new SessionVerifiee(authentification, secondFacteur, absolue),
                        UsernamePasswordAuthenticationFilter.class)
                .authorizeHttpRequests(a -> a.anyRequest().access(selonLaTable(routes)))
                .build();
    }

    /** The readable description is also a page: without an identity in its headers, it is asked for with a session. */
    private static boolean estUnAppelDApi(HttpServletRequest requete) {
        String chemin =
                requete.getRequestURI().substring(requete.getContextPath().length());
        boolean page = chemin.equals("/api/docs") && requete.getHeader("Authorization") == null;
        return !page && (chemin.startsWith("/api/") || chemin.startsWith("/engine-rest/"));
    }

    private static AuthorizationManager<RequestAuthorizationContext> selonLaTable(Routes routes) {
        return (authentification, contexte) -> new AuthorizationDecision(permet(routes, authentification, contexte));
    }

    private static boolean permet(
            Routes routes, Supplier<? extends Authentication> authentification, RequestAuthorizationContext contexte) {
        HttpServletRequest requete = contexte.getRequest();
        return routes.acces(
                        requete.getMethod(),
                        requete.getRequestURI()
                                .substring(requete.getContextPath().length()))
                .map(acces -> {
                    if (acces.ouvert()) {
                        // Not even the session is looked up: the page of a broken database needs its style sheet.
                        return true;
                    }
                    Authentication qui = authentification.get();
                    boolean connecte = qui != null
                            && !(qui instanceof AnonymousAuthenticationToken)
                            && qui.getPrincipal() instanceof AgentConnecte;
                    if (!connecte) {
                        return false;
                    }
                    Set<fr.jalon.agent.Role> roles =
                            ((AgentConnecte) qui.getPrincipal()).agent().roles();
                    return acces.permet(roles);
                })
                .orElse(false);
    }

    /** Back to the page that was asked for, without a mark in its address. */
    private static HttpSessionRequestCache pageDemandee() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setMatchingRequestParameterName(null);
        return cache;
    }

    /** A relative address: an absolute one would repeat the host that the caller wrote. */
    private static LoginUrlAuthenticationEntryPoint versLaConnexion() {
        LoginUrlAuthenticationEntryPoint entree = new LoginUrlAuthenticationEntryPoint("/connexion");
        entree.setFavorRelativeUris(true);
        return entree;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> refusDuServeur() {
        return serveur -> {
            serveur.addContextCustomizers(contexte ->
                    ((StandardHost) contexte.getParent()).setErrorReportValveClass(RefusDuServeur.class.getName()));
            // Tomcat would refuse TRACE in its own words: MethodesHttp refuses it in ours.
            serveur.addConnectorCustomizers(connecteur -> connecteur.setAllowTrace(true));
        };
    }

    /** Bytes above 127 in a header are UTF-8 to whoever wrote them; only what is no text is refused. */
    @Bean
    HttpFirewall pareFeu() {
        StrictHttpFirewall pareFeu = new StrictHttpFirewall();
        pareFeu.setAllowedHeaderValues(valeur -> valeur.chars().noneMatch(c -> (c < ' ' && c != '\t') || c == 127));
        return pareFeu;
    }

    /** The filter belongs to the API's chain alone. */
    @Bean
    FilterRegistrationBean<AccesApi> accesApiHorsChaine(AccesApi accesApi) {
        FilterRegistrationBean<AccesApi> enregistrement = new FilterRegistrationBean<>(accesApi);
        enregistrement.setEnabled(false);
        enregistrement.setOrder(Ordered.LOWEST_PRECEDENCE);
        return enregistrement;
    }
}
