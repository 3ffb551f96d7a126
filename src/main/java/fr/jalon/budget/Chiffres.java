package fr.jalon.budget;

/** The figures of an envelope, in cents. {@code engage} includes what is due, ordered and paid; each of these includes the next. */
public record Chiffres(long vote, long reserve, long engage, long liquide, long mandate, long paye, long libre) {

    static final Chiffres ZERO = new Chiffres(0, 0, 0, 0, 0, 0, 0);

    /** The figure that bears the name of an account; none for the counterpart. */
    public long de(Compte compte) {
        return switch (compte) {
            case VOTE -> vote;
            case RESERVE -> reserve;
            case ENGAGE -> engage;
            case LIQUIDE -> liquide;
            case MANDATE -> mandate;
            case PAYE -> paye;
            case LIBRE -> libre;
            case CONTREPARTIE -> 0;
        };
    }

    /** What is taken already, reserved or committed. */
    long pris() {
        return reserve + engage;
    }

    Chiffres plus(Compte compte, long centimes) {
        return new Chiffres(
                vote + si(compte == Compte.VOTE, centimes),
                reserve + si(compte == Compte.RESERVE, centimes),
                engage + si(compte == Compte.ENGAGE, centimes),
                liquide + si(compte == Compte.LIQUIDE, centimes),
                mandate + si(compte == Compte.MANDATE, centimes),
                paye + si(compte == Compte.PAYE, centimes),
                libre + si(compte == Compte.LIBRE, centimes));
    }

    Chiffres plus(Chiffres autre) {
        Chiffres somme = this;
        for (Compte compte : Compte.values()) {
            somme = somme.plus(compte, autre.de(compte));
        }
        return somme;
    }

    private static long si(boolean condition, long centimes) {
        return condition ? centimes : 0;
    }
}
