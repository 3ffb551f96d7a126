package fr.jalon.usager;

import fr.jalon.commun.Textes;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;

@Entity
class Personne {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.TIME)
    private UUID id;

    private String civilite;
    private String nom;
    private String prenoms;
    private LocalDate dateNaissance;
    private String adresse;
    private String quartier;
    private String antenne;
    private String telephone;
    private String courriel;
    private String langue;
    private byte[] nirChiffre;

    @Column
    private String nirEmpreinte;

    private String nirFin;
    private LocalDate decedeeLe;

    @Column
    private String recherche;

    @Column
    private String nomRecherche;

    @Column
    private String phonetique;

    @Column
    private Instant creeeLe;

    @Version
    private int version;

    protected Personne() {}

    Personne(FichePersonne fiche, String antenne, Instant maintenant) {
        this.creeeLe = maintenant;
        remplacer(fiche, antenne);
    }

    final void remplacer(FichePersonne fiche, String antenne) {
        this.civilite = fiche.civilite();
        this.nom = fiche.nom();
        this.prenoms = fiche.prenoms();
        this.dateNaissance = fiche.dateNaissance();
        this.adresse = fiche.adresse();
        this.quartier = fiche.quartier();
        this.antenne = antenne;
        this.telephone = fiche.telephone();
        this.courriel = fiche.courriel();
        this.langue = fiche.langue();
        this.nomRecherche = couper(Textes.recherche(nom), 500);
        this.recherche = couper(Textes.recherche(nom + " " + prenoms), 1100);
        this.phonetique = Phonetique.cle(nom, prenoms);
    }

    void noterNir(byte[] chiffre, String empreinte, String fin) {
        this.nirChiffre = chiffre;
        this.nirEmpreinte = empreinte;
        this.nirFin = fin;
    }

    void rattacher(String code) {
        this.antenne = code;
    }

    void noterDeces(LocalDate jour) {
        this.decedeeLe = jour;
    }

    PersonneVue vue() {
        String masque = nirFin == null ? null : "• •• •• •• ••• •" + nirFin.substring(0, 2) + " " + nirFin.substring(2);
        return new PersonneVue(
                id,
                civilite,
                nom,
                prenoms,
                dateNaissance,
                adresse,
                quartier,
                antenne,
                telephone,
                courriel,
                langue,
                masque,
                decedeeLe,
                version);
    }

    UUID id() {
        return id;
    }

    byte[] nirChiffre() {
        return nirChiffre;
    }

    private static String couper(String texte, int max) {
        return Textes.couper(texte, max);
    }
}
