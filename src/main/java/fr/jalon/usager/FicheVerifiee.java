package fr.jalon.usager;

import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.Langues;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.TexteSaisi;
import fr.jalon.commun.Textes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Cleans a person's card and refuses what cannot be, field by field. */
final class FicheVerifiee {

    private static final Set<String> CIVILITES = Set.of("MME", "M", "NEUTRE");
    private static final Set<String> LIGNES = Set.of("adresse");
    private static final int AGE_MAX = 125;
    private static final int TELEPHONES_MAX = 5;
    private static final int ORGANISME_MIN = 10;

    private final List<ErreurChamp> erreurs = new ArrayList<>();

    private FicheVerifiee() {}

    static FichePersonne verifier(FichePersonne f, LocalDate aujourdhui) {
        FicheVerifiee v = new FicheVerifiee();
        String civilite = Textes.ouNull(f.civilite());
        if (civilite == null || !CIVILITES.contains(civilite.toUpperCase(Locale.ROOT))) {
            v.refuser("civilite", "Choisissez Madame, Monsieur ou sans civilité.");
        }
        civilite = civilite == null ? null : civilite.toUpperCase(Locale.ROOT);
        v.verifierNaissance(f.dateNaissance(), aujourdhui);
        String courriel = v.texte("courriel", f.courriel(), 200, false);
        if (courriel != null && !courriel.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+")) {
            v.refuser("courriel", "Écrivez une adresse de la forme nom@exemple.fr.");
        }
        String langue = Textes.ouNull(f.langue());
        langue = langue == null ? Langues.FRANCAIS : langue.toLowerCase(Locale.ROOT);
        if (!Langues.existe(langue)) {
            v.refuser("langue", "Choisissez une langue de la liste, par son code : par exemple fr, ar ou snk.");
        }
        if (Noms.enTrop(f)) {
            v.refuser("nom", "Trois noms différents : écrivez le nom de naissance et le nom d'usage seulement.");
        }
        v.avecUneLettre("nom", f.nom());
        v.avecUneLettre("prenoms", f.prenoms());
        v.avecUneLettre("nomNaissance", f.nomNaissance());
        if (f.prenoms() == null) {
            v.refuser("prenoms", "Indiquez les prénoms. Si la personne n'en a pas, envoyez ce champ vide.");
        }
        Noms noms = Noms.de(f);
        List<String> telephones = v.telephones(f);
        String pays = v.pays(f.pays());
        String domiciliation = v.domiciliation(f.domiciliation());
        FichePersonne propre = new FichePersonne(
                civilite,
                v.texte("nom", noms.usage(), 500, true),
                v.texte("prenoms", f.prenoms(), 500, false),
                f.dateNaissance(),
                v.adresse(f.adresse(), pays, domiciliation),
                v.quartier(f.quartier()),
                telephones.isEmpty() ? null : telephones.get(0),
                courriel,
                langue,
                v.nir(f, civilite),
                v.texte("nomNaissance", noms.naissance(), 500, false),
                null,
                telephones.size() < 2 ? null : String.join(", ", telephones.subList(1, telephones.size())),
                pays,
                domiciliation,
                f.nirConfirme());
        if (!v.erreurs.isEmpty()) {
            throw new SaisieInvalide(v.erreurs);
        }
        return propre;
    }

    private void refuser(String champ, String message) {
        erreurs.add(new ErreurChamp(champ, message));
    }

    /** "---", "?" and "..." are compared with nobody's name, or with everybody's. */
    private void avecUneLettre(String champ, String nom) {
        String net = Textes.ouNull(nom);
        if (net != null && net.codePoints().noneMatch(Character::isLetter)) {
            refuser(champ, "Écrivez un nom avec des lettres, ou videz ce champ s'il n'est pas connu.");
        }
    }

    private void verifierNaissance(Naissance naissance, LocalDate aujourdhui) {
        if (naissance == null) {
            refuser(
                    "dateNaissance",
                    "Indiquez la date de naissance, ou ce qui en est connu : 14/03/1986, 03/1986 ou 1986.");
        } else if (naissance.auPlusTot().isAfter(aujourdhui)) {
            refuser("dateNaissance", "La date de naissance ne peut pas être dans le futur.");
        } else if (naissance.auPlusTard().isBefore(aujourdhui.minusYears(AGE_MAX))) {
            refuser("dateNaissance", "Vérifiez l'année de naissance : elle est trop ancienne.");
        }
    }

