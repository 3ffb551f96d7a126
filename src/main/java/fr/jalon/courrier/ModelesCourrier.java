package fr.jalon.courrier;

import fr.jalon.commun.Conflit;
import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.courrier.Redacteur.Edition;
import fr.jalon.courrier.rendu.RenduCourrier;
import java.time.Instant;
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
    private final UsagesCourrier usages;
    private final ValeursExemples exemples;
    private final Redacteur redacteur;
    private final RenduCourrier rendu;
    private final Horloge horloge;
    private final ApplicationEventPublisher evenements;

    ModelesCourrier(
            VersionsModeles versions,
            CatalogueChamps catalogue,
            UsagesCourrier usages,
            ValeursExemples exemples,
            Redacteur redacteur,
            RenduCourrier rendu,
            Horloge horloge,
            ApplicationEventPublisher evenements) {
        this.versions = versions;
        this.catalogue = catalogue;
        this.usages = usages;
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

    /** Titles of the templates that got another version since then: what was previewed before may not be what is written. */
    @Transactional(readOnly = true)
    public List<String> changesDepuis(Instant instant) {
        return versions.findByVersionGreaterThanAndPublieLeAfterOrderByCode(1, instant).stream()
                .map(m -> m.vue().titre())
                .distinct()
                .toList();
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

    /** Whether a letter has this code: shipped with the application, or written by a process owner. */
    @Transactional(readOnly = true)
    public boolean existe(String code) {
        return FichierModele.fournis().stream().anyMatch(f -> f.code().equals(code))
                || versions.findFirstByCodeOrderByVersionDesc(code).isPresent();
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
     * Puts a draft in force: a new version of an existing template, or the first of a new one. Letters already written keep theirs.
     *
     * @throws SaisieInvalide as {@link #verifier}: what a draft uses may have changed since it was written
     */
    ModeleVue publierApprouve(BrouillonVue brouillon, String approbateur) {
        Optional<ModeleVue> ancien = derniere(brouillon.code());
        exigerSansFaute(brouillon.code(), brouillon.nature(), brouillon.titre(), brouillon.objet(), brouillon.corps());
        ModeleVue publie = new ModeleVue(
                brouillon.code(),
                ancien.map(ModeleVue::version).orElse(0) + 1,
                brouillon.nature(),
                brouillon.titre(),
                brouillon.objet(),
                brouillon.corps(),
                ancien.map(ModeleVue::source).orElse(null),
                brouillon.auteur(),
                approbateur,
                horloge.maintenant(),
                false);
        try {
            versions.saveAndFlush(new ModeleCourrier(Identifiants.nouveau(), publie, null));
        } catch (DataIntegrityViolationException e) {
            throw new Conflit(
                    "Une autre personne vient de publier ce modèle. Relisez sa version, puis recommencez.", e);
        }
        evenements.publishEvent(new ModelePublie(publie.code(), publie.version(), brouillon.auteur(), approbateur));
        return publie;
    }

    /**
     * The nature of a new template, whose code must be free. A code that no step is declared to write belongs to an optional path.
     *
     * @param code kebab-case name, such as {@code convocation-entretien}
     * @param nature a letter that informs, or a shared mention: what decides has a declared use, never a choice of its author
     */
    NatureCourrier neuf(String code, NatureCourrier nature) {
        if (code == null || !CODE.matcher(code).matches() || code.length() > 60) {
            throw new SaisieInvalide(
                    "code",
                    "Écrivez le nom en minuscules, sans accent, avec des traits d'union : convocation-entretien.");
        }
        if (derniere(code).isPresent()) {
            throw new SaisieInvalide("code", "Un modèle porte déjà ce nom. Modifiez-le, ou choisissez un autre nom.");
        }
        if (nature != NatureCourrier.INFORMATION && nature != NatureCourrier.MENTION) {
            throw new SaisieInvalide("nature", "Choisissez un courrier qui informe, ou une mention partagée.");
        }
        return nature;
    }

    /** @throws SaisieInvalide with every fault of a draft; for a mention, also when a letter that uses it would become invalid */
    void exigerSansFaute(String code, NatureCourrier nature, String titre, String objet, String corps) {
        List<ErreurChamp> erreurs = new ArrayList<>(verifier(code, nature, titre, objet, corps));
        if (nature == NatureCourrier.MENTION && erreurs.isEmpty()) {
            erreurs.addAll(lettresAtteintes(code, corps));
        } else if (erreurs.isEmpty()) {
            essayer(code, nature, titre, objet, corps);
        }
        refuser(erreurs);
    }

    /** Faults of a draft, as its submission would find them; nothing is written. */
    @Transactional(readOnly = true)
    public List<ErreurChamp> verifier(String code, NatureCourrier nature, String titre, String objet, String corps) {
        return new VerificateurModele(catalogue, this::texteMention, usage(code)).verifier(nature, titre, objet, corps);
    }

    /** A draft printed with the examples of its letter, with a watermark; the draft must have no fault. */
    @Transactional(readOnly = true)
    public byte[] essayer(String code, NatureCourrier nature, String titre, String objet, String corps) {
        refuser(verifier(code, nature, titre, objet, corps));
        UsageCourrier usage = usage(code);
        ModeleVue brouillon = new ModeleVue(
                usage.code(), 0, nature, titre, objet, corps, null, "", null, horloge.maintenant(), false);
        return rendu.rendre(redacteur
                .rediger(
                        brouillon,
                        this::courant,
                        exemples.pour(usage).parChamp(),
                        new Edition(
                                horloge.aujourdhui(), null, null, usage.acte().signature(), null))
                .lettre());
    }

    private UsageCourrier usage(String code) {
        return usages.de(code == null || code.isBlank() ? "brouillon" : code);
    }

    /** A mention is shared: each letter in force must stay valid with its new text. */
    private List<ErreurChamp> lettresAtteintes(String mention, String corps) {
        List<ErreurChamp> erreurs = new ArrayList<>();
        courants().stream()
                .filter(m -> m.nature() != NatureCourrier.MENTION)
                .forEach(m -> new VerificateurModele(
                                catalogue,
                                code -> code.equals(mention) ? Optional.of(corps) : texteMention(code),
                                usages.de(m.code()))
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
