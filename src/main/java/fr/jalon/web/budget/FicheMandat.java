package fr.jalon.web.budget;

import fr.jalon.budget.AQui;
import fr.jalon.budget.Enveloppes;
import fr.jalon.budget.Imputation;
import fr.jalon.budget.OrdreVue;
import fr.jalon.budget.PiecesJustificatives;
import fr.jalon.budget.Preuve;
import fr.jalon.budget.ServiceFait;
import fr.jalon.budget.Titres;
import fr.jalon.commun.Centimes;
import fr.jalon.web.commun.Mots;
import fr.jalon.web.commun.Vues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** A certified service, an order and its titles as the pages show them. */
@Component
class FicheMandat {

    private final Enveloppes enveloppes;
    private final PiecesJustificatives pieces;

    FicheMandat(Enveloppes enveloppes, PiecesJustificatives pieces) {
        this.enveloppes = enveloppes;
        this.pieces = pieces;
    }

    record ServiceLigne(
            String href,
            String source,
            String enveloppe,
            String preuve,
            String certifie,
            String montant,
            String ordres) {}

    record MandatLigne(
            String href, String numero, String source, String qui, String montant, String le, String bordereau) {}

    /** @param ouvert whether it may still be cashed or cancelled */
    record TitreLigne(String numero, String montant, String motif, Vues.Badge badge, boolean ouvert) {}

    /** A reference to give. */
    record PieceChamp(String nom, String libelle, String valeur, boolean facultatif, String aide) {}

    ServiceLigne service(ServiceFait s) {
        return new ServiceLigne(
                "/budget/services/" + s.id(),
                s.source(),
                enveloppes.parId(s.enveloppe()).libelle(),
                preuve(s.preuve()),
                Mots.moment(s.certification().le()) + ", " + s.certification().par(),
                Centimes.enFrancais(s.centimes()),
                s.certification().ordres() == 0
                        ? ""
                        : Mots.pluriel(s.certification().ordres(), "mandat rejeté", "mandats rejetés"));
    }

    private static String preuve(Preuve preuve) {
        return (preuve.sorte() == Preuve.Sorte.PIECE ? "Pièce : " : "") + preuve.texte();
    }

    MandatLigne mandat(OrdreVue o) {
        return new MandatLigne(
                "/budget/mandats/" + o.numero(),
                o.numero(),
                o.origine().source(),
                o.paye().nom(),
                Centimes.enFrancais(o.centimes()),
                o.suivi().payeLe() == null
                        ? Mots.moment(o.suivi().le())
                        : Mots.jour(o.suivi().payeLe()),
                o.suivi().bordereau() == null ? "–" : o.suivi().bordereau());
    }

    void mandat(OrdreVue o, List<Titres.Titre> titres, Model model) {
        model.addAttribute("mandat", o);
        model.addAttribute("badge", badge(o.suivi().etat()));
        model.addAttribute("paires", paires(o));
        model.addAttribute("titres", titres.stream().map(FicheMandat::titre).toList());
        model.addAttribute("reste", Centimes.enFrancais(o.centimes() - o.suivi().restitue()));
        model.addAttribute("resteARendre", o.centimes() > o.suivi().restitue());
        if (!model.containsAttribute("saisie")) {
            model.addAttribute("saisie", Map.of());
        }
    }

    private static Vues.Badge badge(OrdreVue.Etat etat) {
        return new Vues.Badge(
                switch (etat) {
                    case ORDONNE -> "info";
                    case TRANSMIS, ACCEPTE -> "attente";
                    case REJETE -> "erreur";
                    case PAYE -> "ok";
                },
                etat.libelle());
    }

    private static TitreLigne titre(Titres.Titre t) {
        String etat = switch (t.etat()) {
            case EMIS -> "attente";
            case ENCAISSE -> "ok";
            case ANNULE -> "neutre";
        };
        String mots = t.etat().libelle() + (t.encaisseLe() == null ? "" : " le " + Mots.jour(t.encaisseLe()));
        return new TitreLigne(
                t.numero(),
                Centimes.enFrancais(t.centimes()),
                t.motif(),
                new Vues.Badge(etat, mots),
                t.etat() == Titres.Etat.EMIS);
    }

