package fr.jalon.web.corbeille;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Page;
import fr.jalon.commun.Textes;
import fr.jalon.corbeille.Arrivee;
import fr.jalon.corbeille.Corbeille;
import fr.jalon.corbeille.CriteresCorbeille;
import fr.jalon.corbeille.EtatEcheance;
import fr.jalon.corbeille.FiltreCorbeille;
import fr.jalon.corbeille.Ordre;
import fr.jalon.corbeille.Signe;
import fr.jalon.web.commun.RecherchesEnSession;
import fr.jalon.web.corbeille.Referentiel.Noms;
import jakarta.servlet.http.HttpSession;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * The filter that an address asks for, judged for its reader. What it asks wrongly, or of what this reader may not see, is told, and the
 * list is then empty: a list never shows something else than what was asked.
 */
@Component
public class LectureDesFiltres {

    private static final int JOURS_MAX = 3_650;
    private static final int ORDRES_MAX = 3;
    private static final int MONTRE = 40;
    private static final int IDENTIFIANT_MAX = 60;

    private final Referentiel referentiel;

    LectureDesFiltres(Referentiel referentiel) {
        this.referentiel = referentiel;
    }

    /**
     * What was understood.
     *
     * @param fautes what was not, in words; the list is empty when there is one
     */
    public record Lecture(FiltreCorbeille filtre, List<String> fautes) {

        public boolean juste() {
            return fautes.isEmpty();
        }
    }

    /** The filter of a list for one reader. */
    public Lecture lire(ListeCorbeille liste, HttpSession session, Agent lecteur) {
        return lire(liste, session, lecteur, referentiel.pour(lecteur));
    }

    Lecture lire(ListeCorbeille liste, HttpSession session, Agent lecteur, Noms noms) {
        Juge juge = new Juge(liste, lecteur, noms);
        String mots = juge.mots(session);
        FiltreCorbeille filtre = new FiltreCorbeille(liste.onglet(), juge.criteres(), mots, juge.ordres());
        return new Lecture(filtre, List.copyOf(juge.fautes));
    }

    /** The list without the dispositifs and steps that no published model has any more, and their codes. */
    record SansDisparus(ListeCorbeille liste, List<String> disparus) {}

    SansDisparus sansDisparus(ListeCorbeille liste, Agent lecteur) {
        Noms noms = referentiel.pour(lecteur);
        List<String> disparus = new ArrayList<>();
        ListeCorbeille reste = liste;
        for (String code : liste.valeurs("dispositif")) {
            if (!noms.dispositifs().containsKey(code)) {
                disparus.add("dispositif « " + code + " »");
                reste = reste.sans("dispositif", code);
            }
        }
        for (String etape : liste.valeurs("etape")) {
            if (!noms.connaitEtape(etape)) {
                disparus.add("étape « " + etape.substring(etape.indexOf(':') + 1) + " »");
                reste = reste.sans("etape", etape);
            }
        }
        return new SansDisparus(reste, disparus);
    }

    /** Reads one address and gathers its faults. */
    private static final class Juge {

        private final ListeCorbeille liste;
        private final Agent lecteur;
        private final Noms noms;
        private final List<String> fautes = new ArrayList<>();

        Juge(ListeCorbeille liste, Agent lecteur, Noms noms) {
            this.liste = liste;
            this.lecteur = lecteur;
            this.noms = noms;
            if (liste.valeur(ListeCorbeille.COUPEE) != null) {
                fautes.add("Cette adresse est trop longue : ses filtres n'ont pas tous été lus.");
            }
            String onglet = liste.valeur("onglet");
            if (onglet != null && !onglet.equals(liste.onglet().name())) {
                fautes.add("Aucun onglet ne s'appelle « " + montrer(onglet) + " ».");
            }
        }

        CriteresCorbeille criteres() {
            return new CriteresCorbeille(
                    connus("dispositif", "Aucun dispositif ne s'appelle", noms.dispositifs()::containsKey),
                    connus("antenne", "Vous ne voyez pas l'antenne", this::voitAntenne),
                    connus("etape", "Aucune étape ne s'appelle", noms::connaitEtape),
                    detenteurs(),
                    parmi("echeance", "Aucune échéance ne s'appelle", EtatEcheance.class),
                    parmi("signe", "Aucun signe ne s'appelle", Signe.class),
                    arrivee());
        }

