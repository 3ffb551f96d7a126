package fr.jalon.jury;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The verifier that outsiders run, on a register that Jalon's own code wrote, then on what twelve forgers made of it. */
class VerificateurTest {

    private static final String CHAINE = "Chaîne rompue";

    /** Runs the verifier as a program for each line that it reads, in one interpreter: a hundred of them start slowly. */
    private static final String BOUCLE = """
            import runpy, sys
            for ligne in sys.stdin:
                sys.argv = ["verifier-preuve.py"] + ligne.rstrip("\\n").split("\\t")
                try:
                    runpy.run_path("bin/verifier-preuve.py", run_name="__main__")
                except SystemExit as fin:
                    print("code", fin.code, flush=True)
            """;

    @TempDir
    static Path dossier;

    private static Process boucle;
    private static BufferedReader reponses;

    private static SeanceAuRegistre seance;

    private record Verdict(int code, String dit) {}

    /** What a forger holds: the acts, the digests that were kept, the minutes. */
    private static final class Preuves {
        final List<ObjectNode> actes = new ArrayList<>();
        final List<String> lignes = new ArrayList<>();
        final List<String> empreintes = new ArrayList<>();
        byte[] pdf;
        List<String> budget = List.of();

        static Preuves de(SeanceAuRegistre s) {
            Preuves p = new Preuves();
            s.registre.lignes.forEach(l -> {
                p.actes.add((ObjectNode) SeanceAuRegistre.JSON.readTree(l.contenu()));
                p.lignes.add(l.contenu());
                p.empreintes.add(l.empreinte());
            });
            p.pdf = s.pdf();
            return p;
        }

        ObjectNode acte(String nature, int numero) {
            return actes.stream()
                    .filter(a -> nature(a).equals(nature))
                    .skip(numero)
                    .findFirst()
                    .orElseThrow();
        }

        void ecrire() {
            lignes.clear();
            actes.forEach(a -> lignes.add(SeanceAuRegistre.JSON.writeValueAsString(a)));
        }

        void renumeroter() {
            IntStream.range(0, actes.size()).forEach(i -> actes.get(i).put("rang", i + 1));
        }

        void refaireLaChaine() {
            renumeroter();
            ecrire();
            empreintes.clear();
            for (String ligne : lignes) {
                String avant = empreintes.isEmpty() ? Registre.ORIGINE : empreintes.get(empreintes.size() - 1);
                empreintes.add(Registre.sha256(avant + "\n" + ligne));
            }
        }
    }

    @BeforeAll
    static void tenirUneSeance() throws IOException {
        Assumptions.assumeTrue(python(), "python3 n'est pas installé");
        seance = SeanceAuRegistre.entiere();
        boucle = lanceur(List.of("python3", "-c", BOUCLE)).start();
        reponses = boucle.inputReader(StandardCharsets.UTF_8);
    }

    @AfterAll
    static void arreter() {
        if (boucle != null) {
            boucle.destroy();
        }
    }

    private static ProcessBuilder lanceur(List<String> commande) {
        ProcessBuilder lanceur = new ProcessBuilder(commande).redirectErrorStream(true);
        lanceur.environment().put("PYTHONIOENCODING", "utf-8");
        return lanceur;
    }