    private List<String> telephones(FichePersonne f) {
        List<String> dits = new ArrayList<>(telephones("telephone", f.telephone()));
        dits.addAll(telephones("autresTelephones", f.autresTelephones()));
        List<String> numeros = new ArrayList<>();
        for (String autre : dits) {
            if (numeros.stream().noneMatch(n -> Telephones.cle(n).equals(Telephones.cle(autre)))) {
                numeros.add(autre);
            }
        }
        if (numeros.size() > TELEPHONES_MAX) {
            refuser("autresTelephones", "Gardez au plus " + TELEPHONES_MAX + " numéros.");
        }
        return numeros;
    }

    private List<String> telephones(String champ, String texte) {
        String net = texte(champ, texte == null ? null : texte.replaceAll("\\s*[\\r\\n]+\\s*", ", "), 200, false);
        List<String> numeros = Telephones.separer(net);
        numeros.stream().flatMap(n -> Telephones.faute(n).stream()).limit(1).forEach(faute -> refuser(champ, faute));
        return numeros;
    }

    private String pays(String pays) {
        String net = Textes.ouNull(pays);
        if (net == null) {
            return null;
        }
        Optional<String> code = CodesPostaux.pays(net);
        if (code.isEmpty()) {
            refuser("pays", "Écrivez le pays de l'adresse, par son nom ou son code de deux lettres.");
        }
        return code.filter(c -> !c.equals(CodesPostaux.FRANCE)).orElse(null);
    }

    private String domiciliation(String domiciliation) {
        String lue = Domiciliation.lire(domiciliation);
        if (!Domiciliation.organisme(lue)) {
            return lue;
        }
        String net = paragraphe("domiciliation", lue, 500);
        if (Textes.longueur(net) < ORGANISME_MIN) {
            refuser("domiciliation", "Écrivez le nom de l'organisme agréé et son adresse, ou « CCAS » pour l'antenne.");
        }
        return net;
    }

    private String adresse(String adresse, String pays, String domiciliation) {
        String net = Textes.ouNull(adresse);
        if (net == null) {
            if (domiciliation == null) {
                refuser("adresse", "Ce champ est obligatoire. Sans adresse, indiquez la domiciliation.");
            }
            return null;
        }
        if (domiciliation != null) {
            refuser("domiciliation", "Gardez l'adresse ou la domiciliation : les courriers vont à un seul endroit.");
        }
        if (SansAdresse.estVague(net)) {
            refuser(
                    "adresse",
                    "Aucun courrier ne peut y aller. Sans adresse, videz ce champ et indiquez la domiciliation, « à demander »"
                            + " si personne ne la connaît.");
        }
        texte("adresse", net, 500, true);
        CodesPostaux.fauteDansLAdresse(pays, net).ifPresent(faute -> refuser("adresse", faute));
        return net;
    }

    private String paragraphe(String champ, String net, int max) {
        TexteSaisi.PARAGRAPHE.faute(net, max).ifPresent(faute -> refuser(champ, faute));
        return net;
    }

    private String texte(String champ, String valeur, int max, boolean obligatoire) {
        String net = Textes.ouNull(valeur);
        if (net == null) {
            if (obligatoire) {
                refuser(champ, "Ce champ est obligatoire.");
            }
            return null;
        }
        TexteSaisi genre = LIGNES.contains(champ) ? TexteSaisi.PARAGRAPHE : TexteSaisi.LIGNE;
        Optional<String> faute = genre.faute(net, max);
        if (faute.isPresent()) {
            refuser(champ, faute.get());
        } else if (!visible(net)) {
            refuser(champ, TexteSaisi.ILLISIBLE);
        }
        return net;
    }

    private static boolean visible(String texte) {
        return texte.codePoints().anyMatch(c -> Character.getType(c) != Character.FORMAT && !Character.isWhitespace(c));
    }

    private String quartier(String quartier) {
        String net = Textes.ouNull(quartier);
        return net == null ? null : net.toUpperCase(Locale.ROOT);
    }

    private String nir(FichePersonne f, String civilite) {
        String net = Textes.ouNull(f.nir());
        if (net == null) {
            return null;
        }
        String numero = Nir.complet(net);
        if (!Nir.estValide(numero)) {
            refuser("nir", "Vérifiez le numéro de sécurité sociale : 15 caractères, la clé ne correspond pas.");
            return numero;
        }
        List<String> ecarts = Nir.ecarts(numero, civilite, f.dateNaissance());
        if (!ecarts.isEmpty() && !Boolean.TRUE.equals(f.nirConfirme())) {
            refuser("nir", Nir.aConfirmer(ecarts) + " Vérifiez-le ; s'il est juste, confirmez-le (nirConfirme).");
        }
        return numero;
    }
}
