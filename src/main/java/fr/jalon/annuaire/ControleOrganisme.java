package fr.jalon.annuaire;

import fr.jalon.commun.Textes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Cleans the card of an organisation and refuses what cannot be; the fields of a place are {@code lieux[0].nom} and so on. */
final class ControleOrganisme {

    private static final int LIEUX_MAX = 50;
    private static final int POSTES_MAX = 20;

    private ControleOrganisme() {}

    static FicheOrganisme verifier(FicheOrganisme f, Nomenclature nomenclature) {
        ControleTextes c = new ControleTextes();
        String nature = Textes.ouNull(f.nature());
        if (nomenclature.nature(nature).isEmpty()) {
            c.refuser("nature", "Choisissez la sorte d'organisme dans la liste.");
        }
        FicheOrganisme propre = new FicheOrganisme(
                c.obligatoire("nom", f.nom(), 200, "Donnez le nom de l'organisme."),
                nature,
                c.lignes("presentation", f.presentation(), 1000),
                c.site("site", f.site()),
                c.quartiers(f.quartiers(), nomenclature),
                c.langues(f.langues(), nomenclature),
                lieux(f.lieux(), c, nomenclature),
                postes(f.postes(), c));
        c.terminer();
        return propre;
    }

    private static List<Lieu> lieux(List<Lieu> lieux, ControleTextes c, Nomenclature nomenclature) {
        List<Lieu> propres = new ArrayList<>();
        for (int i = 0; i < lieux.size(); i++) {
            Lieu l = lieux.get(i);
            if (vide(l.nom(), l.adresse(), l.codePostal(), l.commune(), l.quartier(), l.horaires(), l.telephone())) {
                continue;
            }
            String champ = "lieux[" + i + "].";
            String quartier = c.facultatif(champ + "quartier", l.quartier(), 10);
            quartier = quartier == null ? null : quartier.toUpperCase(Locale.ROOT);
            if (quartier != null && nomenclature.quartier(quartier).isEmpty()) {
                c.refuser(champ + "quartier", "Ce quartier n'existe pas : choisissez de Q1 à Q12.");
            }
            String codePostal = c.facultatif(champ + "codePostal", l.codePostal(), 10);
            if (codePostal != null && !codePostal.matches("\\d{5}")) {
                c.refuser(champ + "codePostal", "Écrivez un code postal de cinq chiffres.");
            }
            propres.add(new Lieu(
                    c.obligatoire(champ + "nom", l.nom(), 200, "Donnez un nom à ce lieu."),
                    c.facultatif(champ + "adresse", l.adresse(), 200),
                    codePostal,
                    c.facultatif(champ + "commune", l.commune(), 80),
                    quartier,
                    c.facultatif(champ + "horaires", l.horaires(), 300),
                    c.telephone(champ + "telephone", l.telephone())));
        }
        if (propres.size() > LIEUX_MAX) {
            c.refuser("lieux", "Gardez au plus " + LIEUX_MAX + " lieux.");
        }
        return propres;
    }

    private static List<Poste> postes(List<Poste> postes, ControleTextes c) {
        List<Poste> propres = new ArrayList<>();
        for (int i = 0; i < postes.size(); i++) {
            Poste p = postes.get(i);
            if (vide(p.fonction(), p.telephone(), p.courriel())) {
                continue;
            }
            String champ = "postes[" + i + "].";
            propres.add(new Poste(
                    c.obligatoire(champ + "fonction", p.fonction(), 120, "Dites la fonction de ce contact."),
                    c.telephone(champ + "telephone", p.telephone()),
                    c.courriel(champ + "courriel", p.courriel())));
        }
        if (propres.size() > POSTES_MAX) {
            c.refuser("postes", "Gardez au plus " + POSTES_MAX + " contacts.");
        }
        return propres;
    }

    private static boolean vide(String... valeurs) {
        return java.util.Arrays.stream(valeurs).map(Textes::ouNull).allMatch(Objects::isNull);
    }
}
