package fr.jalon.courrier;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.commun.Horloge;
import fr.jalon.courrier.rendu.RenduCourrier;
import fr.jalon.decision.Decisions;
import fr.jalon.decision.MoteurDecisionFichiers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** The module assembled by hand on in-memory tables, with the shipped templates and the clock at 26 May 2026. */
class AtelierCourriers {

    private static final Decisions DECISIONS = new Decisions(new MoteurDecisionFichiers());

    static final Agent PILOTE = agent("pilote1", "Gaël", "Hypothèse", "Pilote de processus", null, Role.PILOTE);
    static final Agent SECOND = agent("pilote2", "Nora", "Apocryphe", "Pilote de processus", null, Role.PILOTE);
    static final Agent RESPONSABLE =
            agent("responsable.kleber", "Hélène", "Fable", "Responsable d'antenne", "KLEBER", Role.RESPONSABLE_ANTENNE);

    static Agent agent(String identifiant, String prenom, String nom, String qualite, String antenne, Role... roles) {
        return new Agent(UUID.randomUUID(), identifiant, prenom, nom, qualite, antenne, Set.of(roles));
    }

    final CourriersEnMemoire archive = new CourriersEnMemoire();
    final ModelesEnMemoire versions = new ModelesEnMemoire();
    final Horloge horloge;
    final CatalogueChamps catalogue = new CatalogueChamps();
    final List<Object> evenements = new ArrayList<>();
    final ModelesCourrierFournis fournis;
    final ValeursExemples exemples = new ValeursExemples(catalogue);
    final UsagesCourrier usages = new UsagesCourrier(catalogue);
    final BrouillonsEnMemoire lignesDeBrouillons = new BrouillonsEnMemoire();
    final DelegationsEnMemoire lignesDeDelegations = new DelegationsEnMemoire();
    final ReceptionCourrier reception;
    final ModelesCourrier modeles;
    final BrouillonsModeles brouillons;
    final Courriers courriers;
    final SuiviCourriers suivi;
    final Signatures signatures;

    AtelierCourriers() {
        this(LocalDate.of(2026, 5, 26));
    }

    /** The same on another day, at ten in Paris. */
    AtelierCourriers(LocalDate jour) {
        horloge = new Horloge(Clock.fixed(Horloge.instantAParis(jour.atTime(10, 0)), ZoneOffset.UTC));
        fournis = new ModelesCourrierFournis(versions, horloge);
        reception = new ReceptionCourrier(DECISIONS, horloge);
        Redacteur redacteur = new Redacteur(catalogue, usages, false);
        RenduCourrier rendu = new RenduCourrier();
        modeles =
                new ModelesCourrier(versions, catalogue, usages, exemples, redacteur, rendu, horloge, evenements::add);
        Map<Integer, Long> suivants = new HashMap<>();
        SequenceCourrier sequence = (annee, combien) -> suivants.merge(annee, (long) combien, Long::sum) - combien + 1;
        courriers = new Courriers(
                archive,
                modeles,
                redacteur,
                rendu,
                new NumerosCourrier(sequence),
                usages,
                reception,
                horloge,
                evenements::add);
        suivi = new SuiviCourriers(archive, reception, horloge, evenements::add);
        brouillons = new BrouillonsModeles(lignesDeBrouillons, modeles, horloge, evenements::add);
        Delegations delegations = new Delegations(lignesDeDelegations, usages, null, null, horloge, evenements::add);
        signatures = new Signatures(
                archive,
                delegations,
                new Reecriture(archive, modeles, redacteur),
                rendu,
                horloge,
                evenements::add,
                new StaticListableBeanFactory().getBeanProvider(AvantSignature.class));
        fournis.charger(FichierModele.fournis());
    }

    /** A new version in force, written by one and approved by another. */
    ModeleVue publier(String code, String titre, String objet, String corps) {
        int base = modeles.courant(code).version();
        brouillons.ecrire(code, null, titre, objet, corps, base, null, PILOTE);
        brouillons.soumettre(code, PILOTE);
        return brouillons.approuver(code, brouillons.de(code).orElseThrow().ligne(), SECOND);
    }

    /** Lets the responsables sign this act, by a plainly invented order. */
    void deleguer(String acte) {
        LocalDate jour = LocalDate.of(2026, 5, 1);
        lignesDeDelegations.saveAndFlush(new Delegation(
                new NouvelleDelegation(
                        acte, Role.RESPONSABLE_ANTENNE, null, null, jour, null, "INVENTÉ-2026-01", jour.minusMonths(1)),
                "admin",
                Instant.EPOCH));
    }

    static String texte(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper lecteur = new PDFTextStripper();
            lecteur.setLineSeparator("\n");
            lecteur.setSortByPosition(false);
            return lecteur.getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Extracted text on one line with plain spaces, to look for sentences whatever the line ends. */
    static String suite(byte[] pdf) {
        return texte(pdf).replaceAll("[\\s\\u00a0\\u202f\\u2009]+", " ");
    }

    static int pages(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Raw drawing orders of the first page. */
    static String contenu(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new String(document.getPage(0).getContents().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    /** The replacement texts that the first page holds for readers. */
    static List<String> textesReels(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            COSDictionary proprietes =
                    document.getPage(0).getResources().getCOSObject().getCOSDictionary(COSName.PROPERTIES);
            return proprietes.keySet().stream()
                    .map(cle -> proprietes.getCOSDictionary(cle).getString("ActualText"))
                    .filter(Objects::nonNull)
                    .toList();
        }
    }
}
