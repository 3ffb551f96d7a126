package fr.jalon.web.mutations;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.agent.Agent;
import fr.jalon.agent.AgentConnecte;
import fr.jalon.agent.Authentification;
import fr.jalon.agent.Role;
import fr.jalon.corbeille.Corbeille;
import fr.jalon.courrier.Courriers;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Pieces;
import fr.jalon.essais.ClientApi;
import fr.jalon.essais.FichiersInventes;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import fr.jalon.web.securite.Routes;
import fr.jalon.web.securite.Routes.Route;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;

/**
 * Twenty thousand requests that nobody should send, over every route of the table: method, type, encoding, sizes, bytes of the
 * headers, shape and values of the fields. None may be a failure of Jalon. The same seed sends the same requests: {@code
 * -Djalon.mutations=200000 -Djalon.mutations.graine=7} for more, or for others.
 */
@JalonIT
@TestPropertySource(properties = "jalon.essai=mutations") // a world of its own: what it leaves behind is nobody's
@DirtiesContext
class RequetesMuteesIT {

    private static final Logger LOG = LoggerFactory.getLogger(RequetesMuteesIT.class);
    private static final int NOMBRE = Integer.getInteger("jalon.mutations", 20_000);
    private static final long GRAINE = Long.getLong("jalon.mutations.graine", 20_260_601L);
    private static final int FILS = 4;
    private static final String CSRF = "jeton-des-mutations";
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)(?::[^/{}]*(?:\\{[^{}]*}[^/{}]*)*)?}");
    private static final List<String> METHODES = List.of(
            "GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "PROPFIND", "get", "CONNECT", "A");
    private static final List<String> TYPES = List.of(
            "application/json",
            "application/json;charset=utf-16",
            "application/json;charset=nimporte",
            "application/yaml",
            "application/x-yaml",
            "application/xml",
            "text/plain",
            "text/csv",
            "application/octet-stream",
            "application/x-www-form-urlencoded",
            "application/x-www-form-urlencoded;charset=utf-7",
            "multipart/form-data",
            "multipart/form-data; boundary=",
            "multipart/form-data; boundary=\"x",
            "multipart/mixed; boundary=x",
            "application/*",
            "*/*",
            "/",
            "json",
            ";;;",
            "application/vnd.oai.openapi");
    private static final List<String> ENTETES = List.of(
            "Accept",
            "Accept-Language",
            "Accept-Encoding",
            "Accept-Charset",
            "Prefer",
            "Idempotency-Key",
            "X-Forwarded-For",
            "X-Forwarded-Proto",
            "X-Forwarded-Host",
            "X-Forwarded-Port",
            "X-HTTP-Method-Override",
            "Range",
            "If-None-Match",
            "If-Modified-Since",
            "If-Unmodified-Since",
            "Cookie",
            "Referer",
            "Origin",
            "User-Agent",
            "HX-Request",
            "HX-Target",
            "HX-Current-URL",
            "Content-Encoding",
            "Content-Language",
            "Content-Disposition",
            "Expect",
            "Forwarded",
            "TE",
            "Access-Control-Request-Method",
            "Sec-Fetch-Site");

    @LocalServerPort
    private int port;

    @Autowired
    private Monde monde;

    @Autowired
    private Routes routes;

    @Autowired
    private Corbeille corbeille;

    @Autowired
    private Courriers courriers;

    @Autowired
    private Pieces pieces;

    @Autowired
    private ObjectMapper json;

    @Autowired
    private Authentification authentification;

    @Autowired
    private SessionRepository<? extends Session> sessions;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping adresses;

    /** What a route reads, as its controller declares it. */
    private record Attendu(Map<String, Type> parametres, Type corps) {}

    private record Compte(String basic, String session) {}

    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    private record Demande(byte[] octets, boolean sansCorps, String resume) {}

    private final Map<Role, Compte> comptes = new EnumMap<>(Role.class);
    private final Map<String, Attendu> attendus = new TreeMap<>();
    private final Map<String, String> pannes = new ConcurrentSkipListMap<>();
    private final Map<Integer, AtomicInteger> statuts = new ConcurrentSkipListMap<>();
    private List<String> vrais;

    @Test
    void aucune_requete_ne_met_jalon_en_panne() throws Exception {
        preparer();
        long debut = System.nanoTime();
        ExecutorService fils = Executors.newFixedThreadPool(FILS);
        List<Future<?>> travaux = new ArrayList<>();
        for (int fil = 0; fil < FILS; fil++) {
            int rang = fil;
            travaux.add(fils.submit(() -> muter(rang)));
        }
        for (Future<?> travail : travaux) {
            travail.get();
        }
        fils.shutdown();
        LOG.info(
                "Mutations : {} requêtes en {} s, graine {}, réponses {}",
                NOMBRE,
                (System.nanoTime() - debut) / 1_000_000_000L,
                GRAINE,
                statuts);
        assertThat(pannes).isEmpty();
        int venues = statuts.values().stream().mapToInt(AtomicInteger::get).sum();
        assertThat(venues).isEqualTo(NOMBRE / FILS * FILS);
        // The fuzz reaches the controllers, and is not stopped at the door.
        assertThat(compter(401) + compter(302) + compter(403)).isLessThan(venues * 6 / 10);
        assertThat(compter(200) + compter(422)).isGreaterThan(venues / 10);
        assertThat(ClientApi.anonyme(port).get("/actuator/health/readiness").statut())
                .isEqualTo(200);
    }

    private int compter(int statut) {
        return statuts.getOrDefault(statut, new AtomicInteger()).get();
    }

    // --- what exists

    private void preparer() {
        DossierVue dossier = monde.demande();
        monde.travailler();
        vrais = new ArrayList<>(List.of(
                dossier.numero(),
                dossier.numero(),
                dossier.id().toString(),
                dossier.personneId().toString(),
                corbeille.duDossier(dossier.id()).get(0).tacheId(),
                courriers.parDossier(dossier.id()).get(0).id().toString(),
                "PIECE_IDENTITE",
                "demandes-rsa",
                "annuaire",
                "eligibilite-rsa",
                "accuse-reception",
                "KLEBER",
                "MISSION_LOCALE",
                "1",
                "2",
                "Q1",
                "RSA",
                "MME",
                "2026-05-04"));
        pieces.liste(dossier.id()).forEach(p -> vrais.add(p.type()));
        for (Role role : Role.values()) {
            Agent agent = monde.agent(role, "KLEBER");
            String basic = "Basic "
                    + Base64.getEncoder()
                            .encodeToString(
                                    (agent.identifiant() + ":" + Monde.MOT_DE_PASSE).getBytes(StandardCharsets.UTF_8));
            ClientApi.anonyme(port).avec("Authorization", basic).get("/api/v1/calendrier/jours-ouvres");
            comptes.put(role, new Compte(basic, session(sessions, agent)));
        }
        for (var entree : adresses.getHandlerMethods().entrySet()) {
            for (String chemin : entree.getKey().getPatternValues()) {
                for (String methode : methodes(entree.getKey())) {
                    attendus.put(
                            methode + " " + chemin,
                            attendu(entree.getValue().getMethod().getParameters()));
                }
            }
        }
    }

    private static List<String> methodes(RequestMappingInfo info) {
        List<String> methodes =
                info.getMethodsCondition().getMethods().stream().map(Enum::name).toList();
        return methodes.isEmpty() ? List.of("GET") : methodes;
    }

    private static Attendu attendu(Parameter[] parametres) {
        Map<String, Type> champs = new LinkedHashMap<>();
        Type corps = null;
        for (Parameter parametre : parametres) {
            RequestParam lu = parametre.getAnnotation(RequestParam.class);
            if (lu != null && !Map.class.isAssignableFrom(parametre.getType())) {
                String nom = lu.name().isEmpty() ? lu.value() : lu.name();
                champs.put(nom.isEmpty() ? parametre.getName() : nom, parametre.getParameterizedType());
            }
            if (parametre.getAnnotation(RequestBody.class) != null) {
                corps = parametre.getParameterizedType();
            }
        }
        return new Attendu(champs, corps);
    }

    private <S extends Session> String session(SessionRepository<S> depot, Agent agent) {
        AgentConnecte connecte = authentification.relire(agent.identifiant()).orElseThrow();
        S session = depot.createSession();
        session.setAttribute(
                "SPRING_SECURITY_CONTEXT",
                new SecurityContextImpl(
                        UsernamePasswordAuthenticationToken.authenticated(connecte, null, connecte.getAuthorities())));
        session.setAttribute(
                "org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository.CSRF_TOKEN",
                new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", CSRF));
        depot.save(session);
        return Base64.getEncoder().encodeToString(session.getId().getBytes(StandardCharsets.UTF_8));
    }

    // --- the requests

    private void muter(int fil) {
        Random hasard = new Random(GRAINE + fil);
        Hostile h = new Hostile(hasard, vrais);
        List<Route> toutes = routes.toutes();
        try (PriseBrute prise = new PriseBrute(port)) {
            for (int i = 0; i < NOMBRE / FILS; i++) {
                Demande demande = demande(toutes.get((i * FILS + fil) % toutes.size()), h);
                PriseBrute.Reponse reponse = prise.envoyer(demande.octets(), demande.sansCorps());
                statuts.computeIfAbsent(reponse.statut(), s -> new AtomicInteger())
                        .incrementAndGet();
                // 501 is Tomcat's answer to a way of coding the body that HTTP does not know.
                if (reponse.statut() >= 500 && reponse.statut() != 501) {
                    pannes.putIfAbsent(
                            demande.resume().split("\n", 2)[0],
                            reponse.statut() + "\n" + demande.resume() + "\n"
                                    + reponse.texte()
                                            .substring(
                                                    0,
                                                    Math.min(
                                                            300, reponse.texte().length())));
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Demande demande(Route route, Hostile h) {
        String modele = route.chemin().getPatternString();
        String methode = h.unSur(15) ? h.un(METHODES) : route.methode().name();
        Attendu attendu = attendus.getOrDefault(route.methode().name() + " " + modele, new Attendu(Map.of(), null));
        boolean api = modele.startsWith("/api/v1/");
        Map<String, String> champs = new LinkedHashMap<>();
        attendu.parametres().forEach((nom, type) -> {
            if (!h.unSur(6)) {
                champs.put(nom, String.valueOf(h.valeur(type, 0)));
            }
        });
        if (h.unSur(8)) {
            champs.put(h.texte(), h.texte());
        }
        boolean question = route.methode().name().equals("GET") || h.unSur(20);
        String chemin = chemin(modele, h) + (question && !champs.isEmpty() ? "?" + formulaire(champs, h) : "");
        Map<String, byte[]> entetes = entetes(route, api, h);
        byte[] corps = question ? new byte[0] : corps(attendu, api, champs, entetes, h);
        if (h.unSur(10)) {
            entetes.put("Content-Type", h.unSur(4) ? h.octets(60) : ascii(h.un(TYPES)));
        }
        return assembler(methode, chemin, entetes, corps, route, h);
    }

    private String chemin(String modele, Hostile h) {
        Matcher variables = VARIABLE.matcher(modele);
        StringBuilder chemin = new StringBuilder();
        while (variables.find()) {
            variables.appendReplacement(
                    chemin, Matcher.quoteReplacement(url(h.unSur(4) ? h.texte() : vrai(variables.group(1), h))));
        }
        variables.appendTail(chemin);
        String net = chemin.toString().replace("**", "x.js");
        if (h.unSur(40)) {
            net += h.un(List.of("/", "//", ";a=b", "%00", "%2e%2e/", "%c0%af", "?", "#", "/..;/", "%"));
        }
        return net;
    }

    private String vrai(String variable, Hostile h) {
        return switch (variable) {
            case "numero" -> vrais.get(0);
            case "id" -> vrais.get(2 + h.entier(4));
            default -> h.un(vrais);
        };
    }

    private Map<String, byte[]> entetes(Route route, boolean api, Hostile h) {
        Map<String, byte[]> entetes = new LinkedHashMap<>();
        entetes.put("Host", ascii("127.0.0.1:" + port));
        List<Role> permis = java.util.Arrays.stream(Role.values())
                .filter(r -> route.acces().permet(java.util.Set.of(r)))
                .toList();
        Compte compte = comptes.get(h.unSur(10) ? h.un(List.of(Role.values())) : h.un(permis));
        boolean sansCompte = h.unSur(25) || route.chemin().getPatternString().contains("connexion");
        if (!sansCompte && api) {
            entetes.put("Authorization", ascii(compte.basic()));
        } else if (!sansCompte) {
            entetes.put("Cookie", ascii("JALON=" + compte.session()));
            entetes.put("X-CSRF-TOKEN", ascii(CSRF));
        }
        if (h.unSur(3)) {
            entetes.put(h.un(ENTETES), h.unSur(2) ? h.octets(80) : sansFin(h.texte()));
        }
        if (h.unSur(60)) {
            entetes.put("Authorization", h.octets(40));
        }
        return entetes;
    }

    private byte[] corps(
            Attendu attendu, boolean api, Map<String, String> champs, Map<String, byte[]> entetes, Hostile h) {
        byte[] corps;
        if (attendu.corps() != null) {
            entetes.put("Content-Type", ascii("application/json"));
            corps = json(h.valeur(attendu.corps(), 0));
        } else if (attendu.parametres().containsKey("fichier") || (api && h.unSur(3))) {
            entetes.put("Content-Type", ascii("multipart/form-data; boundary=b0rne"));
            corps = multipart(champs, h);
        } else {
            entetes.put("Content-Type", ascii("application/x-www-form-urlencoded"));
            corps = ascii(formulaire(champs, h));
        }
        return h.unSur(8) ? abimer(corps, h) : corps;
    }

    private static byte[] abimer(byte[] corps, Hostile h) {
        String texte = new String(corps, StandardCharsets.UTF_8);
        return switch (h.entier(7)) {
            case 0 -> java.util.Arrays.copyOf(corps, corps.length / 2);
            case 1 -> texte.getBytes(StandardCharsets.UTF_16);
            case 2 -> texte.getBytes(StandardCharsets.ISO_8859_1);
            case 3 -> h.octets(2_000);
            case 4 -> ("[".repeat(h.entier(3_000)) + texte).getBytes(StandardCharsets.UTF_8);
            case 5 -> (texte + texte).getBytes(StandardCharsets.UTF_8);
            default -> h.unSur(30) ? new byte[2_200_000] : new byte[h.entier(50_000)];
        };
    }

    private static byte[] multipart(Map<String, String> champs, Hostile h) {
        ByteArrayOutputStream corps = new ByteArrayOutputStream();
        champs.forEach((nom, valeur) -> {
            if (!nom.equals("fichier")) {
                corps.writeBytes(("--b0rne\r\nContent-Disposition: form-data; name=\"" + nom.replaceAll("[\r\n\"]", "")
                                + "\"\r\n\r\n" + valeur + "\r\n")
                        .getBytes(StandardCharsets.UTF_8));
            }
        });
        String nom = h.texte().replaceAll("[\r\n\"]", "");
        corps.writeBytes(("--b0rne\r\nContent-Disposition: form-data; name=\"fichier\"; filename=\"" + nom
                        + "\"\r\nContent-Type: " + h.un(List.of("text/csv", "application/pdf", "/")) + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        corps.writeBytes(
                switch (h.entier(12)) {
                    case 0 -> FichiersInventes.png(5, 5);
                    case 1 -> h.octets(3_000);
                    default ->
                        ("nom;" + h.texte() + "\n" + h.texte() + ";" + h.texte() + "\n")
                                .getBytes(StandardCharsets.UTF_8);
                });
        corps.writeBytes(ascii(h.unSur(15) ? "\r\n--b0rn" : "\r\n--b0rne--\r\n"));
        return corps.toByteArray();
    }

    private static String formulaire(Map<String, String> champs, Hostile h) {
        StringBuilder texte = new StringBuilder();
        champs.forEach((nom, valeur) -> {
            texte.append(texte.isEmpty() ? "" : "&")
                    .append(url(nom))
                    .append('=')
                    .append(url(valeur));
            if (h.unSur(25)) {
                texte.append('&').append(url(nom)).append('=').append(url(h.texte()));
            }
        });
        return h.unSur(40) ? texte + h.un(List.of("&%", "&=&=", "&%zz=1", "&a[0].b=1", "&%C3=%28")) : texte.toString();
    }

    private byte[] json(Object valeur) {
        try {
            return json.writeValueAsBytes(valeur);
        } catch (JacksonException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Demande assembler(
            String methode, String chemin, Map<String, byte[]> entetes, byte[] corps, Route route, Hostile h) {
        boolean morceaux = corps.length > 0 && h.unSur(20);
        if (morceaux) {
            entetes.put("Transfer-Encoding", ascii("chunked"));
        } else if (corps.length > 0 || !methode.equals("GET")) {
            entetes.put("Content-Length", ascii(Integer.toString(corps.length)));
        }
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        octets.writeBytes(ascii(methode + " " + chemin + " HTTP/1.1\r\n"));
        StringBuilder resume =
                new StringBuilder(route.methode() + " " + route.chemin().getPatternString() + "\n" + methode + " "
                        + (chemin.length() > 200 ? chemin.substring(0, 200) : chemin));
        entetes.forEach((nom, valeur) -> {
            octets.writeBytes(ascii(nom + ": "));
            octets.writeBytes(valeur);
            octets.writeBytes(ascii("\r\n"));
            resume.append("\n").append(nom).append(": ").append(new String(valeur, StandardCharsets.ISO_8859_1));
        });
        octets.writeBytes(ascii("\r\n"));
        if (morceaux) {
            octets.writeBytes(ascii(Integer.toHexString(corps.length) + "\r\n"));
            octets.writeBytes(corps);
            octets.writeBytes(ascii("\r\n0\r\n\r\n"));
        } else {
            octets.writeBytes(corps);
        }
        resume.append("\n\n").append(new String(corps, 0, Math.min(800, corps.length), StandardCharsets.UTF_8));
        return new Demande(octets.toByteArray(), methode.equals("HEAD"), resume.toString());
    }

    private static byte[] sansFin(String texte) {
        return texte.replaceAll("[\r\n\0]", " ").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] ascii(String texte) {
        return texte.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String url(String texte) {
        return URLEncoder.encode(texte, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
