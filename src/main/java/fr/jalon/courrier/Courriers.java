package fr.jalon.courrier;

import fr.jalon.commun.Conflit;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.courrier.Redacteur.Redaction;
import fr.jalon.courrier.langage.Typographie;
import fr.jalon.courrier.rendu.RenduCourrier;
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

    private final ArchiveCourriers archive;
    private final ModelesCourrier modeles;
    private final Redacteur redacteur;
    private final RenduCourrier rendu;
    private final NumerosCourrier numeros;
    private final Horloge horloge;
    private final ApplicationEventPublisher evenements;

    Courriers(
            ArchiveCourriers archive,
            ModelesCourrier modeles,
            Redacteur redacteur,
            RenduCourrier rendu,
            NumerosCourrier numeros,
            Horloge horloge,
            ApplicationEventPublisher evenements) {
        this.archive = archive;
        this.modeles = modeles;
        this.redacteur = redacteur;
        this.rendu = rendu;
        this.numeros = numeros;
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
        String remplace = remplace(demande);
        // All values are known to be there before a number is taken.
        rediger(demande, modele, jour, null, remplace);
        String numero = numeros.prochain(jour.getYear());
        Redaction redaction = rediger(demande, modele, jour, numero, remplace);
        byte[] octets = rendu.rendre(redaction.lettre());
        CourrierVue vue = new CourrierVue(
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
                // As precise as the column, so that the letter reads the same before and after it is stored.
                horloge.maintenant().truncatedTo(ChronoUnit.MICROS),
                demande.auteur(),
                demande.remplace(),
                null);
        archive.saveAndFlush(new Courrier(vue, demande.cleUnique(), octets));
        evenements.publishEvent(new CourrierProduit(vue.id(), numero, vue.dossierId(), vue.modele(), vue.auteur()));
        return vue;
    }

    /** The PDF of a letter as it would be written now, with a watermark and without a number; nothing is stored. */
    @Transactional(readOnly = true)
    public byte[] previsualiser(DemandeCourrier demande) {
        ModeleVue modele = lettre(demande.modele());
        return rendu.rendre(rediger(demande, modele, horloge.aujourdhui(), null, remplace(demande))
                .lettre());
    }

    /**
     * The same letter with more in it, under the number of the stored one; nothing is stored. For what must not be kept in clear,
     * such as the secret of a link.
     */
    @Transactional(readOnly = true)
    public byte[] imprimerSansGarder(String numero, DemandeCourrier demande) {
        return rendu.rendre(rediger(demande, lettre(demande.modele()), horloge.aujourdhui(), numero, null)
                .lettre());
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

    /** Notes that the letter left; a repeat keeps the first date. */
    @Transactional
    public CourrierVue marquerEnvoye(UUID id) {
        Courrier courrier = existant(id);
        if (courrier.marquerEnvoye(horloge.maintenant())) {
            archive.saveAndFlush(courrier);
            CourrierVue vue = courrier.vue();
            evenements.publishEvent(new CourrierEnvoye(
                    vue.id(),
                    vue.numero(),
                    vue.dossierId(),
                    vue.modele(),
                    horloge.aujourdhui(),
                    ModeRemise.LETTRE_SIMPLE));
        }
        return courrier.vue();
    }

    private Redaction rediger(
            DemandeCourrier demande, ModeleVue modele, LocalDate jour, String numero, String remplace) {
        Map<String, Object> valeurs = demande.valeurs().parChamp();
        valeurs.put("dossier.numero", demande.dossierNumero());
        valeurs.put("dateCourrier", jour);
        return redacteur.rediger(modele, modeles::courant, valeurs, jour, numero, remplace);
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
        LocalDate jour = LocalDate.ofInstant(ancien.creeLe(), Horloge.PARIS);
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
