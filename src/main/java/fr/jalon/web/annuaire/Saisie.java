package fr.jalon.web.annuaire;

import fr.jalon.annuaire.EtatAction;
import fr.jalon.annuaire.FicheAction;
import fr.jalon.annuaire.FicheOffre;
import fr.jalon.annuaire.FicheOrganisme;
import fr.jalon.annuaire.Lieu;
import fr.jalon.annuaire.OffreVue;
import fr.jalon.annuaire.OrganismeVue;
import fr.jalon.annuaire.Places;
import fr.jalon.annuaire.Poste;
import fr.jalon.annuaire.TableauAnnuaire;
import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.Langues;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Textes;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** A form of the directory as typed: everything is kept as text, so that what cannot be read comes back as it was written. */
final class Saisie {

    private static final DateTimeFormatter JOUR_FRANCAIS = DateTimeFormatter.ofPattern("d/M/uuuu");
    private static final int LIGNES_MAX = 60;
    private static final int ORGANISMES_MAX = 20;
    private static final String LANGUE_SEPAREES = ", ";

    private final MultiValueMap<String, String> champs;
    private final List<ErreurChamp> illisibles = new ArrayList<>();

    Saisie(MultiValueMap<String, String> champs) {
        this.champs = champs;
    }

    static Saisie vide() {
        return new Saisie(new LinkedMultiValueMap<>());
    }

    static Saisie de(OffreVue o) {
        Saisie s = vide();
        s.mettre("titre", o.titre());
        s.mettre("description", o.description());
        s.mettre("objectif", o.objectif().code());
        s.mettre("objectifOperationnel", o.objectifOperationnel());
        for (int i = 0; i < o.organismes().size(); i++) {
            s.mettre("organismes" + i, o.organismes().get(i).code());
        }
        o.publics().forEach(p -> s.champs.add("publics", p));
        s.mettre("conditions", o.conditions());
        o.quartiers().forEach(q -> s.champs.add("quartiers", q));
        s.langues(o.langues());
        s.mettre("delaiPremierRendezVous", o.delaiPremierRendezVous());
        s.mettre("cout", o.cout());
        s.mettre("debut", o.debut());
        s.mettre("fin", o.fin());
        return s;
    }

    static Saisie de(OrganismeVue o) {
        Saisie s = vide();
        s.mettre("nom", o.nom());
        s.mettre("nature", o.nature());
        s.mettre("presentation", o.presentation());
        s.mettre("site", o.site());
        o.quartiers().forEach(q -> s.champs.add("quartiers", q));
        s.langues(o.langues());
        for (int i = 0; i < o.lieux().size(); i++) {
            Lieu l = o.lieux().get(i);
            String champ = "lieux[" + i + "].";
            s.mettre(champ + "nom", l.nom());
            s.mettre(champ + "adresse", l.adresse());
            s.mettre(champ + "codePostal", l.codePostal());
            s.mettre(champ + "commune", l.commune());
            s.mettre(champ + "quartier", l.quartier());
            s.mettre(champ + "horaires", l.horaires());
            s.mettre(champ + "telephone", l.telephone());
        }
        for (int i = 0; i < o.postes().size(); i++) {
            Poste p = o.postes().get(i);
            String champ = "postes[" + i + "].";
            s.mettre(champ + "fonction", p.fonction());
            s.mettre(champ + "telephone", p.telephone());
            s.mettre(champ + "courriel", p.courriel());
        }
        return s;
    }

    static Saisie de(FicheAction f) {
        Saisie s = vide();
        s.mettre("titre", f.titre());
        s.mettre("objectif", f.objectif());
        s.mettre("objectifOperationnel", f.objectifOperationnel());
        s.mettre("pilote", f.pilote());
        s.mettre("partenaires", f.partenaires());
        s.mettre("origine", f.origine());
        s.mettre("page", f.page());
        s.mettre("echeance", f.echeance());
        s.mettre("etat", f.etat());
        s.mettre("preuve", f.preuve());
        s.mettre("bilanMiParcours", f.bilanMiParcours());
        s.mettre("bilanFinal", f.bilanFinal());
        return s;
    }

    FicheAction action() {
        return new FicheAction(
                texte("titre"),
                texte("objectif"),
                texte("objectifOperationnel"),
                texte("pilote"),
                texte("partenaires"),
                texte("origine"),
                texte("page"),
                date("echeance"),
                etat(),
                texte("preuve"),
                texte("bilanMiParcours"),
                texte("bilanFinal"));
    }

    /** Nothing chosen: nobody has said. */
    private EtatAction etat() {
        String net = texte("etat");
        if (net == null) {
            return null;
        }
        for (EtatAction e : EtatAction.values()) {
            if (e.name().equals(net)) {
                return e;
            }
        }
        illisibles.add(new ErreurChamp("etat", "Choisissez un état de la liste."));
        return null;
    }

    static Saisie de(Places p) {
        Saisie s = vide();
        s.mettre("placesTotal", p.total());
        s.mettre("placesPrises", p.prises());
        s.mettre("placesAttente", p.attente());
        return s;
    }

