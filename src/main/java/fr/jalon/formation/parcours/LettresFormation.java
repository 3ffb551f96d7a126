package fr.jalon.formation.parcours;

import fr.jalon.commun.Centimes;
import fr.jalon.commun.Horloge;
import fr.jalon.courrier.ValeursCourrier;
import fr.jalon.decision.Explication;
import fr.jalon.dispositif.ContexteEtape;
import fr.jalon.dispositif.LettresDossier;
import fr.jalon.dispositif.LettresDossier.Complement;
import fr.jalon.dossier.Dossiers;
import fr.jalon.formation.DemandesFormation;
import fr.jalon.formation.FinsDeFormation;
import fr.jalon.formation.FormationVisee;
import fr.jalon.formation.FormationVue;
import fr.jalon.formation.LivretFormation;
import fr.jalon.formation.OrganismeFormation;
import fr.jalon.formation.PropositionFormation;
import fr.jalon.formation.SuiviFormation;
import fr.jalon.usager.Personnes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Gathers what each letter of a training says. Nothing here is a text: the words are the templates' and the tables'. */
@Component
class LettresFormation {

    static final String ACCORD = "formation-accord";
    static final String ACCORD_ORGANISME = "formation-accord-organisme";
    static final String AJOURNEMENT = "formation-ajournement";
    static final String REFUS = "formation-refus";
    static final String ARRETEE = "formation-arretee";
    static final String NON_JUSTIFIEE = "formation-non-justifiee";
    static final String FIN_ORGANISME = "formation-fin-organisme";
    static final String LIVRET = "livret-formation";

    private final LettresDossier lettres;
    private final DemandesFormation demandes;
    private final SuiviFormation suivi;
    private final FinsDeFormation fins;
    private final LivretFormation livret;
    private final Dossiers dossiers;
    private final Personnes personnes;
    private final MessageSource textes;

    LettresFormation(
            LettresDossier lettres,
            DemandesFormation demandes,
            SuiviFormation suivi,
            FinsDeFormation fins,
            LivretFormation livret,
            Dossiers dossiers,
            Personnes personnes,
            MessageSource textes) {
        this.lettres = lettres;
        this.demandes = demandes;
        this.suivi = suivi;
        this.fins = fins;
        this.livret = livret;
        this.dossiers = dossiers;
        this.personnes = personnes;
        this.textes = textes;
    }

    void ecrire(ContexteEtape contexte, String modele, Complement complement) {
        lettres.ecrire(
                contexte.cleUnique(modele),
                LettresDossier.Lettre.duReferent(
                        modele,
                        contexte.dossierId(),
                        mots("demande.FOR"),
                        demandes.formation(contexte.dossierId()).monteePar(),
                        complement));
    }

    /** What is granted, to whom it is paid, what stays with the person. */
    Complement accord(UUID dossierId) {
        FormationVue vue = demandes.formation(dossierId);
        return commun(vue)
                .puis(valeurs -> versements(vue, valeurs)
                        .texte(
                                "formation.partPersonne",
                                vue.proposition().partUsager().signum() > 0
                                        ? Centimes.enFrancais(vue.proposition()
                                                .partUsager()
                                                .movePointRight(2)
                                                .longValueExact())
                                        : null)
                        .texte("formation.motif", vue.decision().motif())
                        .texte("decision.auteur", auteur(vue))
                        .date("decision.date", decidee(vue)));
    }

    /** To the body: the least that it needs to receive the person and be paid. */
    Complement accordOrganisme(UUID dossierId) {
        FormationVue vue = demandes.formation(dossierId);
        return commun(vue)
                .puis(organisme(vue))
                .puis(valeurs -> versements(vue, valeurs)
                        .texte(
                                "formation.siret",
                                vue.demande().organisme().siret().numero()));
    }

    private Complement organisme(FormationVue vue) {
        OrganismeFormation organisme = vue.demande().organisme();
        return valeurs -> valeurs.texte("usager.civilite", mots("appel.organisme"))
                .texte("usager.nomComplet", organisme.nom())
                .lignes("usager.adresse", lignes(organisme.adresse()))
                .texte("formation.stagiaire", personne(vue.dossierId()))
                .texte("formation.engagement", vue.suite().engagement());
    }

    Complement ajournement(UUID dossierId) {
        FormationVue vue = demandes.formation(dossierId);
        return commun(vue)
                .puis(valeurs -> valeurs.texte(
                                "formation.question", vue.decision().question())
                        .texte("decision.auteur", auteur(vue))
                        .date("decision.date", decidee(vue)));
    }

