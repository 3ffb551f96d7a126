package fr.jalon.orientation;

import java.util.UUID;

/** Facts that an orientation rests on changed outside its own steps: its situation is to be read again with the person. */
public record OrientationARelire(UUID dossierId) {}
