package fr.jalon.web.api;

/** Texts of the public contract, as it prints them. */
final class Exemples {

    static final String SIMULATION = """
            { "mois": "2022-04",
              "montantBase": 575.52,
              "adultes": [ { "age": 40, "nationalite": "FR", "anneesTitre": null, "etudiant": false, "enceinte": false, "heuresTravaillees3Ans": 0,
                             "ressources": [ { "type": "SALAIRE_NET", "mois": "2022-01", "montant": 500.00 } ] } ],
              "enfants": [ { "age": 3, "ressources": [] } ],
              "isole": true, "isolementRecent": false,
              "logement": { "statut": "LOCATAIRE", "aideLogementMensuelle": 250.00, "participeAuxFrais": true },
              "prestationsFamiliales": { "af": 0, "complementFamilial": 0, "pajeBase": 0, "asf": 0 },
              "bmaf": 422.28 }
            """;

    private Exemples() {}
}
