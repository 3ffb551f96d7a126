package fr.jalon.web.securite;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/**
 * The security headers of every answer: pages, errors, API, downloads. HSTS goes out on plain http too, where browsers ignore
 * it, so that a proxy that speaks https for us needs no setting.
 */
public final class EntetesDeSecurite {

    static final String CSP =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self';"
                    + " connect-src 'self'; form-action 'self'; base-uri 'none';"
                    + " frame-ancestors 'none'";
    private static final String PERMISSIONS = "camera=(), microphone=(), geolocation=()";
    private static final long UN_AN = 31_536_000;

    private static final Map<String, String> HORS_CHAINE = new LinkedHashMap<>();

    static {
        HORS_CHAINE.put("Content-Security-Policy", CSP);
        HORS_CHAINE.put("Strict-Transport-Security", "max-age=" + UN_AN + " ; includeSubDomains");
        HORS_CHAINE.put("X-Content-Type-Options", "nosniff");
        HORS_CHAINE.put("X-Frame-Options", "DENY");
        HORS_CHAINE.put("Referrer-Policy", ReferrerPolicy.SAME_ORIGIN.getPolicy());
        HORS_CHAINE.put("Permissions-Policy", PERMISSIONS);
        HORS_CHAINE.put("Cache-Control", "no-cache, no-store, max-age=0, must-revalidate");
    }

    private EntetesDeSecurite() {}

    static void regler(HttpSecurity http) throws Exception {
        http.headers(h -> h.contentSecurityPolicy(c -> c.policyDirectives(CSP))
                .referrerPolicy(r -> r.policy(ReferrerPolicy.SAME_ORIGIN))
                .frameOptions(f -> f.deny())
                .httpStrictTransportSecurity(s -> s.requestMatcher(AnyRequestMatcher.INSTANCE)
                        .maxAgeInSeconds(UN_AN)
                        .includeSubDomains(true))
                .permissionsPolicyHeader(p -> p.policy(PERMISSIONS)));
    }

    /** For what is refused before the chain that writes them. */
    public static void ecrire(HttpServletResponse reponse) {
        HORS_CHAINE.forEach(reponse::setHeader);
    }
}
