package fr.jalon.courrier;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Textes;
import fr.jalon.courrier.Redacteur.Edition;
import fr.jalon.courrier.Redacteur.Redaction;
import fr.jalon.courrier.langage.Typographie;
import fr.jalon.courrier.rendu.RenduCourrier;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes letters once, keeps them as they were written, and gives them back only unaltered. */
@Service
public class Courriers {

    /** Longest text that an agent adds to the life of a letter. */
    static final int TEXTE_COURT = 300;

    private final ArchiveCourriers archive;
    private final ModelesCourrier modeles;
    private final Redacteur redacteur;
    private final RenduCourrier rendu;
    private final NumerosCourrier numeros;
    private final UsagesCourrier usages;
    private final ReceptionCourrier reception;
    private final Horloge horloge;
    private final ApplicationEventPublisher evenements;

    Courriers(
            ArchiveCourriers archive,
            ModelesCourrier modeles,
            Redacteur redacteur,
            RenduCourrier rendu,
            NumerosCourrier numeros,
            UsagesCourrier usages,
            ReceptionCourrier reception,
            Horloge horloge,
            ApplicationEventPublisher evenements) {
        this.archive = archive;
        this.modeles = modeles;
        this.redacteur = redacteur;
        this.rendu = rendu;
        this.numeros = numeros;
        this.usages = usages;
        this.reception = reception;
        this.horloge = horloge;
        this.evenements = evenements;
    }

    /**
     * Writes and stores a letter. A repeat with the same key gives the letter already written, so that a step that is run
     * again after a failure never sends two. When two nodes write it at the same time, the second one's transaction fails
     * on the key and its retry gets the first one's letter.
     *
     * @throws CourrierIncomplet when a value is missing
     * @throws Introuvable when the template or the replaced letter does not exist
     * @throws Conflit when the key was used for another letter
     */
    @Transactional
    public CourrierVue produire(DemandeCourrier demande) {
        Optional<CourrierVue> existant = archive.vueParCle(demande.cleUnique());
        if (existant.isPresent()) {
            return memeDemande(existant.get(), demande);
        }
        LocalDate jour = horloge.aujourdhui();
        ModeleVue modele = lettre(demande.modele());
        UsageCourrier usage = usages.de(modele.code());
        boolean aSigner = usage.acte().signature();
        String remplace = remplace(demande);
        Map<String, Object> valeurs = valeurs(demande, jour);
        // All values are known to be there before a number is taken.
        redacteur.rediger(modele, modeles::courant, valeurs, new Edition(jour, null, remplace, aSigner, null));
        Optional<RedactionALEssai.Recueil> essai = RedactionALEssai.enCours();
        String numero = essai.isPresent() ? RedactionALEssai.sansNumero() : numeros.prochain(jour.getYear());
        Edition edition = new Edition(jour, essai.isPresent() ? null : numero, remplace, aSigner, null);
        Redaction redaction = redacteur.rediger(modele, modeles::courant, valeurs, edition);
        byte[] octets = rendu.rendre(redaction.lettre());
        essai.ifPresent(e -> e.ajouter(octets));
        CourrierVue vue = ecrit(demande, modele, usage, redaction, numero, octets, dernierJour(usage, valeurs));
        archive.saveAndFlush(
                new Courrier(vue, demande.cleUnique(), octets, aSigner ? ValeursGardees.ecrire(valeurs) : null));
        evenements.publishEvent(new CourrierProduit(vue.id(), numero, vue.dossierId(), vue.modele(), vue.auteur()));
        retirerLeRemplace(vue);
        return vue;
    }

    /** What a letter replaces does not leave as well, as long as it can be held back. */
    private void retirerLeRemplace(CourrierVue remplacant) {
        if (remplacant.remplace() != null) {
            Courrier ancien = existant(remplacant.remplace());
            if (ancien.annulable()) {
                annuler(ancien, "remplacé par le courrier " + remplacant.numero(), Agent.JALON);
            }
        }
    }