    /** The reasons are those of who decided, then the conditions that are not met (CRPA, art. L211-2 and L211-5). */
    Complement refus(UUID dossierId) {
        FormationVue vue = demandes.formation(dossierId);
        List<Explication> motifs = new ArrayList<>();
        motifs.add(new Explication("DECISION", mots("texte.FOR"), vue.decision().motif(), null));
        for (PropositionFormation.Motif m : vue.proposition().motifs()) {
            motifs.add(new Explication(m.code(), mots("texte.FOR"), m.texte(), m.quiChangerait()));
        }
        return commun(vue)
                .puis(valeurs -> valeurs.texte("decision.auteur", auteur(vue))
                        .date("decision.date", decidee(vue))
                        .motivation(motifs));
    }

    /** What is paid of what was granted, and what is not kept any more; nothing where there is nothing. */
    Complement fin(UUID dossierId) {
        FormationVue vue = demandes.formation(dossierId);
        long verse = suivi.verse(dossierId);
        long trop = fins.trop(dossierId);
        return commun(vue)
                .puis(valeurs -> valeurs.texte("formation.verse", siPositif(verse - trop))
                        .texte("formation.rendu", siPositif(vue.decision().montant() - verse)));
    }

    /** To the body: what it is paid for, or asked back, and that nothing more will be. */
    Complement finOrganisme(UUID dossierId) {
        FormationVue vue = demandes.formation(dossierId);
        long verse = suivi.verse(dossierId);
        long trop = fins.trop(dossierId);
        return commun(vue)
                .puis(organisme(vue))
                .puis(valeurs -> valeurs.texte(
                                "formation.arret",
                                vue.suite().arret() == null ? null : Integer.toString(suivi.heuresSuivies(dossierId)))
                        .texte(
                                "formation.sansPreuve",
                                vue.suite().arret() == null ? Horloge.enMots(fins.finDeLAttente(dossierId)) : null)
                        .texte("formation.verse", siPositif(verse - trop))
                        .texte("formation.trop", siPositif(trop)));
    }

    private static String siPositif(long centimes) {
        return centimes > 0 ? Centimes.enFrancais(centimes) : null;
    }

    /** All the trainings of the person. */
    Complement livret(UUID dossierId) {
        List<Map<String, String>> rangees = livret.rangees(dossierId);
        return valeurs -> valeurs.liste("formations", rangees);
    }

    private ValeursCourrier versements(FormationVue vue, ValeursCourrier valeurs) {
        return valeurs.texte(
                        "formation.montant", Centimes.enFrancais(vue.decision().montant()))
                .texte(
                        "formation.versements",
                        String.join(
                                ", ",
                                suivi.aVenir(vue.dossierId()).stream()
                                        .map(j -> j.libelle().toLowerCase(Locale.FRENCH) + " : "
                                                + Centimes.enFrancais(j.centimes()))
                                        .toList()));
    }

    private Complement commun(FormationVue vue) {
        FormationVisee f = vue.demande().formation();
        return valeurs -> valeurs.texte("formation.intitule", f.intitule())
                .texte("formation.organisme", vue.demande().organisme().nom())
                .texte("formation.dates", mots("dates.FOR", Horloge.enMots(f.debut()), Horloge.enMots(f.fin())))
                .texte("formation.heures", Integer.toString(f.heures()))
                .texte("formation.lieu", f.lieu());
    }

    private String personne(UUID dossierId) {
        return personnes.parId(dossiers.parId(dossierId).personneId()).nomComplet();
    }

    /** The commission when its minutes say so, else the CCAS, for which the responsable decides. */
    private String auteur(FormationVue vue) {
        String cle = vue.decision().procesVerbal() == null ? "auteur.FOR.CCAS" : "auteur.FOR.CAI";
        return mots(cle, lettres.coordonnees("CCAS").nom());
    }

    private static LocalDate decidee(FormationVue vue) {
        return LocalDate.ofInstant(vue.suite().decideeLe(), Horloge.PARIS);
    }

    private static List<String> lignes(String adresse) {
        return Arrays.stream(adresse.split("\\R|,"))
                .map(String::strip)
                .filter(l -> !l.isEmpty())
                .toList();
    }

    private String mots(String cle, Object... valeurs) {
        return textes.getMessage(cle, valeurs, Locale.FRENCH);
    }
}
