package fr.jalon.courrier;

import fr.jalon.commun.ErreurChamp;
import fr.jalon.courrier.langage.GabaritInvalide;
import fr.jalon.courrier.langage.LecteurGabarit;
import fr.jalon.courrier.langage.MarquesMiseEnPage;
import fr.jalon.courrier.langage.Noeud;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Checks a template before it is published: every tag is known, every part closed, and the fields that the law asks of
 * what this letter does in law stand outside any condition, so that no dossier can make them disappear.
 */
class VerificateurModele {

    private final CatalogueChamps catalogue;
    private final Function<String, Optional<String>> mentions;
    private final UsageCourrier usage;
    private final List<ErreurChamp> erreurs = new ArrayList<>();
    private final Set<String> toujours = new HashSet<>();
    /** Fields that the step cannot fill, where they stand first. */
    private final Map<String, Ou> inconnus = new LinkedHashMap<>();

    /**
     * @param mentions text of a shared mention by code, empty when there is none
     * @param usage what the letter does in law, and the fields that its step can fill
     */
    VerificateurModele(CatalogueChamps catalogue, Function<String, Optional<String>> mentions, UsageCourrier usage) {
        this.catalogue = catalogue;
        this.mentions = mentions;
        this.usage = usage;
    }

    List<ErreurChamp> verifier(NatureCourrier nature, String titre, String objet, String corps) {
        remplir("titre", titre, 200, "Donnez un titre au modèle.");
        remplir("corps", corps, 60_000, "Écrivez le texte du courrier.");
        if (nature != NatureCourrier.MENTION) {
            remplir("objet", objet, 500, "Écrivez l'objet : une phrase qui dit de quoi parle le courrier.");
            lire("objet", objet).ifPresent(noeuds -> parcourir("objet", noeuds, new Contexte(null, true, true)));
        }
        lire("corps", corps).ifPresent(noeuds -> {
            parcourir("corps", noeuds, new Contexte(null, true, nature == NatureCourrier.MENTION));
            if (nature != NatureCourrier.MENTION) {
                exigences();
            }
        });
        if (nature != NatureCourrier.MENTION) {
            // A mention is judged in each letter that uses it.
            inconnus.forEach((code, ou) -> faute(ou.champ(), ou.ligne(), impossible(code)));
        }
        return List.copyOf(erreurs);
    }

    private record Ou(String champ, int ligne) {}

    private record Contexte(String liste, boolean toujours, boolean sansMention) {}

    private void remplir(String champ, String valeur, int maximum, String message) {
        if (valeur == null || valeur.isBlank()) {
            erreurs.add(new ErreurChamp(champ, message));
        } else if (valeur.length() > maximum) {
            erreurs.add(new ErreurChamp(champ, "Ce texte dépasse " + maximum + " caractères : raccourcissez-le."));
        }
    }

    private Optional<List<Noeud>> lire(String champ, String texte) {
        try {
            return Optional.of(LecteurGabarit.lire(texte == null ? "" : texte));
        } catch (GabaritInvalide e) {
            e.fautes().forEach(faute -> erreurs.add(new ErreurChamp(champ, faute)));
            return Optional.empty();
        }
    }

    private void parcourir(String champ, List<Noeud> noeuds, Contexte contexte) {
        MarquesMiseEnPage.fautes(noeuds).forEach(faute -> erreurs.add(new ErreurChamp(champ, faute)));
        for (Noeud noeud : noeuds) {
            if (noeud instanceof Noeud.Champ c) {
                champDeFusion(champ, c, contexte);
            } else if (noeud instanceof Noeud.Condition c) {
                condition(champ, c, contexte);
            } else if (noeud instanceof Noeud.Liste l) {
                liste(champ, l, contexte);
            } else if (noeud instanceof Noeud.Mention m) {
                mention(champ, m, contexte);
            }
        }
    }

    private void champDeFusion(String champ, Noeud.Champ noeud, Contexte contexte) {
        Optional<ChampFusion> connu = connu(champ, noeud.code(), noeud.ligne());
        if (connu.isEmpty()) {
            return;
        }
        if (connu.get().type() == TypeChamp.LISTE) {
            faute(
                    champ,
                    noeud.ligne(),
                    "« " + noeud.code() + " » est une liste : écrivez {{#liste " + noeud.code()
                            + "}} et ses champs, puis {{/liste}}.");
        } else {
            dansSaListe(champ, connu.get(), noeud.ligne(), contexte);
        }
        if (contexte.toujours()) {
            toujours.add(noeud.code());
        }
    }

