package fr.jalon.jury;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Chiffrement;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Interdit;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Textes;
import fr.jalon.seance.Membre;
import fr.jalon.seance.Point;
import fr.jalon.seance.SeanceVue;
import fr.jalon.seance.Seances;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.ObjectMapper;

/**
 * Opinions that members prepare before the session (attentes, E17): encrypted with a key of the item until its vote opens, their digest in
 * the register at once. Nobody reads another's before, the secretary and the chair included.
 */
@Service
@Transactional
public class AvisPrepares {

    private static final int COMMENTAIRE_MAX = 1000;
    private static final int SEL = 16;

    private final JdbcTemplate jdbc;
    private final Seances seances;
    private final Places places;
    private final ReglesDuJury regles;
    private final ActesDeSeance actes;
    private final Chiffrement chiffrement;
    private final Horloge horloge;
    private final ObjectMapper json;
    private final SecureRandom hasard = new SecureRandom();

    AvisPrepares(
            JdbcTemplate jdbc,
            Seances seances,
            Places places,
            ReglesDuJury regles,
            ActesDeSeance actes,
            Chiffrement chiffrement,
            Horloge horloge,
            ObjectMapper json) {
        this.jdbc = jdbc;
        this.seances = seances;
        this.places = places;
        this.regles = regles;
        this.actes = actes;
        this.chiffrement = chiffrement;
        this.horloge = horloge;
        this.json = json;
    }

    /** A sealed opinion, in hexadecimal. */
    private record Scelle(UUID membreId, String octets) {}

    private record Contenu(String sel, String avis) {}

    /** The criteria of an item; none when opinions are not prepared. */
    @Transactional(readOnly = true)
    public List<Critere> grille(SeanceVue seance, Point point) {
        return regles.grille(seance.instance(), point.question());
    }

    /**
     * Keeps the opinion of the caller's seat under seal; until the item opens another one replaces it.
     *
     * @return its digest, which the register holds
     * @throws SaisieInvalide on {@code notes}, {@code recommandation} or {@code commentaire}
     * @throws Conflit once the item has opened
     */
    public String deposer(UUID seanceId, UUID pointId, AvisPrepare avis, Agent auteur) {
        SeanceVue seance = places.exiger(seances.prendre(seanceId), auteur);
        Membre membre = places.exigerSiege(seance, auteur);
        Point point = places.exigerPoint(seance, pointId, auteur);
        if (estOuvert(pointId) || !point.attendu() || seance.etat().finie()) {
            throw new Conflit("Le vote de ce dossier a commencé : un avis ne se prépare plus.");
        }
        verifier(avis, regles.grille(seance.instance(), point.question()));
        String sel = HexFormat.of().formatHex(octets());
        String texte = json.writeValueAsString(avis);
        String empreinte = Registre.sha256(sel + "\n" + texte);
        byte[] clair = json.writeValueAsString(new Contenu(sel, texte)).getBytes(StandardCharsets.UTF_8);
        byte[] scelle = chiffrement.chiffrerAvec(cle(pointId), clair, contexte(pointId, membre.id()));
        jdbc.update("delete from jury_avis where point_id = ? and membre_id = ?", pointId, membre.id());
        jdbc.update(
                "insert into jury_avis (point_id, membre_id, scelle, empreinte, depose_le) values (?, ?, ?, ?, ?)",
                pointId,
                membre.id(),
                scelle,
                empreinte,
                Timestamp.from(horloge.maintenant()));
        actes.avisPrepare(seance, point, membre.id(), empreinte, auteur);
        return empreinte;
    }

    private static void verifier(AvisPrepare avis, List<Critere> grille) {
        List<ErreurChamp> erreurs = new ArrayList<>();
        if (grille.isEmpty()) {
            throw new Conflit("Aucun avis ne se prépare sur ce dossier.");
        }
        Set<String> attendus = new HashSet<>(grille.stream().map(Critere::code).toList());
        for (Critere critere : grille) {
            Integer note = avis.note(critere.code());
            if (note == null || note < Critere.MIN || note > Critere.MAX) {
                erreurs.add(new ErreurChamp(
                        "notes",
                        "« " + critere.libelle() + " » : donnez une note de " + Critere.MIN + " à " + Critere.MAX
                                + "."));
            }
        }
        if (avis.notes().size() != grille.size()
                || avis.notes().stream().anyMatch(n -> !attendus.contains(n.critere()))) {
            erreurs.add(new ErreurChamp("notes", "Donnez une note à chaque critère de la grille, et à aucun autre."));
        }
        if (avis.recommandation() == null) {
            erreurs.add(new ErreurChamp("recommandation", "Choisissez ce que vous recommandez."));
        }
        String commentaire = Textes.ouNull(avis.commentaire());
        if (commentaire != null && (Textes.longueur(commentaire) > COMMENTAIRE_MAX || !Textes.lisible(commentaire))) {
            erreurs.add(new ErreurChamp("commentaire", "Écrivez au plus " + COMMENTAIRE_MAX + " caractères."));
        }
        if (!erreurs.isEmpty()) {
            throw new SaisieInvalide(erreurs);
        }
    }