    FicheOffre offre() {
        List<String> organismes = new ArrayList<>();
        for (int i = 0; i < ORGANISMES_MAX; i++) {
            if (texte("organismes" + i) != null) {
                organismes.add(texte("organismes" + i));
            }
        }
        return new FicheOffre(
                texte("titre"),
                texte("description"),
                texte("objectif"),
                texte("objectifOperationnel"),
                organismes,
                liste("publics"),
                texte("conditions"),
                liste("quartiers"),
                langues(),
                entier("delaiPremierRendezVous"),
                texte("cout"),
                date("debut"),
                date("fin"));
    }

    FicheOrganisme organisme() {
        List<Lieu> lieux = new ArrayList<>();
        List<Poste> postes = new ArrayList<>();
        for (int i = 0; i < lignes("lieux"); i++) {
            String champ = "lieux[" + i + "].";
            lieux.add(new Lieu(
                    texte(champ + "nom"),
                    texte(champ + "adresse"),
                    texte(champ + "codePostal"),
                    texte(champ + "commune"),
                    texte(champ + "quartier"),
                    texte(champ + "horaires"),
                    texte(champ + "telephone")));
        }
        for (int i = 0; i < lignes("postes"); i++) {
            String champ = "postes[" + i + "].";
            postes.add(new Poste(texte(champ + "fonction"), texte(champ + "telephone"), texte(champ + "courriel")));
        }
        return new FicheOrganisme(
                texte("nom"),
                texte("nature"),
                texte("presentation"),
                texte("site"),
                liste("quartiers"),
                langues(),
                lieux,
                postes);
    }

    /** The three numbers; an empty total says that the places are not followed. */
    Places places() {
        Integer total = entier("placesTotal");
        Integer prises = entier("placesPrises");
        Integer attente = entier("placesAttente");
        return new Places(total, prises == null ? 0 : prises, attente == null ? 0 : attente);
    }

    /** The numbers that were on the screen, kept in hidden fields. */
    Places vues() {
        Integer prises = entier("vuPrises");
        Integer attente = entier("vuAttente");
        return new Places(entier("vuTotal"), prises == null ? 0 : prises, attente == null ? 0 : attente);
    }

    /** Refuses once, with what could not be read and what the module finds. */
    void controler(Runnable controle) {
        List<ErreurChamp> fautes = new ArrayList<>();
        try {
            controle.run();
        } catch (SaisieInvalide e) {
            e.erreurs().stream()
                    .filter(f -> illisibles.stream().noneMatch(i -> i.champ().equals(f.champ())))
                    .forEach(fautes::add);
        }
        fautes.addAll(illisibles);
        if (!fautes.isEmpty()) {
            throw new SaisieInvalide(fautes);
        }
    }

    /** Number of places or contacts to draw: those written, and an empty one. */
    public int lignes(String groupe) {
        int lignes = 0;
        for (int i = 0; i < LIGNES_MAX; i++) {
            String debut = groupe + "[" + i + "].";
            if (champs.entrySet().stream()
                    .anyMatch(c -> c.getKey().startsWith(debut)
                            && c.getValue().stream().anyMatch(v -> v != null && !v.isBlank()))) {
                lignes = i + 1;
            }
        }
        return lignes;
    }

    public int organismes() {
        int nombre = 0;
        for (int i = 0; i < ORGANISMES_MAX; i++) {
            nombre = texte("organismes" + i) == null ? nombre : i + 1;
        }
        return Math.min(ORGANISMES_MAX, Math.max(2, nombre + 1));
    }

    public String texte(String champ) {
        return Textes.ouNull(champs.getFirst(champ));
    }

    public List<String> liste(String champ) {
        return champs.getOrDefault(champ, List.of()).stream()
                .filter(v -> v != null && !v.isBlank())
                .toList();
    }

    private List<String> langues() {
        return TableauAnnuaire.liste(texte("langues")).stream()
                .map(Langues::code)
                .toList();
    }

    private void langues(List<String> codes) {
        mettre("langues", codes.stream().map(Langues::nomSeul).collect(Collectors.joining(LANGUE_SEPAREES)));
    }

    private Integer entier(String champ) {
        String net = texte(champ);
        if (net == null) {
            return null;
        }
        if (!net.matches("\\d{1,9}")) {
            illisibles.add(new ErreurChamp(champ, "Écrivez un nombre entier, par exemple 12."));
            return null;
        }
        return Integer.valueOf(net);
    }

    private LocalDate date(String champ) {
        String net = texte(champ);
        if (net == null) {
            return null;
        }
        try {
            return net.contains("/") ? LocalDate.parse(net, JOUR_FRANCAIS) : LocalDate.parse(net);
        } catch (DateTimeParseException e) {
            illisibles.add(new ErreurChamp(champ, "Écrivez une date qui existe, par exemple 14/09/2026."));
            return null;
        }
    }

    private void mettre(String champ, Object valeur) {
        if (valeur != null) {
            champs.add(champ, valeur.toString());
        }
    }
}
