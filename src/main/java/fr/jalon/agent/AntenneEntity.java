package fr.jalon.agent;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

@Entity
@Table(name = "antenne")
class AntenneEntity {

    @Id
    private String code;

    private String nom;
    private String adresse;
    private String codePostal;
    private String commune;
    private String telephone;
    private String horaires;

    @Version
    private int version;

    protected AntenneEntity() {}

    AntenneEntity(Antenne antenne) {
        this.code = antenne.code();
        remplacer(antenne);
    }

    void remplacer(Antenne antenne) {
        this.nom = antenne.nom();
        this.adresse = antenne.adresse();
        this.codePostal = antenne.codePostal();
        this.commune = antenne.commune();
        this.telephone = antenne.telephone();
        this.horaires = antenne.horaires();
    }

    Antenne vue() {
        return new Antenne(code, nom, adresse, codePostal, commune, telephone, horaires);
    }
}
