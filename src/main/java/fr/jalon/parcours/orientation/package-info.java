/** The path of an orientation: its names, its automatic and human steps, its letters. */
@NamedInterface("orientation")
package fr.jalon.parcours.orientation;

import org.springframework.modulith.NamedInterface;