        private boolean voitAntenne(String code) {
            return lecteur.portee().toutes()
                    ? noms.antennes().containsKey(code)
                    : lecteur.portee().couvre(code);
        }

        private List<String> connus(String nom, String refus, Predicate<String> connu) {
            List<String> valeurs = liste.valeurs(nom);
            valeurs.stream().filter(connu.negate()).forEach(v -> fautes.add(refus + " « " + montrer(v) + " »."));
            return valeurs;
        }

        private List<String> detenteurs() {
            List<String> agents = liste.valeurs("detenteur");
            if (!agents.isEmpty() && !Corbeille.voitLesCharges(lecteur)) {
                fautes.add("Seuls les responsables regardent le travail agent par agent.");
                return List.of();
            }
            agents.stream()
                    .filter(a -> a.length() > IDENTIFIANT_MAX)
                    .forEach(a -> fautes.add("Aucun agent ne s'appelle « " + montrer(a) + " »."));
            return agents;
        }

        private <E extends Enum<E>> Set<E> parmi(String nom, String refus, Class<E> type) {
            Set<E> lues = EnumSet.noneOf(type);
            for (String valeur : liste.valeurs(nom)) {
                valeur(type, valeur)
                        .ifPresentOrElse(lues::add, () -> fautes.add(refus + " « " + montrer(valeur) + " »."));
            }
            return lues;
        }

        private Arrivee arrivee() {
            LocalDate du = jour("du");
            LocalDate au = jour("au");
            if (du != null && au != null && au.isBefore(du)) {
                fautes.add("La fin de la période d'arrivée est avant son début.");
            }
            return new Arrivee(depuis(), du, au);
        }

        private Integer depuis() {
            String depuis = liste.valeur("depuis");
            if (depuis == null) {
                return null;
            }
            Integer jours = depuis.matches("\\d{1,4}") ? Integer.valueOf(depuis) : null;
            if (jours == null || jours > JOURS_MAX) {
                fautes.add("« Depuis plus de » attend un nombre de jours, de 0 à " + JOURS_MAX + ".");
                return null;
            }
            return jours;
        }

        private LocalDate jour(String nom) {
            String valeur = liste.valeur(nom);
            try {
                return valeur == null ? null : LocalDate.parse(valeur);
            } catch (DateTimeException e) {
                fautes.add("« " + montrer(valeur) + " » n'est pas une date : écrivez-la 2026-06-01.");
                return null;
            }
        }

        /** The words searched are in the session: a name never stands in an address. */
        String mots(HttpSession session) {
            String cle = liste.valeur("q");
            String mots = RecherchesEnSession.mots(session, cle);
            if (cle != null && mots.isBlank()) {
                fautes.add("Un nom cherché ne voyage pas avec l'adresse : cherchez-le de nouveau.");
            }
            if (mots.length() > Page.RECHERCHE_MAX) {
                fautes.add("Cherchez avec " + Page.RECHERCHE_MAX + " caractères au plus.");
                return null;
            }
            return mots.isBlank() ? null : mots;
        }

        List<Ordre> ordres() {
            List<Ordre> ordres = new ArrayList<>();
            for (String valeur : liste.valeurs("tri")) {
                boolean inverse = valeur.startsWith("-");
                valeur(Ordre.Cle.class, inverse ? valeur.substring(1) : valeur)
                        .ifPresentOrElse(
                                cle -> ordres.add(new Ordre(cle, inverse)),
                                () -> fautes.add("On ne peut pas trier par « " + montrer(valeur) + " »."));
            }
            return ordres.subList(0, Math.min(ORDRES_MAX, ordres.size()));
        }

        private static <E extends Enum<E>> Optional<E> valeur(Class<E> type, String nom) {
            return Arrays.stream(type.getEnumConstants())
                    .filter(e -> e.name().equals(nom))
                    .findFirst();
        }

        private static String montrer(String valeur) {
            return valeur.length() > MONTRE ? Textes.couper(valeur, MONTRE) + "…" : valeur;
        }
    }
}