    private CourrierVue ecrit(
            DemandeCourrier demande,
            ModeleVue modele,
            UsageCourrier usage,
            Redaction redaction,
            String numero,
            byte[] octets,
            LocalDate partAvant) {
        // As precise as the column, so that the letter reads the same before and after it is stored.
        Instant maintenant = horloge.maintenant().truncatedTo(ChronoUnit.MICROS);
        EtatCourrier etat = usage.acte().signature()
                ? EtatCourrier.A_SIGNER
                // What is handed over at the counter is printed when it is asked for; what is kept leaves never.
                : usage.parLaPoste() ? EtatCourrier.A_IMPRIMER : EtatCourrier.IMPRIME;
        return new CourrierVue(
                Identifiants.nouveau(),
                numero,
                demande.dossierId(),
                demande.dossierNumero(),
                modele.code(),
                modele.version(),
                redaction.mentions(),
                redaction.objet(),
                redaction.destinataire(),
                Empreinte.sha256(octets),
                maintenant,
                demande.auteur(),
                demande.remplace(),
                etat,
                usage.acte().code(),
                demande.antenne(),
                usage.remise() == null ? CourrierVue.AUCUNE : usage.remise().name(),
                null,
                null,
                null,
                null,
                usage.auGuichet() ? maintenant : null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                partAvant);
    }

    private static LocalDate dernierJour(UsageCourrier usage, Map<String, Object> valeurs) {
        return usage.partAvant() != null && valeurs.get(usage.partAvant()) instanceof LocalDate jour ? jour : null;
    }

    /** The PDF of a letter as it would be written now, with a watermark and without a number; nothing is stored. */
    @Transactional(readOnly = true)
    public byte[] previsualiser(DemandeCourrier demande) {
        return rendu.rendre(rediger(demande, null, remplace(demande)).lettre());
    }

    /**
     * The same letter with more in it, under the number of the stored one; nothing is stored. For what must not be kept in clear,
     * such as the secret of a link.
     */
    @Transactional(readOnly = true)
    public byte[] imprimerSansGarder(String numero, DemandeCourrier demande) {
        return rendu.rendre(rediger(demande, numero, null).lettre());
    }

    /** The letter of a number, such as C-2026-000123. */
    @Transactional(readOnly = true)
    public Optional<CourrierVue> parNumero(String numero) {
        return archive.vueParNumero(numero);
    }

    /** A stored letter, without its bytes. */
    @Transactional(readOnly = true)
    public Optional<CourrierVue> courrier(UUID id) {
        return archive.vue(id);
    }

    /**
     * The PDF of a stored letter.
     *
     * @throws Introuvable when there is no such letter
     * @throws CourrierAltere when the bytes no longer have their digest
     */
    @Transactional(readOnly = true)
    public byte[] octets(UUID id) {
        return existant(id).octetsVerifies();
    }

    /** Letters of a dossier, newest first. */
    @Transactional(readOnly = true)
    public List<CourrierVue> parDossier(UUID dossierId) {
        return archive.vuesDuDossier(dossierId);
    }

    /** Erases what was written about something whose time of keeping is over (GDPR, article 5-1-e); answers how many letters. */
    @Transactional
    public int effacer(UUID dossierId) {
        // Newest first: a letter goes before the one that it replaced.
        List<CourrierVue> lettres = archive.vuesDuDossier(dossierId);
        lettres.forEach(lettre -> archive.effacer(lettre.id()));
        return lettres.size();
    }

    /**
     * A letter will not leave: possible until it is signed or, for what is not signed, until it is printed.
     *
     * @param motif why, kept
     * @throws Conflit afterwards, with the way: a letter that cancels and replaces it
     */
    @Transactional
    public CourrierVue annuler(UUID id, String motif, Agent auteur) {
        String ecrit = Textes.ouNull(motif);
        if (ecrit == null) {
            throw new SaisieInvalide("motif", "Dites pourquoi ce courrier ne part pas.");
        }
        if (ecrit.length() > TEXTE_COURT) {
            throw new SaisieInvalide("motif", "Écrivez au plus " + TEXTE_COURT + " caractères.");
        }
        return annuler(existant(id), ecrit, auteur);
    }

