package fr.jalon.recits;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import fr.jalon.courrier.CourrierVue;
import fr.jalon.courrier.Courriers;
import fr.jalon.courrier.EtatCourrier;
import fr.jalon.courrier.ImagesCourrier;
import fr.jalon.dispositif.Envois;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.EvenementVue;
import fr.jalon.dossier.SignalementsDePersonnes;
import fr.jalon.essais.HorlogeReglable;
import fr.jalon.essais.Monde;
import fr.jalon.navigateur.Navigateur;
import fr.jalon.web.Visite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The life of one invented person, written as it happens: each act with what it changed, each letter in full on the day it
 * leaves, what was sent to others, and at the end what each role sees. The page is compared with the approved one; the text
 * wanted is left in {@code target/recits}: read it as the person would, then copy it over the page.
 */
final class Recit {

    private static final Path APPROUVES = Path.of("docs/recits");
    private static final Path VOULUS = Path.of("target/recits");
    private static final DateTimeFormatter JOUR = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.FRENCH);
    private static final Pattern NUMEROS = Pattern.compile("\\b(RSA|ORI|PAR|MAN|CFA|MOB|C|V)-\\d{4}-\\d{4,6}\\b");

    private final Monde monde;
    private final HorlogeReglable montre;
    private final String fichier;
    private final StringBuilder page = new StringBuilder();
    /** The reference of a card is drawn anew each time. */
    private static final Pattern REFERENCE = Pattern.compile("(Référence de la fiche\n)[0-9a-f]{8}");

    private final Map<String, String> numeros = new LinkedHashMap<>();
    private final Map<String, Integer> rangs = new HashMap<>();
    private final Map<UUID, EtatCourrier> lettres = new HashMap<>();
    private final Map<UUID, List<EvenementVue>> evenements = new HashMap<>();
    private final Set<UUID> envois = new HashSet<>();
    private final List<String> recues = new ArrayList<>();
    private UUID personne;
    private LocalDate jour;

    Recit(Monde monde, HorlogeReglable montre, String fichier, String titre, String resume) {
        this.monde = monde;
        this.montre = montre;
        this.fichier = fichier;
        page.append("# ").append(titre).append("\n\n").append(resume).append('\n');
    }

    // ---- time

    /** The first day of the story, at nine. */
    void commencer(LocalDate premier) {
        montre.regler(premier.atTime(9, 0));
        monde.travailler();
        titreDuJour(premier);
    }

    /** Lives day after day until this one: what waits for a day happens on it, and is told. */
    void jusquAu(LocalDate cible) {
        for (LocalDate d = jour.plusDays(1); !d.isAfter(cible); d = d.plusDays(1)) {
            montre.regler(d.atTime(7, 0));
            monde.travailler();
            monde.bean(SignalementsDePersonnes.class).finirLesDossiers();
            StringBuilder changements = releverCeQuiChange();
            if (changements.length() > 0) {
                if (!d.equals(cible)) {
                    titreDuJour(d);
                } else {
                    titreDuJour(cible);
                }
                page.append("- Le délai est passé.\n").append(changements);
            }
        }
        montre.regler(cible.atTime(9, 0));
        if (!cible.equals(jour)) {
            titreDuJour(cible);
        }
    }

    private void titreDuJour(LocalDate d) {
        jour = d;
        String titre = JOUR.format(d).replace(" 1 ", " 1er ");
        page.append("\n## ")
                .append(titre.substring(0, 1).toUpperCase(Locale.FRENCH))
                .append(titre.substring(1))
                .append("\n\n");
    }

    LocalDate jour() {
        return jour;
    }

    // ---- acts

    void personne(UUID id) {
        personne = id;
    }

    UUID personne() {
        return personne;
    }

    /** Somebody does something: the act, then all that it changed for this person. */
    void acte(String phrase, Runnable geste) {
        geste.run();
        monde.travailler();
        page.append("- ").append(phrase).append('\n').append(releverCeQuiChange());
    }

    /** A refusal that belongs to the story, in the words that the screen or the API gave. */
    void refus(String phrase, String mots) {
        page.append("- ")
                .append(phrase)
                .append(" Jalon refuse : « ")
                .append(mots.strip())
                .append(" »\n");
    }

    private StringBuilder releverCeQuiChange() {
        StringBuilder texte = new StringBuilder();
        if (personne == null) {
            return texte;
        }
        for (UUID id : dossiers()) {
            DossierVue d = monde.bean(Dossiers.class).parId(id);
            List<EvenementVue> histoire = histoire(id);
            List<EvenementVue> nouveaux = new ArrayList<>(histoire);
            evenements.getOrDefault(id, List.of()).forEach(nouveaux::remove);
            for (EvenementVue e : nouveaux) {
                texte.append("  - histoire de ")
                        .append(d.numero())
                        .append(" : ")
                        .append(e.texte())
                        .append(" (")
                        .append(e.auteurNom())
                        .append(")\n");
            }
            evenements.put(id, histoire);
            envoisDe(d, texte);
            lettresDe(d, texte);
        }
        return texte;
    }

    private List<EvenementVue> histoire(UUID id) {
        // The newest first: of one instant, the last written is the first of the list.
        List<EvenementVue> histoire = new ArrayList<>(monde.bean(Dossiers.class).histoire(id));
        java.util.Collections.reverse(histoire);
        histoire.sort(java.util.Comparator.comparing(EvenementVue::quand));
        return histoire;
    }

    private void envoisDe(DossierVue d, StringBuilder texte) {
        monde.bean(Envois.class).duDossier(d.id()).stream()
                .filter(e -> envois.add(e.id()))
                .map(e -> "  - à transmettre : " + mot("envoi." + e.objet()) + ", pour "
                        + mot("organisme." + e.destinataire()) + "\n")
                .sorted()
                .forEach(texte::append);
    }

    private String mot(String code) {
        return monde.bean(MessageSource.class).getMessage(code, null, Locale.FRENCH);
    }

    private void lettresDe(DossierVue d, StringBuilder texte) {
        List<CourrierVue> toutes = monde.bean(Courriers.class).parDossier(d.id()).stream()
                .sorted(java.util.Comparator.comparing(CourrierVue::numero))
                .toList();
        for (CourrierVue c : toutes) {
            EtatCourrier avant = lettres.put(c.id(), c.etat());
            if (avant == c.etat()) {
                continue;
            }
            texte.append("  - courrier « ")
                    .append(c.objet())
                    .append(" » : ")
                    .append(etat(c))
                    .append('\n');
            if (c.etat().parti() && (avant == null || !avant.parti())) {
                lettre(c, texte);
            }
        }
    }

    private static String etat(CourrierVue c) {
        return switch (c.etat()) {
            case A_SIGNER -> "écrit, à signer";
            case A_IMPRIMER -> c.signeLe() == null ? "écrit, à imprimer" : "signé par " + c.signataireNom();
            case IMPRIME -> "imprimé";
            case ENVOYE -> "parti, " + c.mode().libelle();
            case RECU -> "reçu, " + c.mode().libelle() + (c.preuve() == null ? "" : " (" + c.preuve() + ")");
            case RETOURNE -> "revenu (" + c.motifRetour() + ")";
            case ANNULE -> "annulé" + (c.motifAnnulation() == null ? "" : " : " + c.motifAnnulation());
        };
    }

    private void lettre(CourrierVue c, StringBuilder texte) {
        recues.add(DateTimeFormatter.ofPattern("dd/MM/yyyy").format(jour) + " : à " + c.nomDestinataire() + ", "
                + c.objet());
        String lue = monde.bean(ImagesCourrier.class)
                .texte(monde.bean(Courriers.class).octets(c.id()))
                .replace('\u00a0', ' ')
                .replace('\u202f', ' ');
        texte.append("\n    ```text\n");
        lue.strip()
                .lines()
                .forEach(l -> texte.append("    ").append(l.stripTrailing()).append('\n'));
        texte.append("    ```\n\n");
    }

    List<UUID> dossiers() {
        return monde.bean(JdbcTemplate.class)
                .queryForList(
                        "select id from dossier where personne_id = ? order by cree_le, numero", UUID.class, personne);
    }

    // ---- what is seen

    /** The words of a part of a page, as this role reads them. */
    void ceQueVoit(Navigateur navigateur, int port, String identifiant, String qui, String chemin, String selecteur) {
        page.append("\n### ").append(qui).append("\n\n```text\n");
        try (Visite v = new Visite(navigateur, port, Navigateur.LARGE, identifiant, RecitsIT.MOT_DE_PASSE)) {
            v.aller(chemin);
            Locator partie = v.page().locator(selecteur);
            for (String texte : partie.allInnerTexts()) {
                texte.replace('\u00a0', ' ')
                        .replace('\u202f', ' ')
                        .lines()
                        .map(String::strip)
                        .filter(l -> !l.isEmpty())
                        .forEach(l -> page.append(l).append('\n'));
            }
            v.ecran().plaintesEtOubli();
        }
        page.append("```\n");
    }

    void intertitre(String titre) {
        page.append("\n## ").append(titre).append('\n');
    }

    // ---- the page

    /** Ends the story and compares it with the approved one. */
    void approuver() {
        page.append("\n## Tout ce qui est parti, dans l'ordre\n\n");
        recues.forEach(l -> page.append("- ").append(l).append('\n'));
        String texte = REFERENCE
                .matcher(numeroter(page.toString()).replaceAll("\n{3,}", "\n\n"))
                .replaceAll("$1propre à chaque fiche");
        try {
            Files.createDirectories(VOULUS);
            Path voulu = VOULUS.resolve(fichier);
            Files.writeString(voulu, texte);
            Path approuve = APPROUVES.resolve(fichier);
            String garde = Files.exists(approuve) ? Files.readString(approuve) : "";
            assertThat(garde)
                    .as("Lisez " + voulu + " comme la personne la lirait, puis copiez-la sur " + approuve)
                    .isEqualTo(texte);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Numbers depend on what ran before: in a story each counts from one. */
    private String numeroter(String texte) {
        Matcher m = NUMEROS.matcher(texte);
        StringBuilder stable = new StringBuilder();
        while (m.find()) {
            String code = m.group(1);
            String alias = numeros.computeIfAbsent(m.group(), n -> code + "-" + rangs.merge(code, 1, Integer::sum));
            m.appendReplacement(stable, Matcher.quoteReplacement(alias));
        }
        return m.appendTail(stable).toString();
    }
}