    private static boolean python() {
        try {
            return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String nature(ObjectNode acte) {
        return acte.get("acte").asString();
    }

    private static Path zip(Preuves p) throws IOException {
        Path zip = Files.createTempFile(dossier, "preuve", ".zip");
        List<Registre.Ligne> lignes = IntStream.range(0, p.lignes.size())
                .mapToObj(i ->
                        new Registre.Ligne(i + 1, p.lignes.get(i), i < p.empreintes.size() ? p.empreintes.get(i) : ""))
                .toList();
        Files.write(zip, PreuveDeSeance.zip(lignes, p.pdf, p.budget));
        return zip;
    }

    private static Verdict verifier(Preuves p, String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(zip(p).toString()));
        arguments.addAll(List.of(options));
        OutputStream questions = boucle.getOutputStream();
        questions.write((String.join("\t", arguments) + "\n").getBytes(StandardCharsets.UTF_8));
        questions.flush();
        StringBuilder dit = new StringBuilder();
        String ligne = reponses.readLine();
        while (ligne != null && !ligne.startsWith("code ")) {
            dit.append(ligne).append('\n');
            ligne = reponses.readLine();
        }
        assertThat(ligne).as(dit.toString()).isNotNull();
        assertThat(dit.toString()).doesNotContain("illisible");
        return new Verdict(Integer.parseInt(ligne.substring(5)), dit.toString());
    }

    private static Verdict lancer(Path zip, String... options) throws Exception {
        List<String> commande = new ArrayList<>(List.of("python3", "bin/verifier-preuve.py", zip.toString()));
        commande.addAll(List.of(options));
        Process python = lanceur(commande).start();
        String dit = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(python.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(dit).doesNotContain("Traceback").doesNotContain("illisible");
        return new Verdict(python.exitValue(), dit);
    }

    /** The digest that the minutes print. */
    private static String duPapier(Preuves p) {
        return p.empreintes.get(p.empreintes.size() - 2);
    }

    @Test
    void la_preuve_d_une_vraie_seance_tient() throws Exception {
        Preuves p = Preuves.de(seance);
        Verdict seul = lancer(zip(p));
        assertThat(seul.dit())
                .contains("CAI-2026-06-12 : la preuve tient")
                .contains("6 votes recomptés, 5 décisions")
                .contains("Comparez")
                .contains(duPapier(p));
        assertThat(seul.code()).isZero();
        Verdict avecLePapier = lancer(zip(p), "--empreinte", " " + duPapier(p).toUpperCase(java.util.Locale.ROOT));
        assertThat(avecLePapier.dit()).contains("L'empreinte donnée est celle du registre");
        assertThat(avecLePapier.code()).isZero();
        assertThat(verifier(p, "--empreinte", "0".repeat(64)).code()).isEqualTo(1);
        assertThat(new String(p.pdf, StandardCharsets.UTF_8)).contains(duPapier(p));
    }

    @Test
    void elle_tient_en_un_seul_fichier_de_250_lignes_avec_la_seule_bibliotheque_de_python() throws IOException {
        List<String> lignes = Files.readAllLines(Path.of("bin/verifier-preuve.py"));
        assertThat(lignes).hasSizeLessThanOrEqualTo(250);
        assertThat(lignes.stream().filter(l -> l.startsWith("import ") || l.startsWith("from ")))
                .containsExactly(
                        "import argparse, hashlib, json, pathlib, re, sys, zipfile, zlib",
                        "from xml.etree import ElementTree");
    }

    private static Arguments cas(String nom, Consumer<Preuves> faux, String attendu) {
        return Arguments.of(nom, faux, attendu);
    }

    private static ObjectNode bulletinCompte(Preuves p, int vote, int rang) {
        return (ObjectNode) p.acte("VOTE_FERME", vote).get("bulletins").get(rang);
    }

    private static ObjectNode siege(ObjectNode acte, Predicate<ObjectNode> lequel) {
        return (ObjectNode) acte.get("sieges")
                .valueStream()
                .filter(s -> lequel.test((ObjectNode) s))
                .findFirst()
                .orElseThrow();
    }

    private static void retourner(ObjectNode bulletin) {
        bulletin.put("sens", bulletin.get("sens").asString().equals("POUR") ? "CONTRE" : "POUR");
    }

    /** The acts of a vote, those of its ballots between. */
    private static List<ObjectNode> duVote(Preuves p, int vote) {
        String scrutin = p.acte("VOTE_OUVERT", vote).get("scrutin").asString();
        return p.actes.stream()
                .filter(a -> a.has("scrutin") && a.get("scrutin").asString().equals(scrutin))
                .toList();
    }

    private static boolean nomme(ObjectNode siege, String nom) {
        return siege.get("nom").asString().equals(nom);
    }

    static Stream<Arguments> falsifications() {
        return Stream.of(
                cas("un vote changé", p -> retourner(bulletinCompte(p, 0, 0)), "n'est pas celui qu'il a déposé"),
                cas(
                        "un vote secret changé",
                        p -> retourner(bulletinCompte(p, 2, 0)),
                        "les voix écrites ne sont pas celles des bulletins"),
                cas("un vote ajouté", VerificateurTest::ajouterUnVote, "est ajouté, manque, ou est compté deux fois"),
                cas(
                        "un vote secret ajouté",
                        p -> ((ArrayNode) p.acte("VOTE_FERME", 2).get("bulletins"))
                                .addObject()
                                .put("id", "x")
                                .put("sens", "POUR"),
                        "bulletins secrets, dont"),
                cas(
                        "le vote d'un absent ajouté",
                        VerificateurTest::faireVoterUnAbsent,
                        "le siège de Juré 7 ne vote pas"),
                cas("un vote après la fermeture", VerificateurTest::voterTard, "bulletin hors d'un vote ouvert"),
                cas(
                        "un vote retiré",
                        p -> ((ArrayNode) p.acte("VOTE_FERME", 0).get("bulletins")).remove(1),
                        "est ajouté, manque, ou est compté deux fois"),
                cas(
                        "un vote retiré avec son engagement",
                        p -> p.actes.remove(p.acte("BULLETIN", 0)),
                        "est ajouté, manque, ou est compté deux fois"),
                cas(
                        "un vote secret retiré",
                        p -> ((ArrayNode) p.acte("VOTE_FERME", 2).get("bulletins")).remove(0),
                        "bulletins secrets, dont"),
                cas(
                        "un avis changé après l'ouverture",
                        p -> ((ObjectNode) p.acte("AVIS_OUVERTS", 0).get("avis").get(0)).put("contenu", "{}"),
                        "n'est pas celui qui était déposé sous scellé"),
                cas(
                        "un avis caché",
                        p -> ((ArrayNode) p.acte("AVIS_OUVERTS", 0).get("avis")).remove(0),
                        "il manque l'avis préparé déposé sous scellé par Juré 1"),
                cas(
                        "tous les avis cachés",
                        p -> p.actes.remove(p.acte("AVIS_OUVERTS", 0)),
                        "les avis déposés sous scellé n'ont pas été ouverts"),
                cas(
                        "une présence inventée",
                        p -> duVote(p, 0).forEach(a -> presenter(a, "Juré 3")),
                        "la présence de Juré 3 n'est pas celle de la séance"),
                cas(
                        "une présence inventée, sans ses suites",
                        p -> siege(p.acte("VOTE_OUVERT", 0), s -> nomme(s, "Juré 7"))
                                .put("present", true),
                        "qui peut voter ne suit pas des sièges"),
                cas(
                        "un déport caché",
                        p -> duVote(p, 5).stream()
                                .filter(a -> a.has("sieges"))
                                .forEach(a -> siege(a, s -> nomme(s, "Juré 1")).put("deporte", false)),
                        "le déport de Juré 1 est caché"),
                cas("un quorum abaissé", p -> p.acte("REGLES", 0).put("quorumPart", 10), "le quorum écrit"),
                cas(
                        "un siège retiré du quorum",
                        p -> ((ArrayNode) p.acte("VOTE_OUVERT", 0).get("sieges")).remove(6),
                        "les sièges ne sont pas ceux de la séance"),
                cas(
                        "une règle de vote changée",
                        p -> p.acte("VOTE_OUVERT", 1).put("partage", "REFUS"),
                        "le résultat ADOPTE n'est pas celui des règles, REJETE"),
                cas(
                        "une autre présidence",
                        p -> p.acte("VOTE_FERME", 1)
                                .put(
                                        "preside",
                                        p.acte("VOTE_FERME", 1)
                                                .get("sieges")
                                                .get(1)
                                                .get("membre")
                                                .asString()),
                        "qui préside ne suit pas des règles : ce devait être Juré 1"),
                cas(
                        "une décision changée",
                        p -> p.acte("DECISION", 0).put("decision", "REFUS"),
                        "n'est pas ce que le vote a donné"),
                cas(
                        "plus que la demande après un vote de principe",
                        p -> p.acte("DECISION", 1).put("montant", SeanceAuRegistre.DEMANDE + 1),
                        "n'est pas le montant voté, " + SeanceAuRegistre.DEMANDE),
                cas(
                        "un montant changé",
                        p -> p.acte("DECISION", 0).put("montant", 60_000),
                        "n'est pas le montant voté, 50000"),
                cas(
                        "un résultat changé",
                        p -> p.acte("VOTE_FERME", 2).put("resultat", "ADOPTE"),
                        "le résultat ADOPTE n'est pas celui des règles, REJETE"),
                cas(
                        "un dossier retiré",
                        VerificateurTest::retirerUnDossier,
                        "un dossier voté ou décidé n'est plus à l'ordre du jour"),
                cas(
                        "un dossier retiré avec ses actes",
                        p -> {
                            p.actes.removeAll(duVote(p, 1));
                            p.actes.remove(p.acte("DECISION", 1));
                        },
                        "manque au registre"),
                cas(
                        "deux dossiers échangés",
                        VerificateurTest::echangerDeuxDossiers,
                        "n'est pas à cette place de l'ordre du jour"),
                cas(
                        "un procès-verbal remplacé",
                        p -> p.pdf = "Un autre procès-verbal".getBytes(StandardCharsets.UTF_8),
                        "le procès-verbal du zip n'est pas celui qui a été signé"),
                cas(
                        "un engagement changé",
                        p -> p.acte("BULLETIN", 0).put("engagement", "0".repeat(64)),
                        "n'est pas celui qu'il a déposé"),
                cas(
                        "un avis sous un autre scellé",
                        p -> p.acte("AVIS_PREPARE", 2).put("empreinte", "0".repeat(64)),
                        "n'est pas celui qui était déposé sous scellé"),
                cas(
                        "les scellés d'une autre séance",
                        VerificateurTest::prendreDAutresScelles,
                        "il est d'une autre séance, CAI-2026-05-01"),
                cas(
                        "des règles d'un autre jour",
                        p -> p.acte("REGLES", 0).put("jour", "2025-06-12"),
                        "règles du 2025-06-12, d'un autre jour que la séance"),
                cas(
                        "un acte après la signature",
                        p -> p.actes.add(p.acte("DECISION", 0).deepCopy()),
                        "sans acte après"),
                cas(
                        "une séance sans clôture",
                        p -> p.actes.remove(p.acte("CLOTURE", 0)),
                        "finir par CLOTURE puis SIGNATURE"));
    }

    private static void ajouterUnVote(Preuves p) {
        ObjectNode absent = siege(p.acte("VOTE_FERME", 0), s -> nomme(s, "Juré 7"));
        ((ArrayNode) p.acte("VOTE_FERME", 0).get("bulletins"))
                .addObject()
                .put("membre", absent.get("membre").asString())
                .put("sens", "POUR")
                .put("sel", "00");
    }

    private static void faireVoterUnAbsent(Preuves p) {
        ObjectNode faux = p.acte("BULLETIN", 0).deepCopy();
        faux.put("membre", siege(faux, s -> nomme(s, "Juré 7")).get("membre").asString());
        p.actes.add(p.actes.indexOf(p.acte("BULLETIN", 0)), faux);
    }

    private static void voterTard(Preuves p) {
        ObjectNode vote = p.acte("BULLETIN", 0);
        p.actes.remove(vote);
        p.actes.add(p.actes.indexOf(p.acte("VOTE_FERME", 0)) + 1, vote);
    }

    /** The absent titular becomes present, in the place of the substitute. */
    private static void presenter(ObjectNode acte, String nom) {
        siege(acte, s -> nomme(s, nom)).put("present", true).put("vote", true);
        siege(acte, s -> nomme(s, "Suppléante 3")).put("vote", false);
    }

    private static void retirerUnDossier(Preuves p) {
        ((ArrayNode) p.acte("CLOTURE", 0).get("points")).remove(1);
    }

    private static void echangerDeuxDossiers(Preuves p) {
        int premier = p.acte("VOTE_OUVERT", 0).get("ordre").asInt();
        p.acte("VOTE_OUVERT", 0)
                .put("ordre", p.acte("VOTE_OUVERT", 1).get("ordre").asInt());
        p.acte("VOTE_OUVERT", 1).put("ordre", premier);
    }

    private static void prendreDAutresScelles(Preuves p) {
        Stream.of(
                        p.acte("AVIS_PREPARE", 0),
                        p.acte("AVIS_PREPARE", 1),
                        p.acte("AVIS_PREPARE", 2),
                        p.acte("AVIS_OUVERTS", 0))
                .forEach(a -> a.put("seance", "CAI-2026-05-01"));
    }

    /** The forger changes what he wants, and leaves the digests that others have. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("falsifications")
    void une_falsification_rompt_la_chaine(String nom, Consumer<Preuves> faux, String attendu) throws Exception {
        Preuves p = Preuves.de(seance);
        faux.accept(p);
        p.ecrire();
        Verdict verdict = verifier(p);
        assertThat(verdict.code()).as(verdict.dit()).isEqualTo(1);
        assertThat(verdict.dit())
                .contains(nom.equals("un procès-verbal remplacé") ? attendu : CHAINE)
                .contains(attendu);
    }

    /** The forger digests everything again: what the acts say betrays him; so does the paper. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("falsifications")
    void une_falsification_se_voit_quand_la_chaine_est_refaite(String nom, Consumer<Preuves> faux, String attendu)
            throws Exception {
        Preuves p = Preuves.de(seance);
        String papier = duPapier(p);
        faux.accept(p);
        p.refaireLaChaine();
        Verdict verdict = verifier(p, "--empreinte", papier);
        assertThat(verdict.code()).as(verdict.dit()).isEqualTo(1);
        assertThat(verdict.dit()).contains(attendu).doesNotContain(CHAINE);
        assertThat(verdict.dit().contains("n'est pas celle du registre"))
                .isEqualTo(!nom.equals("un procès-verbal remplacé"));
    }

    /** Everything agrees again, the minutes included: only the paper in somebody's hands tells. That is the limit of the proof. */
    @Test
    void un_registre_refait_en_entier_ne_se_voit_qu_avec_le_papier() throws Exception {
        Preuves p = Preuves.de(seance);
        String papier = duPapier(p);
        ObjectNode ferme = p.acte("VOTE_FERME", 2);
        ((ObjectNode) ferme.get("bulletins")
                        .valueStream()
                        .filter(b -> b.get("sens").asString().equals("POUR"))
                        .findFirst()
                        .orElseThrow())
                .put("sens", "CONTRE");
        ferme.put("pour", ferme.get("pour").asInt() - 1)
                .put("contre", ferme.get("contre").asInt() + 1);
        p.refaireLaChaine();
        Verdict sans = verifier(p);
        assertThat(sans.code()).as(sans.dit()).isZero();
        Verdict avec = verifier(p, "--empreinte", papier);
        assertThat(avec.code()).isEqualTo(1);
        assertThat(avec.dit()).contains("n'est pas celle du registre");
    }

    private static void fauxPouvoir(Preuves p, int vote, String mandataire) {
        ObjectNode acte = p.acte("VOTE_OUVERT", vote);
        String id = siege(acte, s -> nomme(s, mandataire)).get("membre").asString();
        siege(acte, s -> nomme(s, "Juré 7")).put("mandataire", id);
    }

    private static String engagement(String dossier, long centimes) {
        return "{\"operation\":1,\"dossier\":\"" + dossier
                + "\",\"nature\":\"ENGAGEMENT\",\"compte\":\"ENGAGE\",\"centimes\":" + centimes + "}";
    }

    @Test
    void le_grand_livre_se_compare_aux_decisions() throws Exception {
        Preuves p = Preuves.de(seance);
        p.budget = List.of(engagement("MOB-2026-0001", 50_000), engagement("MOB-2026-9999", 1));
        assertThat(verifier(p).code()).as(verifier(p).dit()).isZero();
        p.budget = List.of(engagement("MOB-2026-0001", 60_000));
        assertThat(verifier(p).dit()).contains("MOB-2026-0001 : [60000] centimes engagés, la séance a accordé 50000");
        p.budget = List.of(engagement("MOB-2026-0001", 50_000), engagement("MOB-2026-0001", 50_000));
        assertThat(verifier(p).code()).as("engagé deux fois").isEqualTo(1);
        p.budget = List.of(engagement("MOB-2026-0003", 20_000));
        assertThat(verifier(p).dit()).as("un refus n'engage rien").contains("la séance a accordé None");
    }

    private static void changerLaTable(Preuves p, String cle, String texte, String autre) {
        ObjectNode tables = (ObjectNode) p.acte("REGLES", 0).get("tables");
        assertThat(tables.get(cle).asString()).contains(texte);
        tables.put(cle, tables.get(cle).asString().replace(texte, autre));
    }

    static Stream<Arguments> faussesRegles() {
        return Stream.of(
                cas(
                        "un quorum abaissé dans l'acte",
                        p -> p.acte("REGLES", 0).put("quorumPart", 49),
                        "les règles écrites ne sont pas celles des tables de ce jour"),
                cas(
                        "un rang de présidence changé",
                        p -> ((ObjectNode) p.acte("REGLES", 0).get("qualites").get(0)).put("rangPresidence", 9),
                        "les règles écrites ne sont pas celles des tables de ce jour"),
                cas(
                        "des tables d'une autre date",
                        p -> changerLaTable(p, "parametres-instances", "2025-01-01", "2027-01-01"),
                        "les règles écrites ne sont pas celles des tables de ce jour"),
                cas(
                        "une majorité changée avec son vote",
                        p -> p.acte("VOTE_OUVERT", 0).put("majorite", "SIEGES"),
                        "la règle de ce vote n'est pas celle de la table de ce jour"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faussesRegles")
    void des_regles_qui_ne_sont_pas_celles_des_tables_se_voient(String nom, Consumer<Preuves> faux, String attendu)
            throws Exception {
        Preuves p = Preuves.de(seance);
        faux.accept(p);
        p.refaireLaChaine();
        assertThat(verifier(p).dit()).as(nom).contains(attendu);
    }

    /** The forger changes the table as well: the one that the house publishes betrays him. */
    @Test
    void des_tables_refaites_ne_sont_pas_celles_qui_sont_publiees() throws Exception {
        Preuves p = Preuves.de(seance);
        Verdict publiees = verifier(p, "--regles", "decisions/communs");
        assertThat(publiees.code()).as(publiees.dit()).isZero();
        changerLaTable(p, "scrutins-instances", "usage des commissions", "usage");
        p.refaireLaChaine();
        assertThat(verifier(p).code()).as("seule, la preuve tient").isZero();
        assertThat(verifier(p, "--regles", "decisions/communs").dit())
                .contains("la table scrutins-instances n'est pas celle qui est publiée");
    }

    static Stream<Arguments> fauxPouvoirs() {
        return Stream.of(
                cas(
                        "un pouvoir inventé",
                        p -> fauxPouvoir(p, 0, "Juré 1"),
                        "un pouvoir n'est pas celui que le registre a noté"),
                cas(
                        "un pouvoir repris que l'on cache",
                        p -> p.actes.remove(p.acte("POUVOIR", 1)),
                        "un pouvoir n'est pas celui que le registre a noté"),
                cas(
                        "un pouvoir qui vote pour un porteur sorti",
                        p -> siege(p.acte("VOTE_OUVERT", 1), s -> nomme(s, "Juré 7"))
                                .put("vote", true),
                        "qui peut voter ne suit pas des sièges"),
                cas(
                        "un pouvoir que les règles n'ont pas",
                        p -> p.acte("REGLES", 0).put("pouvoirs", 0),
                        "porte plus de pouvoirs que les règles"),
                cas("un pouvoir sans écrit", p -> p.acte("POUVOIR", 0).put("ecrit", ""), "ou sans écrit"),
                cas(
                        "un vote que l'on abandonne parce qu'il plaît peu",
                        p -> p.acte("VOTE_FERME", 2).put("acte", "VOTE_ABANDONNE"),
                        "ce vote pouvait finir"),
                cas(
                        "un pouvoir compté au quorum",
                        p -> ((ObjectNode) p.acte("VOTE_OUVERT", 0).get("quorum")).put("presents", 7),
                        "le quorum écrit"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fauxPouvoirs")
    void un_pouvoir_falsifie_se_voit(String nom, Consumer<Preuves> faux, String attendu) throws Exception {
        Preuves p = Preuves.de(SeanceAuRegistre.avecUnPouvoir());
        assertThat(verifier(p).code()).as(verifier(p).dit()).isZero();
        faux.accept(p);
        p.refaireLaChaine();
        assertThat(verifier(p).dit()).as(nom).contains(attendu);
    }

    @Test
    void ce_qui_n_est_pas_une_preuve_est_dit_sans_erreur_de_programme() throws Exception {
        Path rien = Files.writeString(dossier.resolve("rien.zip"), "pas un zip");
        assertThat(lancer(rien).code()).isEqualTo(1);
        assertThat(lancer(rien).dit()).contains("Le zip ne se lit pas");
        assertThat(lancer(dossier.resolve("absent.zip")).code()).isEqualTo(1);
        Preuves p = Preuves.de(seance);
        p.empreintes.remove(p.empreintes.size() - 1);
        assertThat(verifier(p).dit()).contains("actes pour").contains("empreintes");
    }
}
