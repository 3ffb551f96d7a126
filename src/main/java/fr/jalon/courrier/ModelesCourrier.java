package fr.jalon.courrier;

import fr.jalon.commun.Conflit;
import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.courrier.rendu.RenduCourrier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Templates of the letters: their versions, the catalogue of fields, and the publication of a new version. */
@Service
public class ModelesCourrier {

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private final VersionsModeles versions;
    private final CatalogueChamps catalogue;
    private final ValeursExemples exemples;
    private final Redacteur redacteur;
    private final RenduCourrier rendu;
    private final Horloge horloge;
    private final ApplicationEventPublisher evenements;

    ModelesCourrier(
            VersionsModeles versions,
            CatalogueChamps catalogue,
            ValeursExemples exemples,
            Redacteur redacteur,
            RenduCourrier rendu,
            Horloge horloge,
            ApplicationEventPublisher evenements) {
        this.versions = versions;
        this.catalogue = catalogue;
        this.exemples = exemples;
        this.redacteur = redacteur;
        this.rendu = rendu;
        this.horloge = horloge;
        this.evenements = evenements;
    }

    /** The closed catalogue of merge fields, in its own order. */
    public Collection<ChampFusion> champs() {
        return catalogue.tous();
    }

    /** The version in force of each template, by code. */
    @Transactional(readOnly = true)
    public List<ModeleVue> courants() {
        return versions.courants().stream().map(ModeleCourrier::vue).toList();
    }

    /** All versions of a template, newest first; none when the code is unknown. */
    @Transactional(readOnly = true)
    public List<ModeleVue> versions(String code) {
        return versions.findByCodeOrderByVersionDesc(code).stream()
                .map(ModeleCourrier::vue)
                .toList();
    }

    /** One version of a template, to read it, compare it or publish it again. */
    @Transactional(readOnly = true)
    public Optional<ModeleVue> version(String code, int version) {
        return versions.findByCodeAndVersion(code, version).map(ModeleCourrier::vue);
    }

    /**
     * The version in force.
     *
     * @throws Introuvable when no template has this code
     */
    @Transactional(readOnly = true)
    public ModeleVue courant(String code) {
        return derniere(code).orElseThrow(() -> new Introuvable("Aucun courrier ne s'appelle « " + code + " »."));
    }

    /**
     * Publishes a new version of an existing template. Letters already written keep theirs.
     *
     * @throws SaisieInvalide when a field is unknown, a part is not closed, the object is empty, or a compulsory field of
     *     this nature is missing; for a mention, also when a letter that uses it would become invalid
     */
    @Transactional
    public ModeleVue publier(String code, String titre, String objet, String corps, String auteur) {
        ModeleVue ancien = courant(code);
        return enregistrer(ancien, ancien.version() + 1, titre, objet, corps, auteur);
    }

    /**
     * Publishes the first version of a new template.
     *
     * @param code kebab-case name, such as {@code convocation-entretien}
     * @throws SaisieInvalide as {@link #publier}, and when the code is taken or badly formed
     */
    @Transactional
    public ModeleVue creer(
            String code, NatureCourrier nature, String titre, String objet, String corps, String auteur) {
        if (code == null || !CODE.matcher(code).matches() || code.length() > 60) {
            throw new SaisieInvalide(
                    "code",
                    "Écrivez le nom en minuscules, sans accent, avec des traits d'union : convocation-entretien.");
        }
        if (derniere(code).isPresent()) {
            throw new SaisieInvalide("code", "Un modèle porte déjà ce nom. Modifiez-le, ou choisissez un autre nom.");
        }
        ModeleVue neuf = new ModeleVue(code, 0, nature, titre, objet, corps, null, auteur, null, false);
        return enregistrer(neuf, 1, titre, objet, corps, auteur);
    }

    /** Faults of a draft, as {@link #publier} would find them; nothing is written. */
    @Transactional(readOnly = true)
    public List<ErreurChamp> verifier(NatureCourrier nature, String titre, String objet, String corps) {
        return new VerificateurModele(catalogue, this::texteMention).verifier(nature, titre, objet, corps);
    }

    /** A draft printed with the catalogue's examples, with a watermark; the draft must have no fault. */
    @Transactional(readOnly = true)
    public byte[] essayer(NatureCourrier nature, String titre, String objet, String corps) {
        refuser(verifier(nature, titre, objet, corps));
        ModeleVue brouillon =
                new ModeleVue("brouillon", 0, nature, titre, objet, corps, null, "", horloge.maintenant(), false);
        return rendu.rendre(redacteur
                .rediger(brouillon, this::courant, exemples.toutes().parChamp(), horloge.aujourdhui(), null, null)
                .lettre());
    }

    private ModeleVue enregistrer(
            ModeleVue base, int version, String titre, String objet, String corps, String auteur) {
        List<ErreurChamp> erreurs = new ArrayList<>(verifier(base.nature(), titre, objet, corps));
        if (base.nature() == NatureCourrier.MENTION && erreurs.isEmpty()) {
            erreurs.addAll(lettresAtteintes(base.code(), corps));
        } else if (erreurs.isEmpty()) {
            essayer(base.nature(), titre, objet, corps);
        }
        refuser(erreurs);
        ModeleVue publie = new ModeleVue(
                base.code(),
                version,
                base.nature(),
                titre.strip(),
                objet == null ? "" : objet.strip(),
                corps,
                base.source(),
                auteur,
                horloge.maintenant(),
                false);
        try {
            versions.saveAndFlush(new ModeleCourrier(Identifiants.nouveau(), publie, null));
        } catch (DataIntegrityViolationException e) {
            throw new Conflit(
                    "Une autre personne vient de publier ce modèle. Relisez sa version, puis recommencez.", e);
        }
        evenements.publishEvent(new ModelePublie(publie.code(), publie.version(), auteur));
        return publie;
    }

    /** A mention is shared: each letter in force must stay valid with its new text. */
    private List<ErreurChamp> lettresAtteintes(String mention, String corps) {
        List<ErreurChamp> erreurs = new ArrayList<>();
        courants().stream()
                .filter(m -> m.nature() != NatureCourrier.MENTION)
                .forEach(m -> new VerificateurModele(
                                catalogue, code -> code.equals(mention) ? Optional.of(corps) : texteMention(code))
                        .verifier(m.nature(), m.titre(), m.objet(), m.corps())
                        .forEach(e -> erreurs.add(new ErreurChamp(
                                "corps", "Le courrier « " + m.titre() + " » l'utilise. " + e.message()))));
        return erreurs;
    }

    private Optional<String> texteMention(String code) {
        return derniere(code).filter(m -> m.nature() == NatureCourrier.MENTION).map(ModeleVue::corps);
    }

    private Optional<ModeleVue> derniere(String code) {
        return versions.findFirstByCodeOrderByVersionDesc(code).map(ModeleCourrier::vue);
    }

    private static void refuser(List<ErreurChamp> erreurs) {
        if (!erreurs.isEmpty()) {
            throw new SaisieInvalide(erreurs);
        }
    }
}