    /**
     * Holds a letter back because its matter ended or changed, also when it is signed or printed, as long as nobody noted that it left.
     * An act that was notified to nobody has no effect (CRPA, art. L221-8). For the steps of a path, never for a person's wish.
     *
     * @throws Conflit when it left
     */
    @Transactional
    public CourrierVue retirer(UUID id, String motif, Agent auteur) {
        Courrier courrier = existant(id);
        courrier.retirer(motif, auteur.identifiant(), horloge.maintenant());
        return annule(courrier, motif, auteur);
    }

    private CourrierVue annuler(Courrier courrier, String motif, Agent auteur) {
        courrier.annuler(motif, auteur.identifiant(), horloge.maintenant());
        return annule(courrier, motif, auteur);
    }

    private CourrierVue annule(Courrier courrier, String motif, Agent auteur) {
        CourrierVue vue = garder(courrier);
        evenements.publishEvent(new CourrierAnnule(vue.id(), vue.numero(), vue.dossierId(), vue.modele(), motif));
        dire(vue, "annulé : " + motif, auteur);
        return vue;
    }

    /**
     * The day on which a letter is held to be received: the proved one, else the presumption of the table, else none (not sent,
     * cancelled, or came back and nobody was told).
     */
    public Optional<LocalDate> presomption(CourrierVue courrier) {
        if (courrier.recuLe() != null) {
            return Optional.of(courrier.recuLe());
        }
        boolean revenu = courrier.retourneLe() != null && reception.arrete(courrier.motifRetour());
        return courrier.envoyeLe() == null || revenu
                ? Optional.empty()
                : Optional.of(reception.presumee(courrier.envoyeLe(), courrier.mode()));
    }

    private CourrierVue garder(Courrier courrier) {
        archive.saveAndFlush(courrier);
        return courrier.vue();
    }

    private void dire(CourrierVue vue, String quoi, Agent auteur) {
        evenements.publishEvent(
                new CourrierSuivi(vue.id(), vue.dossierId(), "Courrier " + vue.numero() + " " + quoi + ".", auteur));
    }

    private Redaction rediger(DemandeCourrier demande, String numero, String remplace) {
        LocalDate jour = horloge.aujourdhui();
        ModeleVue modele = lettre(demande.modele());
        return redacteur.rediger(
                modele,
                modeles::courant,
                valeurs(demande, jour),
                new Edition(
                        jour, numero, remplace, usages.de(modele.code()).acte().signature(), null));
    }

    private static Map<String, Object> valeurs(DemandeCourrier demande, LocalDate jour) {
        Map<String, Object> valeurs = demande.valeurs().parChamp();
        valeurs.put("dossier.numero", demande.dossierNumero());
        valeurs.put("dateCourrier", jour);
        return valeurs;
    }

    private ModeleVue lettre(String code) {
        ModeleVue modele = modeles.courant(code);
        if (modele.nature() == NatureCourrier.MENTION) {
            throw new Introuvable("« " + code + " » est une mention, pas un courrier.");
        }
        return modele;
    }

    private Courrier existant(UUID id) {
        return archive.findById(id).orElseThrow(() -> new Introuvable("Ce courrier n'existe pas."));
    }

    private String remplace(DemandeCourrier demande) {
        if (demande.remplace() == null) {
            return null;
        }
        CourrierVue ancien = archive.vue(demande.remplace())
                .orElseThrow(() -> new Introuvable("Le courrier à remplacer n'existe pas."));
        if (!ancien.dossierId().equals(demande.dossierId())) {
            throw new SaisieInvalide("remplace", "Le courrier à remplacer appartient à un autre dossier.");
        }
        return numeroEtDate(ancien);
    }

    /** As the letter that replaces it names it: number, and the day printed on it. */
    static String numeroEtDate(CourrierVue ancien) {
        LocalDate jour =
                LocalDate.ofInstant(ancien.signeLe() == null ? ancien.creeLe() : ancien.signeLe(), Horloge.PARIS);
        return ancien.numero() + " du " + Typographie.date(jour);
    }

    private static CourrierVue memeDemande(CourrierVue existant, DemandeCourrier demande) {
        if (!existant.modele().equals(demande.modele()) || !existant.dossierId().equals(demande.dossierId())) {
            throw new Conflit("La clé « " + demande.cleUnique() + " » a déjà servi pour le courrier "
                    + existant.numero() + ", d'un autre dossier ou d'un autre modèle.");
        }
        return existant;
    }
}
