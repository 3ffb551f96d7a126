package fr.jalon.usager;

import fr.jalon.commun.Textes;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
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

    /** First day that the birth may be; {@code naissancePrecision} says what of it is known. */
    private LocalDate dateNaissance;

    private String naissancePrecision;
    private String nomNaissance;
    private String autresTelephones;
    private String pays;
    private String domiciliation;
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
    private int versionCles;

    @Column
    private Instant creeeLe;

    @Version
    private int version;

    protected Personne() {}

    Personne(FichePersonne fiche, String antenne, String lignesDeDomiciliation, Instant maintenant) {
        this.creeeLe = maintenant;
        remplacer(fiche, antenne, lignesDeDomiciliation);
    }

    /** @param lignesDeDomiciliation where letters go when the card has no address */
    final void remplacer(FichePersonne fiche, String antenne, String lignesDeDomiciliation) {
        this.civilite = fiche.civilite();
        this.nom = fiche.nom();
        this.nomNaissance = fiche.nomNaissance();
        this.prenoms = fiche.prenoms() == null ? "" : fiche.prenoms();
        this.dateNaissance = fiche.dateNaissance().auPlusTot();
        this.naissancePrecision = PrecisionNaissance.de(fiche.dateNaissance()).name();
        this.adresse = fiche.adresse() == null ? lignesDeDomiciliation : fiche.adresse();
        this.pays = fiche.pays();
        this.domiciliation = fiche.domiciliation();
        this.quartier = fiche.quartier();
        this.antenne = antenne;
        this.telephone = fiche.telephone();
        this.autresTelephones = fiche.autresTelephones();
        this.courriel = fiche.courriel();
        this.langue = fiche.langue();
        this.nomRecherche = couper(Textes.recherche(nom), 500);
        this.recherche = ClesDeRecherche.mots(nom, nomNaissance, prenoms);
        this.phonetique = Phonetique.cle(nom, prenoms);
        this.versionCles = ClesDeRecherche.VERSION;
    }

    void noterNir(byte[] chiffre, String empreinte, String fin) {
        this.nirChiffre = chiffre;
        this.nirEmpreinte = empreinte;
        this.nirFin = fin;
    }

    void rattacher(String code, String lignesDeDomiciliation) {
        this.antenne = code;
        if (lignesDeDomiciliation != null) {
            this.adresse = lignesDeDomiciliation;
        }
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
                PrecisionNaissance.valueOf(naissancePrecision).naissance(dateNaissance),
                pays == null ? adresse : adresse + "\n" + CodesPostaux.nom(pays).toUpperCase(Locale.FRENCH),
                quartier,
                antenne,
                telephone,
                courriel,
                langue,
                masque,
                decedeeLe,
                version,
                nomNaissance,
                autresTelephones,
                domiciliation == null ? adresse : null,
                pays,
                domiciliation);
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