    /** How many opinions an item has; never what they say. */
    @Transactional(readOnly = true)
    public int recus(UUID pointId) {
        Integer nombre =
                jdbc.queryForObject("select count(*) from jury_avis where point_id = ?", Integer.class, pointId);
        return nombre == null ? 0 : nombre;
    }

    /** The caller's own opinion. */
    @Transactional(readOnly = true)
    public Optional<AvisPrepare> leMien(SeanceVue seance, Point point, Agent agent) {
        return places.siegeDe(seance, agent)
                .flatMap(m -> scelles(point.id()).stream()
                        .filter(s -> s.membreId().equals(m.id()))
                        .findFirst())
                .map(s -> json.readValue(lire(point.id(), s).avis(), AvisPrepare.class));
    }

    /**
     * Everybody's opinions on an item.
     *
     * @throws Interdit before the vote on the item has opened
     */
    @Transactional(readOnly = true)
    public List<AvisOuvert> tous(SeanceVue seance, Point point, Agent agent) {
        places.exiger(seance, agent);
        places.exigerPoint(seance, point.id(), agent);
        if (!estOuvert(point.id())) {
            throw new Interdit("Les avis préparés se lisent quand le vote du dossier s'ouvre.");
        }
        return scelles(point.id()).stream()
                .filter(s -> !point.deporte(s.membreId()))
                .map(s -> new AvisOuvert(
                        s.membreId(),
                        seance.membre(s.membreId()).map(Membre::nom).orElse(""),
                        json.readValue(lire(point.id(), s).avis(), AvisPrepare.class)))
                .toList();
    }

    /** The item opens: what its opinions say goes into the register. */
    void ouvrir(SeanceVue seance, Point point, Agent auteur) {
        List<Map<String, Object>> ouverts = scelles(point.id()).stream()
                .map(s -> {
                    Contenu contenu = lire(point.id(), s);
                    Map<String, Object> ligne = new LinkedHashMap<>();
                    ligne.put("membre", s.membreId().toString());
                    ligne.put("sel", contenu.sel());
                    ligne.put("contenu", contenu.avis());
                    return ligne;
                })
                .toList();
        actes.avisOuverts(seance, point, ouverts, auteur);
    }

    boolean estOuvert(UUID pointId) {
        Integer votes =
                jdbc.queryForObject("select count(*) from jury_scrutin where point_id = ?", Integer.class, pointId);
        return votes != null && votes > 0;
    }

    private List<Scelle> scelles(UUID pointId) {
        return jdbc.query(
                "select membre_id, scelle from jury_avis where point_id = ? order by membre_id",
                (rs, n) ->
                        new Scelle(rs.getObject(1, UUID.class), HexFormat.of().formatHex(rs.getBytes(2))),
                pointId);
    }

    private Contenu lire(UUID pointId, Scelle s) {
        byte[] clair = chiffrement.dechiffrerAvec(
                cle(pointId), HexFormat.of().parseHex(s.octets()), contexte(pointId, s.membreId()));
        return json.readValue(new String(clair, StandardCharsets.UTF_8), Contenu.class);
    }

    /** The key of an item, wrapped by the master key; made when the first opinion comes. */
    private byte[] cle(UUID pointId) {
        List<byte[]> gardee =
                jdbc.query("select cle from jury_cle where point_id = ?", (rs, n) -> rs.getBytes(1), pointId);
        String contexte = "jury:cle:" + pointId;
        if (!gardee.isEmpty()) {
            return chiffrement.dechiffrer(gardee.get(0), contexte);
        }
        byte[] cle = chiffrement.nouvelleCle();
        jdbc.update("insert into jury_cle (point_id, cle) values (?, ?)", pointId, chiffrement.chiffrer(cle, contexte));
        return cle;
    }

    private static String contexte(UUID pointId, UUID membreId) {
        return "jury:avis:" + pointId + ":" + membreId;
    }

    private byte[] octets() {
        byte[] octets = new byte[SEL];
        hasard.nextBytes(octets);
        return octets;
    }
}