    private List<Vues.Paire> paires(OrdreVue o) {
        List<Vues.Paire> paires = new ArrayList<>();
        paires.add(new Vues.Paire("Montant", Centimes.enFrancais(o.centimes())));
        paires.add(new Vues.Paire("Pour", o.origine().source()));
        paires.add(new Vues.Paire("Engagement", o.origine().engagement()));
        paires.add(new Vues.Paire(
                "Enveloppe", enveloppes.parId(o.origine().enveloppe()).libelle()));
        paires.add(new Vues.Paire(
                "Qui est payé", o.paye().nature().libelle() + " : " + o.paye().nom()));
        if (o.paye().siret() != null) {
            paires.add(new Vues.Paire("SIRET", o.paye().siret().numero()));
        }
        paires.add(new Vues.Paire("IBAN", o.paye().iban().enGroupes()));
        paires.add(new Vues.Paire("Imputation", imputation(o.imputation())));
        paires.add(new Vues.Paire("Pièces jointes", String.join(" ; ", pieces(o))));
        paires.add(new Vues.Paire(
                "Ordonné",
                "le " + Mots.moment(o.suivi().le()) + " par " + o.suivi().par()));
        if (o.suivi().bordereau() != null) {
            paires.add(new Vues.Paire("Bordereau", o.suivi().bordereau()));
        }
        if (o.suivi().motif() != null) {
            paires.add(new Vues.Paire("Motif du rejet", o.suivi().motif()));
        }
        if (o.suivi().payeLe() != null) {
            paires.add(new Vues.Paire("Payé le", Mots.jour(o.suivi().payeLe())));
        }
        return paires;
    }

    private static String imputation(Imputation i) {
        return "chapitre " + i.chapitre() + ", nature " + i.nature() + ", fonction " + i.fonction();
    }

    /** The references with the words of their codes. */
    private List<String> pieces(OrdreVue o) {
        Map<String, String> noms = new LinkedHashMap<>();
        pieces.pour(o.paye().nature()).forEach(p -> noms.put(p.code(), p.libelle()));
        return Stream.of(o.pieces().split("\n"))
                .map(l -> l.split(" = ", 2))
                .map(l -> noms.getOrDefault(l[0], l[0]) + " (" + l[l.length - 1] + ")")
                .toList();
    }

    void formulaire(ServiceFait s, Map<String, String> saisie, Model model) {
        String qui = saisie.getOrDefault(
                "aQui",
                s.aQui() == null ? AQui.Nature.ORGANISME.name() : s.aQui().name());
        AQui.Nature nature = qui.equals(AQui.Nature.PERSONNE.name()) ? AQui.Nature.PERSONNE : AQui.Nature.ORGANISME;
        model.addAttribute("service", service(s));
        model.addAttribute("imputation", imputation(Imputation.de(s.enveloppe())));
        model.addAttribute("engagement", s.engagement());
        model.addAttribute("ordonnable", s.certification().etat() == ServiceFait.Etat.CERTIFIE);
        model.addAttribute("aQui", qui);
        model.addAttribute("siret", saisie.getOrDefault("siret", s.siret() == null ? "" : s.siret()));
        model.addAttribute("saisie", saisie);
        model.addAttribute(
                "choixAQui",
                Stream.of(AQui.Nature.values())
                        .map(n -> new Vues.Choix(n.name(), n.libelle(), null))
                        .toList());
        model.addAttribute("dit", s.aQui() == null ? null : s.aQui().libelle());
        model.addAttribute("pieces", champs(nature, s.aQui() == null, saisie));
    }

    /** The pieces of who is paid; of both when the aid does not say who. */
    private List<PieceChamp> champs(AQui.Nature nature, boolean libre, Map<String, String> saisie) {
        Map<String, PieceChamp> champs = new LinkedHashMap<>();
        for (AQui.Nature n : libre ? AQui.Nature.values() : new AQui.Nature[] {nature}) {
            for (PiecesJustificatives.Attendue p : pieces.pour(n)) {
                String nom = "piece-" + p.code();
                String aide =
                        libre ? "Demandée pour : " + n.libelle().toLowerCase(java.util.Locale.FRENCH) + "." : null;
                PieceChamp autre = champs.get(nom);
                champs.put(
                        nom,
                        new PieceChamp(
                                nom,
                                autre == null ? p.libelle() : autre.libelle(),
                                saisie.get(nom),
                                !p.obligatoire() || libre,
                                autre == null ? aide : null));
            }
        }
        return List.copyOf(champs.values());
    }
}