    private void dansSaListe(String champ, ChampFusion utilise, int ligne, Contexte contexte) {
        catalogue
                .listeDe(utilise)
                .map(ChampFusion::code)
                .filter(l -> !l.equals(contexte.liste()))
                .ifPresent(l -> faute(
                        champ,
                        ligne,
                        "« " + utilise.code() + " » s'écrit seulement entre {{#liste " + l + "}} et {{/liste}}."));
    }

    private void condition(String champ, Noeud.Condition noeud, Contexte contexte) {
        connu(champ, noeud.champ(), noeud.ligne())
                .ifPresent(connu -> dansSaListe(champ, connu, noeud.ligne(), contexte));
        parcourir(champ, noeud.contenu(), new Contexte(contexte.liste(), false, contexte.sansMention()));
    }

    private void liste(String champ, Noeud.Liste noeud, Contexte contexte) {
        Optional<ChampFusion> connu = connu(champ, noeud.champ(), noeud.ligne());
        if (connu.isPresent() && connu.get().type() != TypeChamp.LISTE) {
            faute(
                    champ,
                    noeud.ligne(),
                    "« " + noeud.champ() + " » n'est pas une liste : écrivez {{" + noeud.champ() + "}}.");
        }
        if (contexte.toujours()) {
            toujours.add(noeud.champ());
        }
        parcourir(champ, noeud.contenu(), new Contexte(noeud.champ(), contexte.toujours(), contexte.sansMention()));
    }

    private void mention(String champ, Noeud.Mention noeud, Contexte contexte) {
        Optional<String> texte = mentions.apply(noeud.code());
        if (contexte.sansMention()) {
            faute(champ, noeud.ligne(), "une mention ne peut pas être utilisée ici.");
        } else if (texte.isEmpty()) {
            faute(champ, noeud.ligne(), "aucune mention ne s'appelle « " + noeud.code() + " ».");
        } else {
            lire(champ, texte.get())
                    .ifPresent(noeuds ->
                            parcourir(champ, noeuds, new Contexte(contexte.liste(), contexte.toujours(), true)));
        }
    }

    private Optional<ChampFusion> connu(String champ, String code, int ligne) {
        Optional<ChampFusion> connu = catalogue.champ(code);
        if (connu.isEmpty()) {
            faute(champ, ligne, "le champ « " + code + " » n'existe pas. Choisissez un champ du catalogue.");
        } else if (!connu.get().fixe() && !usage.champs().contains(code)) {
            inconnus.putIfAbsent(code, new Ou(champ, ligne));
        }
        return connu;
    }

    private String impossible(String code) {
        ChampFusion champ = catalogue.champ(code).orElseThrow();
        return "l'étape qui écrit ce courrier ne connaît pas « " + champ.libelle() + " » (" + code
                + ") : il ne pourrait pas être imprimé. Retirez ce champ.";
    }

    private void exigences() {
        String acte = usage.acte().code();
        catalogue.tous().stream()
                .filter(c -> c.exigePar().contains(acte) && !c.fixe() && !toujours.contains(c.code()))
                .forEach(c -> erreurs.add(new ErreurChamp("corps", manquant(c))));
    }

    private String manquant(ChampFusion champ) {
        String ou = champ.type() == TypeChamp.LISTE ? "{{#liste " + champ.code() + "}}" : "{{" + champ.code() + "}}";
        String suite = " Ajoutez " + ou + ", hors de toute condition. " + champ.description() + ".";
        boolean recours = champ.code().startsWith("recours.") || champ.code().startsWith("tribunal.");
        if (champ.code().startsWith("decision.motivation")) {
            return "Un refus doit dire ses motifs : il manque « " + champ.libelle() + " »." + suite;
        }
        return (recours ? "Ce courrier doit dire comment le contester : il manque « " : "Il manque « ")
                + champ.libelle() + " »." + suite;
    }

    private void faute(String champ, int ligne, String message) {
        erreurs.add(new ErreurChamp(champ, "Ligne " + ligne + " : " + message));
    }
}
