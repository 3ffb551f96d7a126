package fr.jalon.budget;

/** One line of an operation, in cents. */
record Ligne(String financeur, Compte compte, long centimes) {

    Ligne inverse() {
        return new Ligne(financeur, compte, -centimes);
    }
}
